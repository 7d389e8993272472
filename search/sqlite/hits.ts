import type Database from 'libsql';
import type {
  Passage,
  SearchCollection,
  SearchHit,
  Snippet,
  Validity,
  VersionHit,
} from '../engine';
import { bestPassage, markWords } from '../passage';
import type { MatchPlan } from './plan';
import type { Combo, Head } from './row';
import { rows } from './schema';

/** What a result is made of, by the numbers of rows. */
export type Wanted = {
  id: number;
  /** The row of the best passage; 0 for none. */
  row: number;
  score: number;
  isPinned: boolean;
  /** Ids of the other versions. */
  versions: readonly number[];
};

export type StoredDocument = { head: Head; combo: Combo; published: number; passages: number };

type StoredPassage = {
  id: number;
  text: string;
  label: string | null;
  anchor: string | null;
  file: string | null;
};

/** Reads what is shown of the results of a page. */
export function readHits(
  db: Database.Database,
  wanted: readonly Wanted[],
  plan: MatchPlan,
  snippetLength: number,
): SearchHit[] {
  const documents = readDocuments(
    db,
    wanted.flatMap(({ id, versions }) => [id, ...versions]),
  );
  const rowOf = ({ id, row }: Wanted): number => row || id + 1;
  const passages = readPassages(db, wanted.map(rowOf));
  return wanted.flatMap((one) => {
    const document = documents.get(one.id);
    if (!document) return [];
    const { head, combo } = document;
    const passage = document.passages ? passages.get(rowOf(one)) : undefined;
    return [
      {
        ...versionOf(document),
        score: one.score,
        title: markWords(head.title, plan.marks),
        agency: head.agency,
        kind: combo.kind,
        snippet: snippetOf(passage, document, rowOf(one) - one.id, plan.marks, snippetLength),
        place: one.row && passage ? placeOf(passage) : null,
        isNumberMatch: head.numberKeys.some((key) => plan.numberWords.includes(key)),
        isPinned: one.isPinned,
        versions: one.versions.flatMap((id) => {
          const version = documents.get(id);
          return version ? [versionOf(version)] : [];
        }),
      },
    ];
  });
}

export function readDocuments(
  db: Database.Database,
  ids: readonly number[],
): Map<number, StoredDocument> {
  const sql = `SELECT d.id AS id, d.head AS head, c.value AS combo, m.published AS published, m.passages AS passages
    FROM doc d JOIN meta m ON m.id = d.id JOIN combo c ON c.id = m.combo WHERE d.id IN (${ids.join(',')})`;
  type Found = { id: number; head: string; combo: string; published: number; passages: number };
  return new Map(
    rows<Found>(db, sql).map(({ id, head, combo, ...rest }) => [
      id,
      { ...rest, head: JSON.parse(head) as Head, combo: JSON.parse(combo) as Combo },
    ]),
  );
}

export function readPassages(
  db: Database.Database,
  ids: readonly number[],
): Map<number, StoredPassage> {
  const sql = `SELECT id, text, label, anchor, file FROM passage WHERE id IN (${ids.join(',')})`;
  return new Map(rows<StoredPassage>(db, sql).map((row) => [row.id, row]));
}

export function versionOf({ head, combo, published }: StoredDocument): VersionHit {
  return {
    id: head.id,
    collection: combo.collection as SearchCollection,
    key: head.key,
    title: head.title,
    number: head.number,
    publishedOn: dayOf(published),
    validity: combo.validity as Validity | null,
    url: head.url,
  };
}

export const placeOf = ({ label, anchor, file }: StoredPassage): Omit<Passage, 'text'> | null =>
  label || anchor || file
    ? {
        ...(anchor && { anchor }),
        ...(label && { label }),
        ...(file && { file }),
      }
    : null;

const NO_SNIPPET: Snippet = { text: '', marks: [], cutBefore: false, cutAfter: false };

/** @param nth which passage of the document it is, from 1 */
function snippetOf(
  passage: StoredPassage | undefined,
  { passages }: StoredDocument,
  nth: number,
  marks: readonly string[],
  length: number,
): Snippet {
  if (!passage) return NO_SNIPPET;
  const snippet = bestPassage(passage.text, marks, length);
  return {
    ...snippet,
    cutBefore: snippet.cutBefore || nth > 1,
    cutAfter: snippet.cutAfter || nth < passages,
  };
}

function dayOf(published: number): string | null {
  if (!published) return null;
  const digits = String(published).padStart(8, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}
