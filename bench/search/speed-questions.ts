import type { SearchRecord } from '../../search/engine';
import { titleKey } from '../../search/normalise';

/** A question of which only the time counts. */
export type Timed = { kind: string; text: string };

const EACH = 50;

const COMMON = [
  '条例',
  '规定',
  '管理',
  '企业',
  '人民政府',
  '罚款',
  '安全 责任',
  '申请 材料',
  '法律 -责任',
  '环境 保护',
];
const CHARACTERS = [...'税水地车路林学医药农房船矿电气'];

/** Takes records at even steps while they pass by: at most `EACH`, from all of the stream. */
export class Samples {
  readonly taken: SearchRecord[] = [];
  #seen = 0;

  constructor(private readonly total: number) {}

  see(record: SearchRecord): void {
    const due = Math.floor((this.taken.length * this.total) / EACH);
    if (this.#seen >= due && this.taken.length < EACH) this.taken.push(record);
    this.#seen += 1;
  }
}

/** The same questions in every run: parts of the records' own texts, common words, and what people ask. */
export function timedQuestions(
  samples: readonly SearchRecord[],
  plain: readonly string[],
): Timed[] {
  const kinds: Record<string, (record: SearchRecord, n: number) => string | null> = {
    'whole title': ({ title }) => title,
    'one word of a title': ({ title }) => titleKey(title).slice(-6, -2),
    'two stretches of a text': (record) => twoStretches(bodyOf(record)),
    'a quoted phrase': (record) => {
      const phrase = stretch(bodyOf(record), 0.6, 14);
      return phrase && `"${phrase}"`;
    },
    'common words': (_, n) => COMMON[n % COMMON.length] ?? null,
    'one character': (_, n) => CHARACTERS[n % CHARACTERS.length] ?? null,
    'plain questions': (_, n) => plain[Math.floor((n * plain.length) / EACH)] ?? null,
  };
  return Object.entries(kinds).flatMap(([kind, textOf]) =>
    samples.flatMap((record, n) => {
      const text = textOf(record, n);
      return text ? [{ kind, text }] : [];
    }),
  );
}

/** What stands in the box while a title is typed: its first one to six characters. */
export const typedPrefixes = (samples: readonly SearchRecord[]): string[] =>
  samples.flatMap(({ title }) =>
    [1, 2, 3, 4, 5, 6].map((length) => titleKey(title).slice(0, length)),
  );

const bodyOf = ({ passages }: SearchRecord): string => passages.map(({ text }) => text).join('\n');

function twoStretches(body: string): string | null {
  const [first, second] = [stretch(body, 0.3, 4), stretch(body, 0.7, 4)];
  return first && second ? `${first} ${second}` : null;
}

/** Characters in a row without a sign between them, near a place in a text. */
function stretch(text: string, at: number, length: number): string | null {
  const pattern = new RegExp(`\\p{Script=Han}{${length}}`, 'u');
  return pattern.exec(text.slice(Math.floor(text.length * at)))?.[0] ?? null;
}
