import type { CollectionSlug } from 'payload';
import { DOMAINS } from '@/domain/catalogue/domains';
import { filesFor, MOST_ADDRESSES, type MapEntry } from '@/domain/frame/sitemap';
import { listReports } from './annual-reports';
import { pageAddress } from './lists/words';
import { plainColumns } from './plain-columns';
import { asPublic, portal } from './portal';

/** What stands in one file of the site map, or in several: a collection whose records have pages. */
type Part = {
  name: string;
  collection: CollectionSlug;
  folder: string;
  /** Records that are reviewed have drafts; the others are public as they are. */
  isReviewed: boolean;
};

const reviewed = (collection: CollectionSlug, folder = `/${collection}`): Part => ({
  name: collection,
  collection,
  folder,
  isReviewed: true,
});

const open = (collection: CollectionSlug, folder = `/${collection}`): Part => ({
  name: collection,
  collection,
  folder,
  isReviewed: false,
});

const PARTS: readonly Part[] = [
  reviewed('documents'),
  reviewed('interpretations'),
  reviewed('topics'),
  reviewed('consultations'),
  reviewed('policies'),
  reviewed('services'),
  reviewed('service-chains', '/services/chains'),
  reviewed('questions'),
  reviewed('proposals'),
  reviewed('published-letters', '/letters'),
  reviewed('published-answers', '/applications/answers'),
  open('agencies'),
  open('columns', '/disclosure/columns'),
];

/** Pages that are no record's; the ones that only an asked question makes are left out. */
const PAGES = [
  '/',
  ...['documents', 'documents/changes', 'interpretations', 'topics', 'search', 'agencies'],
  ...['guide', 'rules', 'statutory', 'grassroots', 'catalogue', 'townships'].map(
    (part) => `disclosure/${part}`,
  ),
  ...['disclosure', 'annual-reports', 'applications', 'applications/answers'],
  ...['applications/statistics', 'services', 'policies', 'policies/find', 'questions'],
  ...['participate', 'consultations', 'letters', 'letters/statistics', 'proposals'],
  ...['statistics', 'statistics/notices', 'subscriptions', 'open-data', 'feeds', 'developers'],
  ...['site-map', 'about/contact'],
];

export type MapFile = { name: string; changed?: string | null };

/** The files of the site map; a collection in which nothing is public has none. */
export async function mapFiles(): Promise<MapFile[]> {
  const payload = await portal();
  const counted = await Promise.all(
    PARTS.map(async ({ name, collection, isReviewed }) => {
      const { docs, totalDocs } = await payload.find({
        collection,
        where: isReviewed ? { _status: { equals: 'published' } } : {},
        sort: '-updatedAt',
        limit: 1,
        depth: 0,
        select: { updatedAt: true } as never,
        ...asPublic,
      });
      const changed = (docs as { updatedAt?: string }[])[0]?.updatedAt;
      return Array.from({ length: filesFor(totalDocs) }, (_, i) => ({
        name: `${name}-${i + 1}`,
        changed,
      }));
    }),
  );
  return [{ name: 'pages-1' }, ...counted.flat()];
}

/** What stands in a file, or null where there is no such file. @param file a name of `mapFiles` */
export async function entriesOf(file: string): Promise<MapEntry[] | null> {
  if (file === 'pages-1') return pages();
  const [, name, number] = /^([a-z-]+)-([1-9]\d{0,3})$/.exec(file) ?? [];
  const part = PARTS.find((candidate) => candidate.name === name);
  if (!part) return null;
  const payload = await portal();
  const rows = await plainColumns(
    payload,
    part.collection,
    ['slug', 'updatedAt', 'id'],
    part.isReviewed ? [{ path: '_status', in: ['published'] }] : [],
  );
  const first = (Number(number) - 1) * MOST_ADDRESSES;
  if (first >= rows.length) return null;
  return rows
    .slice(first, first + MOST_ADDRESSES)
    .filter(({ slug }) => slug)
    .map(({ slug, updatedAt }) => entryOf(`${part.folder}/${slug}`, momentOf(updatedAt)));
}

async function pages(): Promise<MapEntry[]> {
  const reports = await listReports('zh-CN');
  return [
    ...PAGES.map((path) => entryOf(path.startsWith('/') ? path : `/${path}`)),
    ...DOMAINS.map(({ code }) => entryOf(`/disclosure/catalogue/${code}`)),
    ...reports.map(({ agency, year }) => entryOf(`/annual-reports/${agency.slug}/${year}`)),
  ];
}

const entryOf = (path: string, changed?: string | null): MapEntry => ({
  address: pageAddress(path, 'zh-CN'),
  english: pageAddress(path === '/' ? '' : path, 'en'),
  changed,
});

const momentOf = (value: unknown): string | null =>
  value instanceof Date ? value.toISOString() : typeof value === 'string' ? value : null;
