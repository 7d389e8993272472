import { canonicalDocumentNumber } from '../../domain/documents/number';
import { datePattern, readDate } from './dates';
import { bare, tidy } from './text';

/** One dated act over a law; one line of the head may tell several. */
export type Act = {
  on: string;
  text: string;
  isAdopted: boolean;
  isApproved: boolean;
  isPromulgated: boolean;
  isAmended: boolean;
  isEffective: boolean;
};

export type Head = {
  title: string;
  /** The lines of history as the source has them, each whole. */
  history: string[];
  acts: Act[];
  number?: string;
  /** Lines that are no history: a covering notice, printed before the text. */
  preface: string[];
};

/**
 * Reads what stands above the text of a law: its title, then lines of the form
 * `2008年12月1日 中华人民共和国国务院令第541号公布`. Lines that a source broke in the middle are joined.
 */
export function readHead(head: string): Head | undefined {
  const lines = head
    .split('\n')
    .map(tidy)
    .filter((line) => line !== '');
  const [first = '', ...rest] = lines;
  const title = tidy(first.replace(/^#\s+/u, ''));
  if (!first.startsWith('# ') || title === '') return undefined;
  const history: string[] = [];
  const preface: string[] = [];
  let part = '';
  let number: string | undefined;
  for (const line of rest) {
    if (line.startsWith('# ')) {
      // A code that is published book by book: `# 中华人民共和国民法典`, then `# 物权编`.
      part = tidy(line.slice(2));
    } else if (LEADING_DATE.test(line) && !CHINESE_YEAR.test(line)) {
      history.push(line);
    } else if (isNumberAlone(line)) {
      number = number ?? canonicalDocumentNumber(line);
      if (preface.length > 0) preface.push(line);
    } else if (history.length > 0) {
      const broken = history.pop() ?? '';
      history.push(`${broken}${joint(broken, line)}${line}`);
    } else {
      preface.push(line);
    }
  }
  const isTitleAgain = bare(preface.join('')) === bare(title);
  const acts = history.flatMap(actsOf);
  return {
    title: part === '' ? title : `${title}　${part}`,
    history,
    acts,
    ...withNumber(number ?? numberOf(acts)),
    preface: isTitleAgain ? [] : preface,
  };
}

const LEADING_DATE = /^[\d０-９]{4}年[\d０-９]{1,2}月[\d０-９]{1,2}/u;
/** 一九九四年十二月六日 on a line of its own is a signature, part of a covering notice. */
const CHINESE_YEAR = /^[一二〇○零]/u;

const isNumberAlone = (line: string): boolean =>
  /^[^，。《》]{1,12}[〔[［(（]\d{4}[〕\]］)）]\d+号$/u.test(line);

/** A broken line goes on without a gap, but two agencies under one another are two names. */
const joint = (broken: string, line: string): string =>
  /^\S{2,20}(?:部|委员会|总署|局|院|军委)(?:发布|公布)?$/u.test(line) &&
  /(?:部|委员会|总署|局|院)$/u.test(broken)
    ? '、'
    : '';

const withNumber = (number: string | undefined): { number?: string } =>
  number === undefined ? {} : { number };

/** Cuts a line at its dates, except those inside a quoted title, and says what was done on each. */
function actsOf(line: string): Act[] {
  const starts = [...line.matchAll(datePattern())]
    .map((match) => match.index)
    .filter((at) => isOutsideQuotes(line, at));
  const acts: Act[] = [];
  for (const [i, at] of starts.entries()) {
    const text = line.slice(at, starts[i + 1] ?? line.length);
    const on = readDate(text);
    if (on) acts.push({ on, text: withoutDate(text), ...deedOf(text) });
  }
  return acts;
}

function deedOf(text: string): Omit<Act, 'on' | 'text'> {
  const plain = withoutQuotes(text);
  const isAmended = /修正|修订|修改/u.test(plain) || /《[^》]*(?:修正案|修改)/u.test(text);
  return {
    isAmended,
    isAdopted: !isAmended && /通过/u.test(plain),
    isApproved: !isAmended && /批准/u.test(plain),
    isPromulgated: !isAmended && /公布|发布|公告|印发/u.test(plain),
    isEffective: /施行|实施|执行|生效/u.test(plain),
  };
}

function isOutsideQuotes(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return count(before, /[《〈<]/gu) <= count(before, /[》〉>]/gu);
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** The text without the titles it quotes, whose words (修改, 公布) say nothing about this law. */
export function withoutQuotes(text: string): string {
  let depth = 0;
  let kept = '';
  for (const character of text) {
    if ('《〈<'.includes(character)) depth += 1;
    else if ('》〉>'.includes(character)) depth = Math.max(0, depth - 1);
    else if (depth === 0) kept += character;
  }
  return kept;
}

const withoutDate = (text: string): string => tidy(text.replace(datePattern(), ''));

/** The number under which the law was last promulgated: …令第N号, …公告第N号. */
function numberOf(acts: readonly Act[]): string | undefined {
  for (const act of [...acts].reverse()) {
    if (act.isAmended) continue;
    const match =
      /(?:^|[，。；　 ])?([^，。；\s　《》]{2,60}?(?:令|公告)第\s*[^，。\s]{1,8}号)/u.exec(
        withoutQuotes(act.text),
      );
    const written = match?.[1]?.normalize('NFKC').replace(/^(?:由|以|根据)/u, '');
    if (written) return canonicalDocumentNumber(written) ?? withoutState(written);
  }
  return undefined;
}

/** Joint orders are no single series; only the state's name is dropped, as in every other number. */
const withoutState = (number: string): string => number.replace(/中华人民共和国(?=.)/gu, '');
