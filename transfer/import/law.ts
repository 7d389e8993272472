import { blockToText, type Block } from '../../domain/documents/blocks';
import { parseChineseNumeral } from '../../domain/documents/chinese-numerals';
import { datePattern, readDate } from './dates';
import { skip, warning, type Parsed, type Skip, type Warning } from './findings';
import { checksumOf, type ImportedDocument } from './imported-document';
import { categoryOf, classFolder, kindOfLaw } from './kinds';
import { makerOf } from './law-agency';
import { readHead, type Act, type Head } from './law-head';
import { bodyBlocks } from './law-body';

const END_OF_HEAD = /<!--\s*INFO END\s*-->/u;

/**
 * Reads a law saved as Markdown: `# title`, dated lines of what was done to it, `<!-- INFO END -->`,
 * then chapters (`##`) and articles (第…条). The folders of `path` tell its kind, the end of the file
 * name, `(2021-04-29)`, the day of this version.
 */
export function parseLaw(path: string, text: string): Parsed<ImportedDocument> {
  const plain = text.replace(/\r\n?/gu, '\n');
  const [headText = '', ...rest] = plain.split(END_OF_HEAD);
  const bodyText = rest.join('\n');
  if (rest.length === 0) return { skip: headless(plain) };
  const head = readHead(headText);
  if (!head) return { skip: skip('no-metadata', '第一行不是“# 标题”') };
  const { blocks, isTableOpen } = bodyBlocks(bodyText);
  if (blocks.length === 0) return { skip: skip('empty-body') };
  if (isTableOpen) return { skip: skip('cut-file', '表格没有结束') };
  const folder = classFolder(path);
  const maker = makerOf(head, folder?.kind, path, blockToText(blocks[0] as Block));
  if (!maker) return { skip: skip('no-agency') };
  const kind = folder?.kind ?? kindOfLaw(maker.name, head.title);
  const end = ending(blocks);
  if (!Array.isArray(end)) return { skip: end };
  const dates = datesOf(head, path, blocks);
  const body: Omit<ImportedDocument, 'source'> = {
    title: head.title,
    ...(head.number === undefined ? {} : { number: head.number }),
    agencyName: maker.name,
    themes: [],
    keywords: [],
    kind,
    category: categoryOf(kind, ''),
    ...dates,
    blocks: [...opening(head), ...blocks],
    attachments: [],
  };
  const warnings = [
    ...(maker.isAssumed ? [warning('agency-assumed', maker.name)] : []),
    ...(dates.madeOn ? [] : [warning('date-missing', '成文日期')]),
    ...(dates.effectiveOn ? [] : [warning('date-missing', '施行日期')]),
    ...end,
    ...articleGaps(blocks),
  ];
  const source = { address: addressOf(path, folder?.at), checksum: checksumOf(body) };
  return { document: { source, ...body }, warnings };
}

/** A file without the mark between head and text: cut before it, or no law at all. */
function headless(text: string) {
  if (text.trim() === '') return skip('empty-body');
  if (!text.trimStart().startsWith('# ')) return skip('no-metadata', '第一行不是“# 标题”');
  return ARTICLE.test(text)
    ? skip('no-metadata', '缺少 INFO END 标记')
    : skip('cut-file', '缺少 INFO END 标记，也没有条文');
}

const ARTICLE = /^第[零〇○一二三四五六七八九十百千\d]+条/mu;

/**
 * The same law has the same address whether it came in a folder, an archive or by itself: the path
 * from the folder that names its class on.
 */
function addressOf(path: string, at: number | undefined): string {
  const parts = path.split('/');
  return (at === undefined ? parts.slice(-2) : parts.slice(at)).join('/');
}

/** The official note under a title tells the history in brackets; a covering notice comes before it. */
function opening(head: Head): Block[] {
  const notice = head.preface.map((line): Block => paragraph(line));
  if (head.history.length === 0) return notice;
  const history = head.history.map((line) =>
    line.replace(/^([（(])/u, '').replace(/[）)]$/u, unmatched),
  );
  return [
    ...notice,
    { kind: 'paragraph', runs: [{ text: `（${history.join('　')}）` }], align: 'center' },
  ];
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] });

/** Some sources close the bracket around the whole history at the last line only. */
function unmatched(closing: string, at: number, line: string): string {
  const before = line.slice(0, at);
  const open = before.match(/[（(]/gu)?.length ?? 0;
  const closed = before.match(/[）)]/gu)?.length ?? 0;
  return open > closed ? closing : '';
}

type Dates = Pick<ImportedDocument, 'madeOn' | 'publishedOn' | 'effectiveOn' | 'versionOn'>;

function datesOf(head: Head, path: string, blocks: readonly Block[]): Dates {
  const inName = readDate(/\((\d{4}-\d{2}-\d{2})\)\.md$/iu.exec(path)?.[1] ?? '');
  const made = latest(head.acts, (act) => act.isAdopted || act.isApproved || act.isAmended);
  const promulgated = latest(head.acts, (act) => act.isPromulgated);
  const anyAct = latest(head.acts, (act) => !act.isEffective || act.isPromulgated);
  const madeOn = made ?? promulgated ?? anyAct ?? inName;
  // Some names keep the date of an older version; the head knows better then.
  const versionOn = later(inName, inName ? madeOn : later(madeOn, promulgated));
  const publishedOn = later(inName, inName ? madeOn : later(promulgated, madeOn));
  const effectiveOn = effectiveDay(head.acts, blocks, { madeOn, publishedOn });
  return {
    ...(madeOn && { madeOn }),
    ...(publishedOn && { publishedOn }),
    ...(effectiveOn && { effectiveOn }),
    ...(versionOn && { versionOn }),
  };
}

