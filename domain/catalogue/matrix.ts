import { dayOf, type Day } from '../workdays/days';
import { standingOf, tally, type Tally } from './coverage';
import { DOMAINS, type Domain } from './domains';
import type { Level } from './items';

/**
 * 基层政务公开标准化规范化（国办发〔2019〕54号）: the 26 fields beside the county and each of its townships, with
 * what was published in each, when last, and what is still missing.
 */
export type Matrix = {
  rows: MatrixRow[];
  /** Cells added up; a document that stands in two fields counts in both. */
  sums: MatrixLine;
  /** How many documents that are: each counts once. */
  distinct: { county: number; townships: number[]; all: number };
};

export type MatrixLine = { county: Cell; townships: Cell[]; all: Cell };
export type MatrixRow = MatrixLine & { domain: Domain };

/** How items stand, how many documents were published under them, and the day of the newest. */
export type Cell = Tally & { documents: number; last?: Day };

/** An item in use. */
export type MatrixItem = {
  id: string;
  domain: string;
  way?: string | null;
  reviewDays?: number | null;
  levels?: readonly string[] | null;
};

/** A published document under an item; one without an agency was issued by somebody above the county. */
export type Catalogued = {
  document: string;
  agency: string | null;
  item: string;
  /** A moment (ISO). */
  publishedOn: string | null;
};

/** What stands where: counted once, asked by many cells. */
export type Publications = {
  items: readonly MatrixItem[];
  /** By item and place the moment of the newest document. */
  last: ReadonlyMap<string, ReadonlyMap<string, string | null>>;
  /** By field and place, and by `''` and place for all fields, the documents that stand there. */
  documents: ReadonlyMap<string, ReadonlySet<string>>;
};

/** The place of whatever no township published. */
export const COUNTY = 'county';

/**
 * @param items those in use; what stands under another one is left out
 * @param townships their ids: what others published is the county's
 */
export function publicationsOf(
  items: readonly MatrixItem[],
  catalogued: readonly Catalogued[],
  townships: readonly string[],
): Publications {
  const fields = new Map(items.map(({ id, domain }) => [id, domain]));
  const places = new Set(townships);
  const last = new Map<string, Map<string, string | null>>();
  const documents = new Map<string, Set<string>>();
  for (const { document, agency, item, publishedOn } of catalogued) {
    const field = fields.get(item);
    if (field === undefined) continue;
    const place = agency !== null && places.has(agency) ? agency : COUNTY;
    const there = kept(last, item, () => new Map<string, string | null>());
    there.set(place, later(there.get(place) ?? null, publishedOn));
    for (const name of [field, '']) kept(documents, keyOf(name, place), newSet).add(document);
  }
  return { items, last, documents };
}

type Asked = { domain?: Domain; level?: Level; places: readonly string[] };

/**
 * What some places published in a field or in all. Standing is asked of the items of the level alone; a document
 * counts under whichever item it stands, so that none gets lost. Nobody shares a document with another place: one
 * agency issues it.
 */
export function cellOf(
  { items, last, documents }: Publications,
  { domain, level, places }: Asked,
  today: Day,
): Cell {
  let newest: string | null = null;
  const standings = items.flatMap((item) => {
    if (domain && item.domain !== domain) return [];
    const days = last.get(item.id);
    let own: string | null = null;
    if (days) for (const place of places) own = later(own, days.get(place) ?? null);
    newest = later(newest, own);
    const isAsked = !level || item.levels?.includes(level);
    return isAsked ? [standingOf(item, dayIn(own), today)] : [];
  });
  const count = places.reduce(
    (sum, place) => sum + (documents.get(keyOf(domain ?? '', place))?.size ?? 0),
    0,
  );
  return { ...tally(standings), documents: count, last: dayIn(newest) };
}

/** @param townships their ids, in the order of the columns */
export function matrixOf(
  items: readonly MatrixItem[],
  catalogued: readonly Catalogued[],
  townships: readonly string[],
  today: Day,
): Matrix {
  const all = publicationsOf(items, catalogued, townships);
  const rows = DOMAINS.map(({ code: domain }): MatrixRow => {
    // Of these few items alone: each cell looks through all that it is given.
    const own = { ...all, items: items.filter((item) => item.domain === domain) };
    const at = (place: string, level: Level) =>
      cellOf(own, { domain, level, places: [place] }, today);
    const county = at(COUNTY, 'county');
    const cells = townships.map((id) => at(id, 'township'));
    return { domain, county, townships: cells, all: sumOf([county, ...cells]) };
  });
  const different = (place: string) => all.documents.get(keyOf('', place))?.size ?? 0;
  const places = { county: different(COUNTY), townships: townships.map(different) };
  return {
    rows,
    sums: {
      county: sumOf(rows.map(({ county }) => county)),
      townships: townships.map((_id, i) => sumOf(rows.map((row) => row.townships[i]!))),
      all: sumOf(rows.map(({ all: sum }) => sum)),
    },
    distinct: { ...places, all: places.townships.reduce((a, b) => a + b, places.county) },
  };
}

/** Cells added up, as a reader adds them. */
function sumOf(cells: readonly Cell[]): Cell {
  const sum: Cell = { ...tally([]), documents: 0 };
  for (const cell of cells) {
    for (const count of COUNTS) sum[count] += cell[count];
    sum.last = later(sum.last ?? null, cell.last ?? null) ?? undefined;
  }
  return sum;
}

const COUNTS = ['items', 'nothing', 'late', 'covered', 'on-request', 'documents'] as const;

/** Moments and days both compare as they are written. */
const later = (one: string | null, other: string | null): string | null =>
  one === null || (other !== null && other > one) ? other : one;

const dayIn = (moment: string | null): Day | undefined =>
  moment === null ? undefined : dayOf(moment);

/** No code of a field holds a blank. */
const keyOf = (domain: string, place: string): string => `${domain} ${place}`;

const newSet = () => new Set<string>();

function kept<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
