/** A title between 《 and 》; `inner` is what stands between them. */
export type TitleSpan = { start: number; end: number; inner: string };

/** Outermost titles only: what a title quotes (《关于修改〈…〉的决定》, 《关于修改《…》的决定》) is part of it. */
export function titlesIn(text: string): TitleSpan[] {
  const spans: TitleSpan[] = [];
  let depth = 0;
  let start = 0;
  for (let at = text.indexOf('《'); at >= 0 && at < text.length; at += 1) {
    const character = text[at];
    if (character === '《') {
      if (depth === 0) start = at;
      depth += 1;
    } else if (character === '》' && depth > 0) {
      depth -= 1;
      if (depth === 0) spans.push({ start, end: at + 1, inner: text.slice(start + 1, at) });
    } else if (character === '\n' || at - start > LONGEST) {
      // A mark without its fellow must not swallow the rest of the paragraph.
      if (depth > 0) at = start;
      depth = 0;
    }
    if (depth === 0) {
      const next = text.indexOf('《', at + 1);
      if (next < 0) break;
      at = next - 1;
    }
  }
  return spans;
}

const LONGEST = 200;
