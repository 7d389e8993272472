import { runsToText, type Block } from './blocks';

/** What stands below the text of an official document, told apart from it. */
export type Closing = {
  body: Block[];
  /** 署名 and 成文日期, a line each; empty where the text ends without them. */
  signature: string[];
  /** 版记: who gets copies, who printed it and when. Only what the text itself says. */
  imprint: string[];
  /** What the source set after the imprint or the signature: annexes. */
  after: Block[];
};

/**
 * GB/T 9704-2012 第 7.3.5 条 (发文机关署名、成文日期) and 第 7.4 条 (版记): finds them at the end of
 * a text, or before its annexes. The signature is what is set to the right, or the agency's own
 * name over a date.
 */
export function closingOf(blocks: readonly Block[], agency?: string | null): Closing {
  const end = endOfMain(blocks);
  let last = end;
  const imprint: string[] = [];
  for (let line = lineOf(blocks[last - 1]); isImprint(line); line = lineOf(blocks[last - 1])) {
    imprint.unshift(...line.split('\n'));
    last -= 1;
  }
  const first = startOfSignature(blocks, last, agency);
  const signature = blocks.slice(first, last).flatMap((block) => lineOf(block).split('\n'));
  return {
    body: blocks.slice(0, first),
    signature: signature.map((line) => line.trim()).filter((line) => line !== ''),
    imprint: imprint.map((line) => line.trim()).filter((line) => line !== ''),
    after: blocks.slice(end),
  };
}

const DATE =
  /^\s*(\d{4}|[一二三四五六七八九〇○零]{4})年\s*[\d一二三四五六七八九十]{1,3}月\s*[\d一二三四五六七八九十]{1,3}日\s*$/u;
const MOST_LINES = 6;

/** Where annexes begin: a line that says 附件 or 附件1 and no more, after a signature. */
function endOfMain(blocks: readonly Block[]): number {
  const isAnnex = (block: Block) =>
    /^\s*附\s*件\s*[\d一二三四五六七八九十]*\s*[：:]?\s*$/u.test(lineOf(block));
  const at = blocks.findIndex((block, i) => i > 0 && isAnnex(block));
  if (at === -1) return blocks.length;
  const before = blocks[at - 1] as Block;
  return isRight(before) || DATE.test(lastLine(before)) || isImprint(lineOf(before))
    ? at
    : blocks.length;
}

function startOfSignature(
  blocks: readonly Block[],
  end: number,
  agency: string | null | undefined,
): number {
  let first = end;
  while (first > 0 && end - first < MOST_LINES && isRight(blocks[first - 1])) first -= 1;
  if (first < end) return first;
  const [name, date] = [lineOf(blocks[end - 2]).trim(), lineOf(blocks[end - 1]).trim()];
  if (agency && name === agency && DATE.test(date)) return end - 2;
  if (agency && date.startsWith(agency) && DATE.test(date.slice(agency.length))) return end - 1;
  return end;
}

const isRight = (block: Block | undefined): boolean =>
  block?.kind === 'paragraph' && block.align === 'right';

const isImprint = (line: string): boolean =>
  /^\s*(抄送|分送|主送)[：:]/u.test(line) || /\d{1,2}日\s*印发\s*$/u.test(line);

const lineOf = (block: Block | undefined): string =>
  block?.kind === 'paragraph' ? runsToText(block.runs) : '';

const lastLine = (block: Block): string => lineOf(block).split('\n').at(-1) ?? '';
