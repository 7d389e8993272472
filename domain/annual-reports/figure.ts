import { parseChineseNumeral } from '../documents/chinese-numerals';
import type { FigureKind } from './layouts';
import type { Figure } from './tables';

/** What there is to say about a cell besides its figure; worded in messages `reportImport.cells`. */
export type CellNote =
  | 'dash' // a stroke that stands for nothing, left blank
  | 'none-word' // 无: taken for blank
  | 'not-a-figure' // text that isn't read
  | 'several-figures' // two numbers in one cell
  | 'odd-separators' // 12,34
  | 'wrong-unit' // 万元 in a column of counts, 件 in one of amounts
  | 'out-of-range' // more digits than a number keeps
  | 'negative' // below zero where a count is expected
  | 'decimal' // a fraction where a count is expected
  | 'chinese-numeral' // 三件
  | 'sign-word' // 减418
  | 'footnote-mark' // 23①, 23*
  | 'unit-converted' // 亿元 and 元
  | 'unit-assumed'; // an amount whose unit nothing tells

export type ReadCell = {
  figure: Figure;
  /** `unread` is a text that couldn't be read: the figure is null and a person must look. */
  state: 'read' | 'guessed' | 'blank' | 'unread';
  notes: CellNote[];
};

export type MoneyUnit = '亿元' | '万元' | '元';

const PER_10K: Record<MoneyUnit, number> = { 亿元: 10_000, 万元: 1, 元: 1 / 10_000 };
const COUNTERS = /(?:件次|件|个|项|条|次|宗|起|份|部)$/u;
/** A longer text is no cell of figures, whatever is in it. */
const LONGEST_CELL = 200;
const STROKES = /^(?:[/\\|~_*×-]+|n\/?a|null|空)$/iu;
/** Marks of footnotes: ① and ² would turn into digits of the number before them. */
const MARK = /[\u2460-\u24ff\u2776-\u2793\u00b2\u00b3\u00b9\u2070-\u209f]/u;
const MARKS_BEHIND =
  /(?:[\u2460-\u24ff\u2776-\u2793\u00b2\u00b3\u00b9\u2070-\u209f*＊※]|[[［]注?\d{0,2}[\]］])+$/u;
const NONE = /^(?:无|没有|暂无|未发生|不涉及)$/u;

/**
 * The figure that a cell holds, as it is written. Nothing is made up: a stroke, 无 and an empty cell
 * are blank, and whatever can't be told for certain is unread.
 *
 * @param unit the unit that the column's heading gives for amounts
 * @returns amounts in units of 10,000 yuan
 */
export function readFigure(text: string, kind: FigureKind, unit?: MoneyUnit): ReadCell {
  if (text.length > LONGEST_CELL) return unread('not-a-figure');
  const bare = text.trim().replace(MARKS_BEHIND, '');
  if (bare.trim() === '' || bare === text.trim()) {
    return MARK.test(text) ? unread('not-a-figure') : readPlain(text, kind, unit);
  }
  if (MARK.test(bare)) return unread('not-a-figure');
  const read = readPlain(bare, kind, unit);
  if (read.figure === null) return read;
  return { ...read, state: 'guessed', notes: [...read.notes, 'footnote-mark'] };
}

function readPlain(text: string, kind: FigureKind, unit?: MoneyUnit): ReadCell {
  const tidy = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[−‐‑‒–—―─﹣ー]/gu, '-')
    .replace(/，/gu, ',')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/。$/u, '');
  if (tidy === '') return blank();
  const close = tidy.replaceAll(' ', '');
  if (STROKES.test(close)) return blank('dash');
  if (NONE.test(close.replace(/[。.]$/u, ''))) return { ...blank('none-word'), state: 'guessed' };
  // A space between two digits may part two numbers: only groups of three are one.
  const grouped = /^[+-]?\d{1,3}(?: \d{3})+(?:\.\d+)?(?=\D*$)/u.exec(tidy)?.[0];
  if (/\d \d|\d ?[;、/] ?\d/u.test(tidy) && !grouped) return unread('several-figures');
  const [amount, notes] = withoutUnit(close, kind, unit);
  if (amount === null) return unread(...notes);
  const parsed = plainNumber(amount.text, kind);
  if ('problem' in parsed) return unread(parsed.problem);
  const value = amount.scale === 1 ? parsed.value : round(parsed.value * amount.scale);
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) {
    return unread('out-of-range');
  }
  const all = [...notes, ...parsed.notes, ...(grouped ? (['odd-separators'] as const) : [])];
  if (value < 0 && kind !== 'change') all.push('negative');
  if (!Number.isInteger(value) && kind !== 'amount-10k-yuan') all.push('decimal');
  return { figure: value, state: all.length > 0 ? 'guessed' : 'read', notes: all };
}

