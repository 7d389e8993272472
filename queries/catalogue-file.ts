import type { Domain } from '@/domain/catalogue/domains';
import { loadItems } from '@/transfer/catalogue/store';
import { catalogueWorkbook } from '@/transfer/catalogue/write-workbook';
import { asPublic, portal } from './portal';
import { findSite } from './site';

type Kept = { state: string; bytes: Promise<Buffer> };

/** One file a field and one of all: made once, and again when an item has changed. */
const kept = new Map<Domain | 'all', Kept>();

/** The catalogue of a field or of all as XLSX. A stranger's thousand requests make it once. */
export async function catalogueFile(domain?: Domain): Promise<Buffer> {
  const state = await stateOf();
  const key = domain ?? 'all';
  const known = kept.get(key);
  if (known?.state === state) return known.bytes;
  const bytes = make(domain);
  kept.set(key, { state, bytes });
  // A failure is not kept.
  bytes.catch(() => kept.delete(key));
  return bytes;
}

async function make(domain?: Domain): Promise<Buffer> {
  const payload = await portal();
  const [items, site] = await Promise.all([loadItems(payload, domain), findSite('zh-CN')]);
  return catalogueWorkbook(items, site.isDemo ? `${site.name}（演示）` : site.name);
}

/** Changes with every item that is added, changed or retired. */
async function stateOf(): Promise<string> {
  const payload = await portal();
  const { docs, totalDocs } = await payload.find({
    collection: 'catalogue-items',
    sort: '-updatedAt',
    limit: 1,
    depth: 0,
    joins: false,
    select: { updatedAt: true },
    ...asPublic,
  });
  return `${totalDocs}:${docs[0]?.updatedAt ?? ''}`;
}
