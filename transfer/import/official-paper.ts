import type { Block } from '../../domain/documents/blocks';
import { canonicalDocumentNumber } from '../../domain/documents/number';
import { readDate } from './dates';
import { skip, warning, type Parsed, type Warning } from './findings';
import type { Line, Piece } from './html-lines';
import { checksumOf, type Attachment, type ImportedDocument } from './imported-document';
import { categoryOf, kindOfPaper } from './kinds';
import { bare, closeUp, tidy } from './text';
import { isAgency, isBareDate } from './text-body';
import { structured } from './structure';

/**
 * An official paper as GB/T 9704 lays it out, read from its lines: masthead and number above, title,
 * whom it is addressed to, text, signature and date; 抄送 and 印发 below are the printer's and go.
 *
 * @param path the last parts of it become the source address
 */
export function paperFrom(
  path: string,
  content: { pieces: readonly Piece[]; attachments: Attachment[]; warnings: Warning[] },
): Parsed<ImportedDocument> {
  const { pieces } = content;
  if (!pieces.some((piece) => piece.kind !== 'line' || textOf(piece) !== '')) {
    return { skip: skip('empty-body') };
  }
  const marking = markingOf(pieces);
  if (marking) return { skip: marking };
  const head = readHead(pieces);
  if (!head.title) return { skip: skip('no-title') };
  if ([...head.title].length > 300)
    return { skip: skip('title-too-long', head.title.slice(0, 40)) };
  const rest = withoutImprint(pieces.slice(head.length));
  const signed = signatureOf(rest);
  const agencyName = signed.agency ?? head.agency;
  if (!agencyName) return { skip: skip('no-agency') };
  const { blocks } = structured(rest, { title: head.title, number: head.number });
  if (blocks.length === 0) return { skip: skip('empty-body') };
  const madeOn = signed.madeOn ?? head.madeOn;
  const kind = kindOfPaper(head.title, head.number);
  const body: Omit<ImportedDocument, 'source'> = {
    title: head.title,
    ...(head.number && { number: head.number }),
    agencyName,
    isOwn: true,
    themes: [],
    keywords: [],
    kind,
    category: categoryOf(kind, head.title),
    ...(madeOn && { madeOn }),
    blocks,
    attachments: content.attachments,
  };
  return {
    document: {
      source: { address: path.split('/').slice(-2).join('/'), checksum: checksumOf(body) },
      ...body,
    },
    warnings: [
      ...content.warnings,
      ...(head.number ? [] : [warning('number-missing')]),
      ...(head.isAssumed ? [warning('title-assumed', head.title)] : []),
      ...(signed.agency ? [] : [warning('agency-assumed', agencyName)]),
      ...(madeOn ? [] : [warning('date-missing', '成文日期')]),
    ],
  };
}

/** The text of a paper whose title and number a list has told: its masthead and imprint left out. */
export function bodyOfPaper(
  pieces: readonly Piece[],
  heading: { title: string; number?: string },
): { blocks: Block[]; madeOn?: string | undefined } | { skip: ReturnType<typeof skip> } {
  const marking = markingOf(pieces);
  if (marking) return { skip: marking };
  const at = titleAt(pieces, heading.title);
  const rest = withoutImprint(at === null ? pieces : pieces.slice(at));
  return { blocks: structured(rest, heading).blocks, madeOn: signatureOf(rest).madeOn };
}

type Head = {
  title?: string;
  number?: string;
  agency?: string;
  madeOn?: string;
  isAssumed: boolean;
  /** How many pieces it takes. */
  length: number;
};

/** The words with which the titles of official papers end (党政机关公文处理工作条例第八条, and what they issue). */
const TITLE_END =
  /(?:决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要|办法|规定|细则|规则|条例|方案|规划|计划|纲要|预案|制度|清单|目录|说明|决定书|指南|标准|要点|总结|解读)(?:[（(][^（）()]{1,30}[）)])?$/u;
const HEAD_WITHIN = 25;
const LONGEST_TITLE = 120;

function readHead(pieces: readonly Piece[]): Head {
  const head: Head = { isAssumed: false, length: 0 };
  let at = 0;
  const line = (): string | undefined => {
    const piece = pieces[at];
    return piece?.kind === 'line' && at < HEAD_WITHIN ? textOf(piece) : undefined;
  };
  // Above the title: copy number, urgency, masthead, number, signatory.
  for (let text = line(); text !== undefined; text = line()) {
    // Below the number, or before 关于…, the agency's name is the first line of the title.
    const next = pieces[at + 1];
    const leadsTitle =
      head.number !== undefined ||
      (next?.kind === 'line' && /^(?:关于|印发|转发)/u.test(textOf(next)));
    const agency = leadsTitle ? undefined : mastheadOf(text);
    const number = numberIn(text);
    const isNote = /^(?:\d{6}|特急|加急|急件|平急|签发人[:：].*|附件\d*)$/u.test(bare(text));
    if (agency) head.agency ??= agency;
    else if (number) head.number ??= number;
    else if (!isNote) break;
    at += 1;
  }
  const title = titleFrom(pieces, at);
  if (title) {
    head.title = title.text;
    head.isAssumed = title.isAssumed;
    at = title.end;
  }
  // Below it: the number of a paper without masthead, and the date on which it was adopted.
  for (let text = line(); text !== undefined; text = line()) {
    const number = numberIn(text);
    if (number && !head.number) head.number = number;
    else if (
      isBareDate(text) ||
      /^[（(].{0,40}\d{4}年.{1,60}(?:通过|公布|发布|印发)[）)]$/u.test(text)
    ) {
      const day = readDate(text);
      if (day) head.madeOn = day;
      // A day of adoption in brackets is part of the text; a bare date only repeats the signature.
      if (!isBareDate(text)) break;
    } else break;
    at += 1;
  }
  head.length = at;
  return head;
}

