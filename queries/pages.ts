import { cache } from 'react';
import type { Page } from '@/payload-types';
import { allOf, asPublic, portal } from './portal';

export type PageRow = Pick<
  Page,
  'id' | 'title' | 'slug' | 'kind' | 'summary' | 'editionOn' | 'english'
>;

/** A published page of one kind by its address, or null. */
export const findPage = cache(async (kind: Page['kind'], slug: string): Promise<Page | null> => {
  const payload = await portal();
  const { docs } = await payload.find({
    collection: 'pages',
    where: allOf({ kind: { equals: kind } }, { slug: { equals: slug } }),
    limit: 1,
    pagination: false,
    depth: 0,
    ...asPublic,
  });
  return docs[0] ?? null;
});

/** The guide in force: the latest edition that is published. 条例第十二条: 编制、公布政府信息公开指南……并及时更新。 */
export const findGuide = cache(async (): Promise<Page | null> => {
  const payload = await portal();
  const { docs } = await payload.find({
    collection: 'pages',
    where: { kind: { equals: 'guide' } },
    sort: ['-editionOn', 'order'],
    limit: 1,
    pagination: false,
    depth: 0,
    ...asPublic,
  });
  return docs[0] ?? null;
});

/** Published pages of one kind in their order, without bodies. */
export async function listPages(kind: Page['kind']): Promise<PageRow[]> {
  const payload = await portal();
  const { docs } = await payload.find({
    collection: 'pages',
    where: { kind: { equals: kind } },
    sort: ['order', 'id'],
    pagination: false,
    depth: 0,
    select: {
      title: true,
      slug: true,
      kind: true,
      summary: true,
      editionOn: true,
      english: { title: true, summary: true },
    },
    ...asPublic,
  });
  return docs as PageRow[];
}
