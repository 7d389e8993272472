/**
 * 公开渠道和载体: the channels that the ministries' guidelines print in every cell, marked where
 * they apply. A cell may name others.
 */
export const STANDARD_CHANNELS = [
  '政府网站',
  '政府公报',
  '两微一端',
  '发布会/听证会',
  '广播电视',
  '纸质媒体',
  '公开查阅点',
  '政务服务中心',
  '便民服务站',
  '入户/现场',
  '社区/企事业单位/村公示栏（电子屏）',
  '精准推送',
] as const;

/**
 * Reads a cell of channels. Where any is marked (`■政府网站 □政府公报`), the marked ones; without a
 * mark, all that it names, parted by lines, 、 or ；. Each once, in the order of the cell, a standard
 * one in its standard spelling.
 */
export function readChannels(cell: string): string[] {
  const text = cell.replace(/\r\n?/g, '\n').replace(/＿+|_+/g, '');
  const marks = [...text.matchAll(/([■☑☒√✓✔●▇█])|([□☐○◻▢])/gu)];
  const parts = marks.some((mark) => mark[1])
    ? marks.flatMap((mark, i) => {
        const end = marks[i + 1]?.index ?? text.length;
        return mark[1] ? [text.slice(mark.index + mark[0].length, end)] : [];
      })
    : marks.length > 0
      ? []
      : text.split(/[\n、;；,，]+/u);
  const names = parts.map(nameOf).filter((name) => name !== '');
  return [...new Set(names)];
}

/** A cell as the guidelines print it: every standard channel, ■ where it applies, then the others. */
export function writeChannels(channels: readonly string[]): string {
  const standard = STANDARD_CHANNELS.map((name) => `${channels.includes(name) ? '■' : '□'}${name}`);
  const others = channels
    .filter((name) => !(STANDARD_CHANNELS as readonly string[]).includes(name))
    .map((name) => `■${name}`);
  return [...standard, ...others].join('\n');
}

/** A channel's name without what a cell puts around it: 其他：村村响 is 村村响. */
function nameOf(part: string): string {
  const plain = part
    .replace(/\s+/gu, '')
    .replace(/^其他[:：]/u, '')
    .replace(/[、;；,，。]+$/u, '');
  return standardOf.get(spelling(plain)) ?? plain;
}

const spelling = (name: string): string =>
  name.normalize('NFKC').replace(/[()（）[\]\s、/／或和]+/gu, '');

const standardOf = new Map<string, string>(STANDARD_CHANNELS.map((name) => [spelling(name), name]));
