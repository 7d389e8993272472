import { names, tellingWords, wordings } from './spellings';
import {
  applicationColumns,
  type ApplicationColumn,
  type ApplicationRow,
  type DisclosureColumn,
  type DisclosureRow,
  type LitigationColumn,
  type LitigationRow,
} from './tables';
import { layouts } from './years';

/** What a label may name; which of them it does is told by where it stands. */
export type Meaning = {
  applicationRow?: ApplicationRow;
  /** A line that only heads others: 三、本年度办理结果, （三）不予公开. 其他处理 is also a row of 2019. */
  applicationSection?: string;
  applicationColumn?: ApplicationColumn;
  /** 法人或其他组织, which heads the five kinds of organisations. */
  isOrganisations?: true;
  disclosureRow?: DisclosureRow;
  disclosureColumn?: DisclosureColumn;
  /** 第二十条第（一）项: the numeral. */
  disclosureGroup?: string;
  litigationRow?: LitigationRow;
  litigationColumn?: LitigationColumn;
  /** 行政诉讼, which heads both kinds of suits. */
  isSuits?: true;
  /** Words of the form that head no figures: 信息内容, 申请人情况. */
  isForm?: true;
  /** Set where the label is spelled like no known one and was taken for the nearest. */
  guessedFor?: string;
};

/** The longest label of the layouts has under 50 characters; a longer text is a sentence. */
const LONGEST = 60;

const NUMBERING =
  /^(?:第[一二三四五六七八九十]+(?:部分|章)[、.:,]?|[一二三四五六七八九十]{1,3}[、.,:]|\([一二三四五六七八九十\d]{1,3}\)[、.,]?|\d{1,2}[、.,)](?!\d)|\d{1,2}(?=\p{Script=Han}))/u;

/** A text without what differs between spellings of one label: width, spaces, invisible characters. */
export const narrow = (text: string): string =>
  text.normalize('NFKC').replace(/[\s\p{Cf}\p{Cc}]+/gu, '');

/** A label's own words: no number before it, no notes in brackets, no punctuation, official wordings. */
export function bareLabel(text: string): string {
  let label = withoutNumber(narrow(text));
  label = label
    .replace(/[〔[【]/gu, '(')
    .replace(/[〕\]】]/gu, ')')
    .replace(/\([^()]*\)/gu, '')
    .replace(/\(.*$/u, '')
    .replace(/[^\p{Script=Han}\p{L}\p{N}]/gu, '');
  for (const [written, official] of wordings) label = label.replaceAll(written, official);
  return label;
}

/** The text after its number: 一、, （一）, 1., 1、; two numbers one after the other may stand there. */
export const withoutNumber = (text: string): string =>
  text.replace(NUMBERING, '').replace(NUMBERING, '');

export const hasNumber = (text: string): boolean => NUMBERING.test(narrow(text));

type Lexicon = Map<string, Meaning>;

const lexicon: Lexicon = buildLexicon();
const memory = new Map<string, Meaning | null>();

/** What a label names, or null for a text that is no label of the layouts. */
export function meaningOf(text: string): Meaning | null {
  if (text.length > LONGEST * 3) return null;
  const known = memory.get(text);
  if (known !== undefined) return known;
  const meaning = findMeaning(text);
  // Pages hold a few hundred different short texts; more than this is no report.
  if (memory.size > 20_000) memory.clear();
  memory.set(text, meaning);
  return meaning;
}

function findMeaning(text: string): Meaning | null {
  const plain = narrow(text);
  const group = /^第二十条第?\(?([一二三四五六七八九十])\)?项/u.exec(plain);
  if (group) return { disclosureGroup: group[1] ?? '' };
  if (/勾稽关系/u.test(plain) && plain.length < LONGEST) return { isForm: true };
  const label = bareLabel(text);
  if (label === '' || label.length > LONGEST || !/\p{Script=Han}/u.test(label)) return null;
  const exact = lexicon.get(label);
  if (exact) return exact;
  const telling = tellingWords.find(([words]) => label.includes(words));
  if (telling && label.length <= 45) return { applicationRow: telling[1] };
  return suitsMeaning(label) ?? endMeaning(label) ?? nearMeaning(label);
}

/** 行政复议 and both kinds of suits, which reports word freely. */
function suitsMeaning(label: string): Meaning | null {
  if (label.length > 24) return null;
  if (/未经(?:行政)?复议/u.test(label)) return { litigationRow: 'direct-suit' };
  if (/(?:复议后|经复议)/u.test(label)) return { litigationRow: 'suit-after-review' };
  if (label.includes('行政复议') && !label.includes('诉讼')) return { litigationRow: 'review' };
  if (label.includes('行政诉讼') && !label.includes('复议')) return { isSuits: true };
  return null;
}

/** A line with its heading in one cell: （三）不予公开1.属于国家秘密. */
function endMeaning(label: string): Meaning | null {
  for (const [known, meaning] of lexicon) {
    if (known.length >= 5 && meaning.applicationRow && label.endsWith(known)) return meaning;
  }
  return null;
}

/** The one known label that differs by a slip of the pen, told as guessed. */
function nearMeaning(label: string): Meaning | null {
  const allowed = label.length >= 9 ? 2 : label.length >= 5 ? 1 : 0;
  if (allowed === 0) return null;
  let best: { known: string; distance: number } | null = null;
  let isTied = false;
  // So few slips leave one of so many pieces as it was.
  const size = Math.ceil(label.length / (allowed + 1));
  const pieces = Array.from({ length: allowed + 1 }, (_, i) =>
    label.slice(i * size, (i + 1) * size),
  );
  for (const known of lexicon.keys()) {
    if (known.length < 5 || Math.abs(known.length - label.length) > allowed) continue;
    if (!pieces.some((piece) => piece !== '' && known.includes(piece))) continue;
    const distance = editDistance(known, label);
    if (distance > allowed || (best && distance > best.distance)) continue;
    isTied = best !== null && distance === best.distance;
    best = { known, distance };
  }
  if (!best || isTied) return null;
  return { ...lexicon.get(best.known), guessedFor: best.known };
}

function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const change = one[i - 1] === other[j - 1] ? 0 : 1;
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + change);
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

