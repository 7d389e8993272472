/**
 * GB/T 9704-2012 第 7.3.1 条: 标题回行时，要做到词意完整，排列对称，长短适宜，间距恰当，
 * 标题排列应当使用梯形或菱形。
 *
 * Breaks a title into as few lines as hold it, of nearly equal length, at words. 《…》 stays whole
 * where it fits a line, 关于 begins a line sooner than it ends one, 的通知 is not torn off.
 *
 * @param perLine how many Chinese characters a line holds; Latin letters and digits count half.
 */
export function titleLines(title: string, perLine: number): string[] {
  const words = piecesOf(title.replace(/\s+/gu, ' ').trim(), perLine);
  const widths = words.map(widthOf);
  const whole = widths.reduce((sum, width) => sum + width, 0);
  if (whole <= perLine) return [words.join('')];
  const ideal = whole / Math.ceil(whole / perLine);
  /** The cheapest way to set the first n pieces: what it costs, and where its last line begins. */
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }];
  for (let end = 1; end <= words.length; end += 1) {
    let found = { cost: Infinity, from: end - 1 };
    let width = 0;
    for (let from = end - 1; from >= 0; from -= 1) {
      width += widths[from] as number;
      if (width > perLine && from < end - 1) break;
      const line = (width - ideal) ** 2 + EACH_LINE;
      const cost = (best[from] as { cost: number }).cost + line + costOfBreak(words, from);
      if (cost < found.cost) found = { cost, from };
    }
    best.push(found);
  }
  const lines: string[] = [];
  for (let end = words.length; end > 0; end = (best[end] as { from: number }).from) {
    lines.unshift(
      words
        .slice((best[end] as { from: number }).from, end)
        .join('')
        .trim(),
    );
  }
  return lines;
}

/** Half a line too much is dearer than any uneven break. */
const EACH_LINE = 60;

const ENDS = /^[，。、；：！？）〕】》”’％\])}>,.;:!?的了和与及等]/u;
const OPENS = /[（〔【《“‘[({<]$/u;
const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });

/** Words; what stands in 《》 is one piece where a line can hold it. */
function piecesOf(title: string, perLine: number): string[] {
  return title.split(/(《[^《》]*》)/u).flatMap((part) => {
    if (part.startsWith('《') && widthOf(part) <= perLine) return [part];
    return [...WORDS.segment(part)].flatMap(({ segment }) =>
      widthOf(segment) <= perLine ? [segment] : [...segment],
    );
  });
}

/** How little a line should begin before piece `at`. */
function costOfBreak(words: readonly string[], at: number): number {
  if (at === 0) return 0;
  const before = words[at - 1] as string;
  const after = words[at] as string;
  if (ENDS.test(after) || OPENS.test(before)) return 400;
  if (before === '关于' || before === '第') return 120;
  if (before === '的' && words.length - at === 1) return 120;
  if (after === '关于' || /[、，；]$/u.test(before)) return -15;
  return 0;
}

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += /[\u0020-\u024f]/u.test(character) ? 0.5 : 1;
  return width;
}