/** Whether a text is one that a cell of figures may hold. */
export function looksLikeFigure(text: string): boolean {
  const { state } = readFigure(text, 'change');
  const money = readFigure(text, 'amount-10k-yuan');
  return state !== 'unread' || money.state !== 'unread';
}

/** The unit of money that a heading names: 本年收费金额（单位：万元）. */
export function unitIn(heading: string): MoneyUnit | undefined {
  const plain = heading.normalize('NFKC').replace(/\s+/gu, '');
  if (/亿元/u.test(plain)) return '亿元';
  if (/万元/u.test(plain)) return '万元';
  return /(?:单位[::]?|\()(?:人民币)?元/u.test(plain) ? '元' : undefined;
}

type Amount = { text: string; scale: number };

function withoutUnit(
  text: string,
  kind: FigureKind,
  unit: MoneyUnit | undefined,
): [Amount | null, CellNote[]] {
  const money = /^(?:人民币|¥)?(.*?)(亿元?|万元?|元)(?:人民币|整)?$/u.exec(text);
  if (kind !== 'amount-10k-yuan') {
    if (money) return [null, ['wrong-unit']];
    return [{ text: text.replace(COUNTERS, ''), scale: 1 }, []];
  }
  if (COUNTERS.test(text)) return [null, ['wrong-unit']];
  if (!money) {
    const bare = text.replace(/^(?:人民币|¥)/u, '');
    const isZero = /^[+-]?0+(?:\.0+)?$/u.test(bare);
    const notes: CellNote[] = unit || isZero ? [] : ['unit-assumed'];
    return [
      { text: bare, scale: PER_10K[unit ?? '万元'] },
      unit && unit !== '万元' ? ['unit-converted'] : notes,
    ];
  }
  const [, number = '', mark = ''] = money;
  const written: MoneyUnit = mark.startsWith('亿') ? '亿元' : mark.startsWith('万') ? '万元' : '元';
  return [{ text: number, scale: PER_10K[written] }, written === '万元' ? [] : ['unit-converted']];
}

function plainNumber(
  text: string,
  kind: FigureKind,
): { value: number; notes: CellNote[] } | { problem: CellNote } {
  const signed = /^(增加?|减少?|上升|下降|\+|-|↑|↓)?(.*)$/u.exec(text);
  const [, sign = '', rest = ''] = signed ?? [];
  const isWord = sign !== '' && sign !== '+' && sign !== '-';
  if (isWord && kind !== 'change') return { problem: 'not-a-figure' };
  const factor = /^(?:-|减少?|下降|↓)$/u.test(sign) ? -1 : 1;
  const notes: CellNote[] = isWord ? ['sign-word'] : [];
  if (/^\d+(?:\.\d+)?$/u.test(rest)) {
    if (rest.replace('.', '').replace(/^0+/u, '').length > 15) return { problem: 'out-of-range' };
    return { value: signedValue(Number(rest), factor), notes };
  }
  if (/^\d[\d,]*(?:\.\d+)?$/u.test(rest)) {
    if (!/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(rest)) return { problem: 'odd-separators' };
    const digits = rest.replaceAll(',', '');
    if (digits.length > 15) return { problem: 'out-of-range' };
    return { value: signedValue(Number(digits), factor), notes };
  }
  const numeral = /^\p{Script=Han}|^[〇○]/u.test(rest) ? parseChineseNumeral(rest) : undefined;
  if (numeral === undefined) return { problem: 'not-a-figure' };
  return { value: signedValue(numeral, factor), notes: [...notes, 'chinese-numeral'] };
}

/** −0 is 0. */
const signedValue = (value: number, factor: 1 | -1): number => (value === 0 ? 0 : value * factor);

/** Takes off the dust of binary fractions: a fen is a millionth of 10,000 yuan. */
const round = (value: number): number => Math.round(value * 1e6) / 1e6;

const blank = (...notes: CellNote[]): ReadCell => ({ figure: null, state: 'blank', notes });
const unread = (...notes: CellNote[]): ReadCell => ({ figure: null, state: 'unread', notes });
