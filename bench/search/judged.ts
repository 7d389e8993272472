import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { SearchRecord } from '../../search/engine';
import { nameKey } from './kept-records';

/** A question and the laws that answer it. judged.txt tells how it is written. */
export type Judged = {
  class: string;
  text: string;
  answers: Answer[];
  /** Not to be looked at by whoever changes the search. */
  isHeldOut: boolean;
};

export type Answer = {
  /** The law as judged.txt names it; `*` stands for any words. */
  name: string;
  isMeant: (key: string) => boolean;
  /** The article that is asked for: 第四十四条. */
  article?: string;
};

export const JUDGED = path.join(import.meta.dirname, 'judged.txt');

/** A line as it is written, before questions are cut out of laws. */
export type JudgedLine = { class: string; line: string; isHeldOut: boolean };

/** @throws Error that names the line which can't be read */
export function readLines(text: string): JudgedLine[] {
  const lines: JudgedLine[] = [];
  let current = '';
  let count = 0;
  for (const written of text.split('\n')) {
    const line = written.trim();
    if (line === '' || line.startsWith('#')) continue;
    const heading = /^\[(\S+)\]$/.exec(line);
    if (heading) {
      current = heading[1]!;
      count = 0;
      continue;
    }
    if (!current || !line.includes(' | ')) throw new Error(`judged set: can't read “${line}”`);
    lines.push({ class: current, line, isHeldOut: count % 2 === 1 });
    count += 1;
  }
  return lines;
}

/** The questions, those made of phrases cut out of the given laws. Laws that are absent leave theirs out. */
export function judgedOf(lines: readonly JudgedLine[], records: readonly SearchRecord[]): Judged[] {
  const laws = new Map<string, SearchRecord>();
  for (const record of records) laws.set(nameKey(record.title), record);
  return lines.flatMap(({ class: of, line, isHeldOut }) => {
    const parts = line.split(' | ').map((part) => part.trim());
    if (!line.startsWith('@ ')) {
      const [text = '', names = ''] = parts;
      return [{ class: of, text, answers: names.split(';').map(answerOf), isHeldOut }];
    }
    const [name = '', article = '', ...cuts] = [parts[0]!.slice(2), ...parts.slice(1)];
    const law = laws.get(nameKey(name));
    if (!law) return [];
    const letters = lettersOfArticle(law, article);
    if (letters === null) throw new Error(`judged set: no ${article} in “${name}”`);
    const stretches: string[] = [];
    for (let i = 0; i < cuts.length; i += 2) {
      const from = Number(cuts[i]);
      stretches.push(letters.slice(from, from + Number(cuts[i + 1])));
    }
    return [{ class: of, text: stretches.join(' '), answers: [answerOf(name)], isHeldOut }];
  });
}

export const readJudged = (records: readonly SearchRecord[]): Judged[] =>
  judgedOf(readLines(readFileSync(JUDGED, 'utf8')), records);

/** `*` at an end of a name lets the title begin or end with other words. */
export function answerOf(written: string): Answer {
  const [name = '', article] = written.trim().split('#');
  const key = nameKey(name);
  const [isOpenBefore, isOpenAfter] = [name.startsWith('*'), name.endsWith('*')];
  const isMeant = (title: string): boolean => {
    if (isOpenBefore && isOpenAfter) return title.includes(key);
    if (isOpenBefore) return title.endsWith(key);
    return isOpenAfter ? title.startsWith(key) : title === key;
  };
  return { name, isMeant, ...(article && { article }) };
}

const ARTICLE = /^第[零〇○一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)?/gmu;

/** Letters and digits of an article after its number, whatever passages it was cut into. */
function lettersOfArticle({ passages }: SearchRecord, label: string): string | null {
  const text = passages
    .map((passage, i) => {
      const goesOn = i > 0 && passage.label && passage.label === passages[i - 1]?.label;
      return goesOn ? passage.text : `\n${passage.text}`;
    })
    .join('');
  const starts = [...text.matchAll(ARTICLE)];
  const at = starts.findIndex(([found]) => found === label);
  if (at < 0) return null;
  const from = starts[at]!.index + label.length;
  return text.slice(from, starts[at + 1]?.index).replace(/[^\p{L}\p{N}]/gu, '');
}
