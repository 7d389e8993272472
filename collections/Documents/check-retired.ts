import type { FilterOptionsProps, PayloadRequest, Where } from 'payload';
import type { CatalogueItem, Column, Document } from '@/payload-types';
import type { Problem, RefusalWords } from './refusal';
import { idIn } from './stored-days';

const LISTS = [
  { path: 'columns', collection: 'columns', key: 'retiredColumn' },
  { path: 'catalogueItems', collection: 'catalogue-items', key: 'retiredItem' },
] as const;

/**
 * Columns and catalogue items that are no longer in use and that this save would add. What stood under one before
 * stays there: its address still answers with what it held.
 * @param before the record as it is stored, or the one of which this is a copy
 */
export async function retiredProblems(
  document: Partial<Document>,
  before: Partial<Document> | undefined,
  req: PayloadRequest,
  t: RefusalWords,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const { path, collection, key } of LISTS) {
    const known = new Set(idsIn(before?.[path]).map(String));
    const added = idsIn(document[path]).filter((id) => !known.has(String(id)));
    if (added.length === 0) continue;
    // Not straight from the database, which gives a column's name in all languages.
    const { docs } = await req.payload.find({
      collection,
      where: { and: [{ id: { in: added } }, { retired: { equals: true } }] },
      locale: 'zh-CN',
      limit: added.length,
      pagination: false,
      depth: 0,
      select: { name: true, title: true } as never,
      req,
    });
    for (const one of docs as unknown as (Column | CatalogueItem)[]) {
      const name = 'name' in one ? one.name : one.title;
      problems.push({ path, message: t(key, { name: name ?? '' }) });
    }
  }
  return problems;
}

/** What is offered: all in use, and what the record has already. */
export const inUseOr =
  (path: (typeof LISTS)[number]['path']) =>
  ({ data }: Pick<FilterOptionsProps<Document>, 'data'>): Where => {
    const kept = idsIn(data?.[path]);
    const inUse: Where = { retired: { not_equals: true } };
    return kept.length > 0 ? { or: [inUse, { id: { in: kept } }] } : inUse;
  };

const idsIn = (list: unknown): (number | string)[] =>
  Array.isArray(list) ? list.flatMap((one: unknown) => idIn(one as Column) ?? []) : [];
