import type { SearchRecord } from '../engine';
import { fold, titleKey } from '../normalise';
import { numberKeys } from '../query';
import type { Words } from '../words';

/** A record as the tables keep it: each text column is words parted by blanks. */
export type Row = {
  titleWords: string;
  titleParts: string;
  titleChars: string;
  titleSpelled: string;
  number: string;
  agency: string;
  body: string;
  extra: string;
  parts: string;
  chars: string;
  combo: Combo;
  /** YYYYMMDD, 0 when unknown. */
  published: number;
  titleKey: string;
  head: Head;
};

/** What a hit shows, kept as JSON. */
export type Head = {
  id: string;
  key: string;
  title: string;
  number: string | null;
  numberKeys: string[];
  agency: string | null;
  url: string;
};

/** The values by which a record is filtered and counted; equal combinations are stored once. */
export type Combo = {
  collection: string;
  kind: string | null;
  theme: string[];
  agency: string | null;
  year: string | null;
  validity: string | null;
  category: string | null;
  column: string[];
  topic: string[];
  hasInterpretation: string;
  fileType: string[];
};

// A bound for one text, about four times the civil code, so that one broken file can't stop the index.
const MAX_TEXT = 500_000;

export function rowOf(record: SearchRecord, words: Words): Row {
  const title = words.cut(record.title);
  const number = [record.number, record.indexNumber].flatMap((text) => words.cut(text ?? ''));
  const agency = words.cut(record.agency ?? '');
  const body = words.cut(textOf(record).slice(0, MAX_TEXT));
  const extra = words.cut(record.extra.slice(0, MAX_TEXT));
  const keys = numberKeys(record.number ?? '');
  const all = new Set([...title, ...number, ...agency, ...body, ...extra]);
  return {
    titleWords: title.join(' '),
    titleParts: partsOf(new Set(title), words).join(' '),
    titleChars: insideChars(new Set(title)).join(' '),
    titleSpelled: spelled(record.title).join(' '),
    number: [...number, ...keys].join(' '),
    agency: agency.join(' '),
    body: body.join(' '),
    extra: extra.join(' '),
    parts: partsOf(all, words).join(' '),
    chars: insideChars(all).join(' '),
    combo: comboOf(record),
    published: Number((record.publishedOn ?? '').replaceAll('-', '')) || 0,
    titleKey: titleKey(record.title),
    head: {
      id: record.id,
      key: record.key,
      title: record.title,
      number: record.number,
      numberKeys: keys,
      agency: record.agency,
      url: record.url,
    },
  };
}

export const textOf = ({ passages }: SearchRecord): string =>
  passages.map(({ text }) => text).join('\n');

function comboOf(record: SearchRecord): Combo {
  return {
    collection: record.collection,
    kind: record.kind,
    theme: [...record.themes].sort(),
    agency: record.agencySlug ?? record.agency,
    year: record.year === null ? null : String(record.year),
    validity: record.validity,
    category: record.category,
    column: [...record.columns].sort(),
    topic: [...record.topics].sort(),
    hasInterpretation: record.hasInterpretation ? 'yes' : 'no',
    fileType: [...record.fileTypes].sort(),
  };
}

/** Parts of long words that don't stand in the text by themselves. */
function partsOf(all: ReadonlySet<string>, words: Words): string[] {
  const parts = new Set<string>();
  for (const word of all) for (const part of words.parts(word)) if (!all.has(part)) parts.add(part);
  return [...parts];
}

/** Characters that stand only inside longer words, so that 税 finds 增值税. */
function insideChars(all: ReadonlySet<string>): string[] {
  const chars = new Set<string>();
  for (const word of all) {
    if (word.length < 2 || !/^\p{Script=Han}/u.test(word)) continue;
    for (const char of word) if (!all.has(char)) chars.add(char);
  }
  return [...chars];
}

/** Letters, digits and characters of a text one by one, for finding any stretch of a title. */
export const spelled = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]/gu) ?? [];