const latest = (acts: readonly Act[], isMeant: (act: Act) => boolean): string | undefined =>
  acts
    .filter(isMeant)
    .map((act) => act.on)
    .sort()
    .at(-1);

const later = (a: string | undefined, b: string | undefined): string | undefined =>
  a && b ? (a > b ? a : b) : (a ?? b);

/**
 * The day a law took effect: the closing article says it for the text as it stands (本法自…起施行),
 * the head for its first edition. 自公布之日起施行 is the day of promulgation.
 */
function effectiveDay(
  acts: readonly Act[],
  blocks: readonly Block[],
  { madeOn, publishedOn }: { madeOn?: string | undefined; publishedOn?: string | undefined },
): string | undefined {
  const inHead = latest(acts, (act) => act.isEffective);
  const clause = closingClause(blocks);
  if (clause === undefined) return inHead;
  const day = readDate(clause);
  if (day) return later(day, inHead);
  const first = acts.find((act) => act.isPromulgated)?.on ?? acts.find((act) => act.isAdopted)?.on;
  // A head that breaks off years before this version has lost the line of the amendment.
  const isRevised =
    acts.some((act) => act.isAmended) ||
    Number(publishedOn?.slice(0, 4)) - Number(acts.at(-1)?.on.slice(0, 4)) > 1;
  return later(isRevised ? (first ?? madeOn) : (publishedOn ?? first), inHead);
}

const WHEN = `[自从](${datePattern().source}|(?:公布|发布|颁布|通过|印发|批准)之日)起?\\s*(?:正式)?(?:施行|实施|执行|生效|试行|实行)`;
const CLOSING = new RegExp(WHEN, 'u');
const OWN_CLOSING = new RegExp(`本\\S{1,24}?，?\\s*${WHEN}`, 'u');

/** The day named by the closing article: near the end, or further up when annexes follow it. */
function closingClause(blocks: readonly Block[]): string | undefined {
  for (let at = blocks.length - 1; at >= 0; at -= 1) {
    const block = blocks[at];
    if (block?.kind !== 'paragraph') continue;
    const isNearEnd = blocks.length - at <= 6;
    // A letter l stands for the digit in some scans: 10月l日.
    const text = blockToText(block).replace(/(?<=[月年\d])[lI](?=[日月\d])/gu, '1');
    const clause = (isNearEnd ? CLOSING : OWN_CLOSING).exec(text);
    if (clause) return clause[1];
  }
  return undefined;
}

/** How the text ends: whole, in doubt (a warning), or cut off in the middle of a sentence (a skip). */
function ending(blocks: readonly Block[]): Warning[] | Skip {
  const last = blocks.at(-1);
  if (!last) return [];
  const text = blockToText(last).trim();
  const shown = text.slice(-24);
  if (
    last.kind !== 'table' &&
    /^(?:续表|附[图表]?\d*[：:]?)$|[表图](?:案|样|式样|肩章)?$|[：:]$|式样$/u.test(text)
  ) {
    return [warning('table-missing', shown)];
  }
  const hasClosing = closingClause(blocks) !== undefined;
  const isSentence = /[。；！？…：）)”"》〉]$/u.test(text);
  const isSignature =
    text.length < 40 &&
    (readDate(text) !== undefined || /^\S+[部局院署会](?:\s+\S+[部局院署会])+$/u.test(text));
  if (last.kind === 'table' || isSentence || isSignature)
    return hasClosing || !hasArticles(blocks) ? [] : closingDoubt(blocks);
  return hasClosing || last.kind === 'heading'
    ? [warning('ends-abruptly', shown)]
    : skip('cut-file', `结尾是“${shown}”`);
}

const hasArticles = (blocks: readonly Block[]): boolean =>
  blocks.filter((block) => ARTICLE.test(blockToText(block))).length >= 3;

/** Nearly every law ends by saying when it takes effect or who explains it. */
function closingDoubt(blocks: readonly Block[]): Warning[] {
  const end = blocks.slice(-6).map(blockToText).join('');
  return /施行|生效|实施|执行|实行|试行|废止|为准|负责解释|解释权/u.test(end)
    ? []
    : [warning('closing-missing')];
}

/** Articles count up by one; a jump means that the source has lost some. */
function articleGaps(blocks: readonly Block[]): Warning[] {
  const numbers = blocks.flatMap((block) => {
    const match = /^第\s*([零〇○一二三四五六七八九十百千\d]+)\s*条(?!之)/u.exec(blockToText(block));
    const number = match ? parseChineseNumeral(match[1] ?? '') : undefined;
    return number === undefined ? [] : [number];
  });
  const gaps = numbers.flatMap((number, i) => {
    const next = numbers[i + 1];
    return next !== undefined && next > number + 1 ? [`第${number}条之后是第${next}条`] : [];
  });
  // An amendment names the articles it changes, in leaps; that is no loss.
  const isLeaping = gaps.length > Math.max(4, numbers.length / 20);
  return gaps.length > 0 && !isLeaping
    ? [warning('articles-missing', gaps.slice(0, 3).join('，'))]
    : [];
}
