import type { Payload, RequestContext } from 'payload';
import type { Domain } from '../../domain/catalogue/domains';
import { DOMAINS } from '../../domain/catalogue/domains';
import { matchItems, type CatalogueItem } from '../../domain/catalogue/items';
import type { ReadItem, SheetFinding } from '../../domain/catalogue/sheet';
import type { Agency, CatalogueItem as StoredItem } from '../../payload-types';
import type { Catalogue } from './read-workbook';

type Change = { id: StoredItem['id']; read: ReadItem; fields: string[] };

/** What an import would write, worked out before anything is written. */
export type Plan = {
  added: ReadItem[];
  changed: Change[];
  unchanged: number;
  /** Items held here that the workbook's sheet of their field no longer has. */
  missing: Pick<StoredItem, 'id' | 'title'>[];
  findings: SheetFinding[];
  agencies: ReadonlyMap<string, Agency['id']>;
};

/** The items of the catalogue in its order, those that were retired left out. */
export async function loadItems(payload: Payload, domain?: Domain): Promise<CatalogueItem[]> {
  const stored = await readStored(payload, domain ? [domain] : DOMAINS.map(({ code }) => code));
  const agencies = await payload.find({
    collection: 'agencies',
    pagination: false,
    depth: 0,
    select: { name: true },
  });
  const names = new Map(agencies.docs.map(({ id, name }) => [String(id), name]));
  return stored
    .filter(({ retired }) => !retired)
    .map((item) => {
      const plain = plainItem(item);
      return { ...plain, agencyName: plain.agencyName || names.get(String(item.agency)) || '' };
    });
}

/** Compares what a workbook says with what is held. Nothing is written. */
export async function planCatalogue(payload: Payload, catalogue: Catalogue): Promise<Plan> {
  const stored = await readStored(payload, catalogue.domains);
  const agencies = await agencyNames(payload);
  const byId = new Map(stored.map((item) => [item.id, item]));
  const named = stored.map((item) => ({ ...plainItem(item), id: item.id }));
  const { pairs, added, repeated, missing } = matchItems(named, catalogue.items);
  const changed = pairs.flatMap(({ stored: { id, ...before }, read }): Change[] => {
    const fields = changedFields(before, read);
    if (byId.get(id)?.retired) fields.push('retired');
    return fields.length > 0 ? [{ id, read, fields }] : [];
  });
  const gone = missing.flatMap(({ id }) => {
    const item = byId.get(id);
    return item && !item.retired ? [{ id, title: item.title }] : [];
  });
  const unknown = catalogue.items.filter(
    ({ agencyName }) => agencyName !== '' && agencyIn(agencyName, agencies) === undefined,
  );
  return {
    added,
    changed,
    unchanged: pairs.length - changed.length,
    missing: gone,
    agencies,
    findings: [
      ...catalogue.findings,
      ...repeated.map((item) => ({ ...item.at, code: 'repeated' as const, detail: item.content })),
      ...unknown.map((item) => ({
        ...item.at,
        code: 'agency-unknown' as const,
        detail: item.agencyName,
      })),
      ...gone.map(({ title }) => ({
        sheet: '',
        row: 0,
        code: 'missing' as const,
        detail: title ?? '',
      })),
    ],
  };
}

/**
 * Carries a plan out. Run again after a break it goes on where it stopped, since what was written
 * is matched and left alone.
 *
 * @param retire whether items that the workbook no longer has are marked as retired; none is deleted
 */
export async function writeCatalogue(
  payload: Payload,
  plan: Plan,
  { retire, context }: { retire?: boolean; context: RequestContext },
): Promise<void> {
  const options = {
    collection: 'catalogue-items',
    depth: 0,
    context: { ...context, areItemsMatched: true },
  } as const;
  for (const read of plan.added) {
    await payload.create({ ...options, data: dataOf(read, plan) });
  }
  for (const { id, read } of plan.changed) {
    await payload.update({ ...options, id, data: { ...dataOf(read, plan), retired: false } });
  }
  for (const { id } of retire ? plan.missing : []) {
    await payload.update({ ...options, id, data: { retired: true } });
  }
}

function dataOf({ at: _at, ...item }: ReadItem, { agencies }: Plan) {
  const agency = agencyIn(item.agencyName, agencies);
  return { ...item, ...(agency !== undefined && { agency: agency as number }) };
}

/** Fields that differ; a field of which the sheet says nothing (no 备注 column) does not. */
const changedFields = (before: CatalogueItem, { at: _at, ...read }: ReadItem): string[] =>
  Object.entries(read)
    .filter(([field, value]) => value !== undefined && !isSame(before, field, value))
    .map(([field]) => field);

const isSame = (before: CatalogueItem, field: string, value: unknown): boolean =>
  JSON.stringify(before[field as keyof CatalogueItem]) === JSON.stringify(value);

async function readStored(payload: Payload, domains: readonly Domain[]): Promise<StoredItem[]> {
  const { docs } = await payload.find({
    collection: 'catalogue-items',
    where: { domain: { in: [...domains] } },
    sort: ['domain', 'order', 'id'],
    pagination: false,
    depth: 0,
    joins: false,
  });
  return docs;
}

/** A stored record as the catalogue's own row; what is empty there is empty here. */
function plainItem(item: StoredItem): CatalogueItem {
  return {
    domain: item.domain,
    order: item.order ?? 0,
    levelOne: item.levelOne,
    levelTwo: item.levelTwo ?? '',
    content: item.content,
    basis: item.basis ?? '',
    timeLimit: item.timeLimit ?? '',
    agencyName: item.agencyName ?? '',
    channels: item.channels ?? [],
    audience: item.audience ?? 'all',
    audienceNote: item.audienceNote ?? '',
    way: item.way ?? 'proactive',
    levels: [...(item.levels ?? [])].sort(),
    reviewDays: item.reviewDays ?? null,
  };
}

/** Full and short names of the agencies held here. */
async function agencyNames(payload: Payload): Promise<Map<string, Agency['id']>> {
  const { docs } = await payload.find({
    collection: 'agencies',
    pagination: false,
    depth: 0,
    select: { name: true, shortName: true },
  });
  return new Map(
    docs.flatMap(({ id, name, shortName }) =>
      [name, shortName].flatMap((one) => (one ? [[one, id] as const] : [])),
    ),
  );
}

/**
 * The first body that a cell names, which bears the item: 县民政局、乡镇人民政府 is 县民政局's. A
 * catalogue leaves the county's own name away: 县民政局 is the one agency whose name ends so.
 */
function agencyIn(
  cell: string,
  agencies: ReadonlyMap<string, Agency['id']>,
): Agency['id'] | undefined {
  const first = (cell.split(/[、，,；;\n]/u)[0] ?? '').trim();
  const exact = agencies.get(cell) ?? agencies.get(first);
  if (exact !== undefined || first.length < 4) return exact;
  const ending = [...agencies].filter(([name]) => name.endsWith(first));
  return ending.length === 1 ? ending[0]?.[1] : undefined;
}
