import type { Payload } from 'payload';
import type { Demo } from '../content';
import { idOf, quiet, storedIds, type Id } from './seeding';

/** The items of the standard catalogues, numbered within their field. */
export async function seedCatalogue(
  payload: Payload,
  demo: Demo,
  agencies: ReadonlyMap<string, Id>,
): Promise<Map<string, Id>> {
  const ids = await storedIds(payload, 'catalogue-items');
  // No two items of the demo are alike: its test says so, and each write need not ask again.
  const context = { ...quiet(), areItemsMatched: true };
  for (const { domain, agency, agencyName, items } of demo.catalogue) {
    for (const [i, { basis, onRequest, audience, ...plain }] of items.entries()) {
      if (ids.has(plain.slug)) continue;
      const made = await payload.create({
        collection: 'catalogue-items',
        depth: 0,
        context,
        data: {
          ...plain,
          domain,
          order: i + 1,
          basis: basis.join('\n'),
          agency: idOf(agencies, agency),
          agencyName,
          channels: channelsOf(plain.levels),
          audience: audience ? 'specific' : 'all',
          audienceNote: audience,
          way: onRequest ? 'on-request' : 'proactive',
        },
      });
      ids.set(plain.slug, made.id);
    }
  }
  return ids;
}

const channelsOf = (levels: readonly string[]): string[] =>
  levels.includes('township')
    ? ['政府网站', '社区/企事业单位/村公示栏（电子屏）']
    : ['政府网站', '政府公报'];
