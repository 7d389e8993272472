export type MarkRange = { start: number; end: number };

/**
 * Cuts a text into marked and unmarked pieces. Ranges count UTF-16 code units, `end` exclusive; they
 * may overlap, touch, be out of order or reach beyond the text. The pieces joined are the text.
 */
export function splitMarks(
  text: string,
  ranges: readonly MarkRange[],
): { text: string; marked: boolean }[] {
  const pieces: { text: string; marked: boolean }[] = [];
  const put = (from: number, to: number, marked: boolean) => {
    if (to <= from) return;
    const last = pieces[pieces.length - 1];
    if (last && last.marked === marked) last.text += text.slice(from, to);
    else pieces.push({ text: text.slice(from, to), marked });
  };
  let at = 0;
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const start = Math.min(Math.max(range.start, at), text.length);
    const end = Math.min(range.end, text.length);
    if (end <= start) continue;
    put(at, start, false);
    put(start, end, true);
    at = end;
  }
  put(at, text.length, false);
  return pieces;
}
