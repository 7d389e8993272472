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

/** By item and place what stands there. */
export type Publications = ReadonlyMap<string, ReadonlyMap<string, Published>>;
type Published = { documents: Set<string>; last: string | null };

/** The place of whatever no township published. */
export const COUNTY = 'county';

/** @param townships their ids: what others published is the county's */
export function byPlace(
  catalogued: readonly Catalogued[],
  townships: readonly string[],
): Publications {
  const places = new Set(townships);
  const items = new Map<string, Map<string, Published>>();
  for (const { document, agency, item, publishedOn } of catalogued) {
    const place = agency !== null && places.has(agency) ? agency : COUNTY;
    const there = items.get(item) ?? new Map<string, Published>();
    const known = there.get(place) ?? { documents: new Set(), last: null };
    known.documents.add(document);
    known.last = later(known.last, publishedOn);
    items.set(item, there.set(place, known));
  }
  return items;
}

/**
 * What some places published under items of one field or of all. Standing is asked of the items of the level
 * alone; a document counts under whichever item it stands, so that none gets lost.
 */
export function cellOf(
  items: readonly MatrixItem[],
  places: readonly string[],
  publications: Publications,
  today: Day,
  level?: Level,
): Cell {
  const documents = new Set<string>();
  let newest: string | null = null;
  const standings = items.flatMap((item) => {
    let last: string | null = null;
    for (const place of places) {
      const there = publications.get(item.id)?.get(place);
      if (!there) continue;
      for (const document of there.documents) documents.add(document);
      last = later(last, there.last);
    }
    newest = later(newest, last);
    const isAsked = !level || item.levels?.includes(level);
    return isAsked ? [standingOf(item, dayIn(last), today)] : [];
  });
  return { ...tally(standings), documents: documents.size, last: dayIn(newest) };
}

/** @param townships their ids, in the order of the columns */
export function matrixOf(
  items: readonly MatrixItem[],
  catalogued: readonly Catalogued[],
  townships: readonly string[],
  today: Day,
): Matrix {
  const publications = byPlace(catalogued, townships);
  const rows = DOMAINS.map(({ code }): MatrixRow => {
    const own = items.filter(({ domain }) => domain === code);
    const county = cellOf(own, [COUNTY], publications, today, 'county');
    const cells = townships.map((id) => cellOf(own, [id], publications, today, 'township'));
    return { domain: code, county, townships: cells, all: sumOf([county, ...cells]) };
  });
  const documentsOf = (places: readonly string[]) =>
    cellOf(items, places, publications, today).documents;
  return {
    rows,
    sums: {
      county: sumOf(rows.map(({ county }) => county)),
      townships: townships.map((_id, i) => sumOf(rows.map((row) => row.townships[i]!))),
      all: sumOf(rows.map(({ all }) => all)),
    },
    distinct: {
      county: documentsOf([COUNTY]),
      townships: townships.map((id) => documentsOf([id])),
      all: documentsOf([COUNTY, ...townships]),
    },
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
