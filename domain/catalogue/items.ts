import type { Domain } from './domains';

/**
 * One row of a standard catalogue (基层政务公开标准目录): what is to be disclosed, by which law, how
 * soon, by whom and to whom. Texts are as the catalogue has them, empty where it says nothing.
 */
export type CatalogueItem = {
  domain: Domain;
  /** 序号: its place in the catalogue of its field, from 1. */
  order: number;
  levelOne: string;
  levelTwo: string;
  content: string;
  basis: string;
  timeLimit: string;
  /** 公开主体 in the catalogue's words; one cell may name several bodies. */
  agencyName: string;
  channels: string[];
  audience: Audience;
  /** Who the 特定群体 are. */
  audienceNote: string;
  way: Way;
  levels: Level[];
  /** 更新周期 in days; absent where a sheet has no word on it, which is not the same as none. */
  reviewDays?: number | null;
};

export type Audience = 'all' | 'specific';
export type Way = 'proactive' | 'on-request';
export type Level = 'county' | 'township';

type Named = Pick<CatalogueItem, 'domain' | 'levelOne' | 'levelTwo' | 'content'>;

/** How an item is named in lists: its two levels, or the one that it has. */
export const titleOfItem = ({
  levelOne,
  levelTwo,
}: Pick<CatalogueItem, 'levelOne' | 'levelTwo'>): string =>
  [levelOne, levelTwo].filter((level) => level.trim() !== '').join(' · ');

/**
 * What makes an item the same one in two editions of a sheet: field, both levels and the content,
 * whatever blanks and marks stand between the words.
 */
export const keyOfItem = (item: Named): string => `${placeOf(item)}|${words(item.content)}`;

const placeOf = ({ domain, levelOne, levelTwo }: Named): string =>
  [domain, words(levelOne), words(levelTwo)].join('|');

const words = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();

export type Matched<Stored, Read> = {
  /** Rows of the sheet with the stored item that each one is. */
  pairs: { stored: Stored; read: Read }[];
  added: Read[];
  /** Rows that say once more what an earlier row of the sheet says. */
  repeated: Read[];
  /** Stored items that the sheet no longer has. */
  missing: Stored[];
};

/**
 * Finds the stored item for each row of a sheet, so that reading a sheet again changes nothing and
 * a new edition changes what it changes. First by the whole of its words; what is left over, by its
 * place (field and levels) where one row and one item are left there, so that reworded content is
 * a change and no new item.
 */
export function matchItems<Stored extends Named, Read extends Named>(
  stored: readonly Stored[],
  read: readonly Read[],
): Matched<Stored, Read> {
  const byKey = new Map(stored.map((item) => [keyOfItem(item), item]));
  const seen = new Set<string>();
  const result: Matched<Stored, Read> = { pairs: [], added: [], repeated: [], missing: [] };
  const left: Read[] = [];
  for (const item of read) {
    const key = keyOfItem(item);
    const same = byKey.get(key);
    if (seen.has(key)) result.repeated.push(item);
    else if (same) result.pairs.push({ stored: same, read: item });
    else left.push(item);
    seen.add(key);
  }
  const taken = new Set(result.pairs.map((pair) => pair.stored));
  const free = grouped(stored.filter((item) => !taken.has(item)));
  for (const [place, rows] of grouped(left)) {
    const candidates = free.get(place) ?? [];
    const [only] = candidates;
    const [row] = rows;
    if (only && row && candidates.length === 1 && rows.length === 1) {
      result.pairs.push({ stored: only, read: row });
      taken.add(only);
    } else {
      result.added.push(...rows);
    }
  }
  result.missing = stored.filter((item) => !taken.has(item));
  return result;
}

function grouped<Item extends Named>(items: readonly Item[]): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const place = placeOf(item);
    groups.set(place, [...(groups.get(place) ?? []), item]);
  }
  return groups;
}