/** 宜丰县人民政府办公室文件: red, large, above the rule. A letter's masthead lacks 文件. */
function mastheadOf(text: string): string | undefined {
  const closed = text.replace(/[\s　]+/gu, '');
  const named = /^(.{2,38}?)(?:文件|公报)$/u.exec(closed)?.[1];
  if (named && isAgency(named)) return named;
  return isAgency(closed) && !TITLE_END.test(closed) ? closed : undefined;
}

/** 宜府发〔2020〕5号, with a signatory beside it on papers that go upwards. */
function numberIn(text: string): string | undefined {
  const plain = text.replace(/[\s　]*签发人[:：].*$/u, '').replace(/^[（(]([\s\S]*)[）)]$/u, '$1');
  return canonicalDocumentNumber(plain);
}

function titleFrom(
  pieces: readonly Piece[],
  start: number,
): { text: string; end: number; isAssumed: boolean } | undefined {
  const first = pieces[start];
  if (first?.kind !== 'line') return undefined;
  const isCentred = first.align === 'center';
  let text = '';
  let end = start;
  for (let piece = pieces[end]; piece?.kind === 'line' && end - start < 6; piece = pieces[end]) {
    const words = textOf(piece);
    const isOther =
      end > start && (isCentred ? piece.align !== 'center' : /[:：。；，]$/u.test(words));
    if (isOther || numberIn(words) || isBareDate(words)) break;
    if ([...text, ...words].length > LONGEST_TITLE) break;
    text += closeUp(words).replace(/(?<=\p{Script=Han})[\s　]+(?=\p{Script=Han})/gu, '');
    end += 1;
    if (!isCentred && TITLE_END.test(text)) break;
  }
  if (text === '' || /[。；：:]$/u.test(text)) return undefined;
  return { text: tidy(text), end, isAssumed: !TITLE_END.test(text) };
}

/** After which piece the title ends that a list gives, or null where the text does not repeat it. */
function titleAt(pieces: readonly Piece[], title: string): number | null {
  const wanted = bare(title);
  for (let start = 0; start < Math.min(pieces.length, HEAD_WITHIN); start += 1) {
    let sofar = '';
    for (let at = start; at < Math.min(pieces.length, start + 6); at += 1) {
      const piece = pieces[at];
      if (piece?.kind !== 'line') break;
      sofar += bare(textOf(piece));
      if (sofar === wanted) return at + 1;
      if (!wanted.startsWith(sofar)) break;
    }
  }
  return null;
}

/**
 * 条例第十四条：依法确定为国家秘密的政府信息……不予公开。 A paper that bears a level of secrecy, or
 * that says itself that it is not for the public, must not be published by being in a folder.
 */
function markingOf(pieces: readonly Piece[]): ReturnType<typeof skip> | null {
  for (const piece of pieces.slice(0, 8)) {
    const text = piece.kind === 'line' ? bare(textOf(piece)) : '';
    if (/^(?:\d{6})?(?:绝密|机密|秘密)(?:★.{0,8})?$/u.test(text))
      return skip('marked-secret', text);
  }
  for (const piece of pieces.slice(-20)) {
    const text = piece.kind === 'line' ? bare(textOf(piece)) : '';
    if (/^\(?(?:此件|公开(?:属性|方式)[:：]?)(?:不予公开|不公开|依申请公开)\)?$/u.test(text)) {
      return skip('marked-not-public', text);
    }
  }
  return null;
}

/** 版记: whom it was copied to, and who printed it when. */
function withoutImprint(pieces: readonly Piece[]): readonly Piece[] {
  const from = Math.max(0, pieces.length - 15);
  const at = pieces.findIndex((piece, i) => {
    if (i < from) return false;
    if (piece.kind === 'table') return isImprint(tableText(piece));
    return piece.kind === 'line' && isImprint(textOf(piece));
  });
  return at > 0 ? pieces.slice(0, at) : pieces;
}

const isImprint = (text: string): boolean =>
  /^(?:抄送|抄报|主送)[:：]/u.test(bare(text)) || /年\d{1,2}月\d{1,2}日印发$/u.test(bare(text));

const tableText = (table: Extract<Piece, { kind: 'table' }>): string =>
  table.rows
    .flat()
    .map((cell) => cell.runs.map((run) => run.text).join(''))
    .join('');

function signatureOf(pieces: readonly Piece[]): { agency?: string; madeOn?: string } {
  const isDate = (piece: Piece): piece is Line =>
    piece.kind === 'line' && isBareDate(textOf(piece));
  // A text may go on with annexes after its date; the first date that stands under an agency counts.
  const dates = pieces.flatMap((piece, at) => (isDate(piece) && at > 0 ? [at] : []));
  for (const at of [...dates, -1]) {
    const above = pieces[at - 1];
    if (at < 0 || above?.kind !== 'line') continue;
    const names: string[] = [];
    for (let i = at - 1; i >= 0 && at - i <= 6; i -= 1) {
      const piece = pieces[i];
      const text = piece?.kind === 'line' ? textOf(piece) : '';
      if (!text.split(/[\s　]+/u).every(isAgency)) break;
      names.unshift(...text.split(/[\s　]+/u));
    }
    const madeOn = readDate(textOf(pieces[at] as Line));
    if (names.length > 0) return { agency: names.join('、'), ...(madeOn && { madeOn }) };
  }
  const last = dates.at(-1);
  const madeOn = last === undefined ? undefined : readDate(textOf(pieces[last] as Line));
  return madeOn ? { madeOn } : {};
}

const textOf = (line: Line): string => tidy(line.runs.map((run) => run.text).join(''));