function buildLexicon(): Lexicon {
  const words: Lexicon = new Map();
  const add = (text: string, meaning: Meaning): void => {
    const label = bareLabel(text);
    words.set(label, { ...meaning, ...words.get(label) });
  };
  for (const { disclosure, applications, litigation } of Object.values(layouts)) {
    for (const { rows, columns } of disclosure) {
      for (const { code, label } of rows) add(label.zh, { disclosureRow: code });
      for (const { code, label } of columns) add(label.zh, { disclosureColumn: code });
    }
    for (const { code, label } of applications.columns) {
      add(label.zh, { applicationColumn: code });
    }
    for (const { code, label } of applications.lines) {
      if (code === null) add(label.zh, { applicationSection: bareLabel(label.zh) });
      else add(label.zh, { applicationRow: code });
    }
    for (const { code, label } of litigation.rows) add(label.zh, { litigationRow: code });
    for (const { code, label } of litigation.columns) add(label.zh, { litigationColumn: code });
  }
  const also = <Code extends string>(
    list: Partial<Record<Code, readonly string[]>>,
    meaning: (code: Code) => Meaning,
  ): void => {
    for (const [code, labels] of Object.entries(list) as [Code, readonly string[]][]) {
      for (const label of labels) add(label, meaning(code));
    }
  };
  also(names.applicationRows, (applicationRow) => ({ applicationRow }));
  also(names.applicationColumns, (applicationColumn) => ({ applicationColumn }));
  also(names.disclosureRows, (disclosureRow) => ({ disclosureRow }));
  also(names.disclosureColumns, (disclosureColumn) => ({ disclosureColumn }));
  also(names.litigationColumns, (litigationColumn) => ({ litigationColumn }));
  for (const label of ['法人或其他组织', '法人和其他组织', '法人及其他组织', '法人或者其他组织']) {
    add(label, { isOrganisations: true });
  }
  for (const label of [
    '信息内容',
    '申请人情况',
    '申请人',
    '项目',
    '类别',
    '件数',
    '数量',
    '指标',
  ]) {
    add(label, { isForm: true });
  }
  return words;
}

/** Whether the columns of a header are all of them, each once. */
export const isWholeHeader = (columns: readonly string[]): boolean =>
  columns.length === applicationColumns.length &&
  applicationColumns.every((column) => columns.includes(column));
