import type { Passage, SearchRecord } from '../engine';
import { askedKey, fold, titleKey } from '../normalise';
import { numberKeys } from '../query';
import type { Words } from '../words';
import { MAX_TEXT, withinBounds } from './bounds';

/** A record as the tables keep it: each text column is words parted by blanks. */
export type Row = {
  /** Columns of `words` for the head: text, number, agency, extra, parts, chars. */
  head: WordColumns;
  passages: { columns: WordColumns; passage: Passage }[];
  title: { words: string; parts: string; chars: string; spelled: string };
  number: string;
  agency: string;
  combo: Combo;
  work: string | null;
  /** YYYYMMDD, 0 when unknown. */
  published: number;
  titleKey: string;
  /** Title keys by which the record is the answer itself (see SearchRecord.alsoAsked). */
  called: string[];
  shown: Head;
};

type WordColumns = [
  text: string,
  number: string,
  agency: string,
  extra: string,
  parts: string,
  chars: string,
];

/** What a hit shows, kept as JSON. */
export type Head = {
  id: string;
  key: string;
  title: string;
  number: string | null;
  numberKeys: string[];
  agency: string | null;
  url: string;
  explains?: readonly string[];
  /** See Row.called. */
  called?: readonly string[];
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

export function rowOf(record: SearchRecord, words: Words): Row {
  const title = [record.title, ...(record.alsoAsked ?? [])].flatMap((text) => words.cut(text));
  const called = record.alsoAsked ? keysOf([record.title, ...record.alsoAsked]) : [];
  const keys = numberKeys(record.number ?? '');
  const number = [record.number, record.indexNumber].flatMap((text) => words.cut(text ?? ''));
  const agency = words.cut(record.agency ?? '');
  const extra = words.cut(record.extra.slice(0, MAX_TEXT));
  const all = new Set([...title, ...number, ...agency, ...extra]);
  const numbers = [...number, ...keys].join(' ');
  return {
    head: [
      title.join(' '),
      numbers,
      agency.join(' '),
      extra.join(' '),
      partsOf(all, words).join(' '),
      insideChars(all).join(' '),
    ],
    passages: passagesOf(record, words),
    title: {
      words: title.join(' '),
      parts: partsOf(new Set(title), words).join(' '),
      chars: insideChars(new Set(title)).join(' '),
      spelled: spelled(record.title).join(' '),
    },
    number: numbers,
    agency: [...agency, ...partsOf(new Set(agency), words)].join(' '),
    combo: comboOf(record),
    work: record.work,
    published: Number((record.publishedOn ?? '').replaceAll('-', '')) || 0,
    titleKey: titleKey(record.title),
    called,
    shown: {
      id: record.id,
      key: record.key,
      title: record.title,
      number: record.number,
      numberKeys: keys,
      agency: record.agency,
      url: record.url,
      explains: record.explains?.length ? record.explains : undefined,
      called: called.length ? called : undefined,
    },
  };
}

function passagesOf(record: SearchRecord, words: Words): Row['passages'] {
  return withinBounds(record.passages).map((passage) => {
    const cut = words.cut(passage.text);
    const all = new Set(cut);
    const parts = partsOf(all, words).join(' ');
    return { columns: [cut.join(' '), '', '', '', parts, insideChars(all).join(' ')], passage };
  });
}

function comboOf(record: SearchRecord): Combo {
  return {
    collection: record.collection,
    kind: record.kind,
    theme: distinct(record.themes),
    agency: record.agencySlug ?? record.agency,
    year: record.year === null ? null : String(record.year),
    validity: record.validity,
    category: record.category,
    column: distinct(record.columns),
    topic: distinct(record.topics),
    hasInterpretation: record.hasInterpretation ? 'yes' : 'no',
    fileType: distinct(record.fileTypes),
  };
}

const keysOf = (titles: readonly string[]): string[] =>
  distinct(titles.map(askedKey).filter(Boolean));

const distinct = (values: readonly string[]): string[] => [...new Set(values)].sort();

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
