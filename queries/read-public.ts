import {
  createLocalReq,
  type FlattenedField,
  type Payload,
  type SelectType,
  type Where,
} from 'payload';
import type { Config } from '@/payload-types';
import type { SearchCollection } from '@/search/engine';
import { plainColumns, type Bound } from './plain-columns';
import { allOf } from './portal';

type Read<Slug extends SearchCollection> = Config['collections'][Slug];

/**
 * Those of the records that the public may read, by the collection's own rule of access, in no order.
 * Straight from the database: relations stay ids and no hooks run, which is a third of what Payload's own
 * reading costs, and a tenth where only columns are asked for. So `select` names only fields that are neither
 * localized nor withheld from anybody.
 *
 * @param keys database ids, as text
 */
export async function readPublic<Slug extends SearchCollection>(
  payload: Payload,
  collection: Slug,
  keys: readonly string[],
  select: SelectType,
): Promise<Read<Slug>[]> {
  const rule = await publicRule(payload, collection);
  if (rule === false || keys.length === 0) return [];
  const bounds = boundsOf(rule);
  const paths = pathsOf(payload.collections[collection].config.flattenedFields, select);
  // MongoDB's ids are no texts, and its driver reads a record at no such cost.
  if (bounds && paths && payload.db.defaultIDType === 'number') {
    const rows = await plainColumns(
      payload,
      collection,
      ['id', ...paths],
      [{ path: 'id', in: keys }, ...bounds],
    );
    return rows.map(nested) as unknown as Read<Slug>[];
  }
  const { docs } = await payload.db.find<Read<Slug>>({
    collection,
    where: allOf({ id: { in: [...keys] } }, rule !== true && rule),
    limit: keys.length,
    pagination: false,
    sort: 'id',
    select,
  });
  return docs;
}

/** As readPublic, all records of a small collection. */
export async function readAllPublic<Slug extends SearchCollection>(
  payload: Payload,
  collection: Slug,
  select: SelectType,
): Promise<Read<Slug>[]> {
  const rule = await publicRule(payload, collection);
  if (rule === false) return [];
  const { docs } = await payload.db.find<Read<Slug>>({
    collection,
    where: rule === true ? {} : rule,
    pagination: false,
    sort: 'id',
    select,
  });
  return docs;
}

/** What the collection says to somebody who is not signed in. */
async function publicRule(
  payload: Payload,
  collection: SearchCollection,
): Promise<boolean | Where> {
  const req = await createLocalReq({ user: undefined }, payload);
  return payload.collections[collection].config.access.read({ req });
}

/** A rule that asks columns for one text each, as bounds; null for any other. */
function boundsOf(rule: true | Where): Bound<string>[] | null {
  if (rule === true) return [];
  const bounds = Object.entries(rule).map(([path, condition]) => {
    const { equals, ...others } = condition as { equals?: unknown };
    const isPlain = typeof equals === 'string' && Object.keys(others).length === 0;
    return isPlain ? { path, in: [equals] } : null;
  });
  return bounds.every((bound) => bound !== null) ? bounds : null;
}

/** Types of fields that are kept as text or number in a column of their own. */
const IN_COLUMNS = ['text', 'textarea', 'select', 'date', 'number', 'relationship'];

/** The chosen fields, with a dot into groups; null where one of them is no plain column. */
function pathsOf(fields: readonly FlattenedField[], select: SelectType): string[] | null {
  const paths: string[] = [];
  for (const [name, chosen] of Object.entries(select)) {
    const field = fields.find((one) => one.name === name);
    if (!field || chosen === false) return null;
    if (chosen !== true) {
      const inGroup = field.type === 'group' ? pathsOf(field.flattenedFields, chosen) : null;
      if (!inGroup) return null;
      paths.push(...inGroup.map((path) => `${name}.${path}`));
    } else if (isColumn(field)) {
      paths.push(name);
    } else {
      return null;
    }
  }
  return paths;
}

const isColumn = (field: FlattenedField): boolean =>
  IN_COLUMNS.includes(field.type) &&
  !('hasMany' in field && field.hasMany) &&
  !('localized' in field && field.localized) &&
  !('relationTo' in field && Array.isArray(field.relationTo));

/** `{ 'english.title': 'x' }` as `{ english: { title: 'x' } }`. */
function nested(row: Record<string, unknown>): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(row)) {
    const [name = '', inGroup] = path.split('.');
    if (inGroup === undefined) record[name] = value;
    else record[name] = { ...(record[name] as object | undefined), [inGroup]: value };
  }
  return record;
}
