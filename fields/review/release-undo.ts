import type { CollectionSlug, PayloadRequest, TypeWithVersion } from 'payload';
import { auditUndoneRelease } from '@/collections/AuditLog/record-audit';
import { queueIndexing } from '@/jobs/index-record';
import { revalidateCollection } from '@/jobs/revalidate';
import { withholdFiles } from './release-files';

type Row = Record<string, unknown>;

/** A record before its release: the row that the public reads, and the newest version beside it. */
export type Snapshot = {
  collection: CollectionSlug;
  id: number | string;
  main: Row | null;
  version: TypeWithVersion<Row> | null;
};

export async function snapshotOf(
  collection: CollectionSlug,
  id: number | string,
  req: PayloadRequest,
): Promise<Snapshot> {
  const main = await req.payload.db.findOne<Row & { id: number | string }>({
    collection,
    where: { id: { equals: id } },
    locale: 'all',
    req,
  });
  return { collection, id, main, version: await newestVersion(collection, id, req) };
}

/**
 * Puts records back as they were before a release that failed half-way. For databases without
 * transactions: where there is one, it is rolled back as a whole. Written past the hooks, which would
 * take a step back for a withdrawal.
 */
export async function undoRelease(
  snapshots: readonly Snapshot[],
  req: PayloadRequest,
): Promise<void> {
  const { payload, context } = req;
  for (const { collection, id, main, version } of snapshots) {
    if (!main || !version) continue;
    await payload.db.updateOne({ collection, id, data: main, locale: 'all', req });
    const newest = await newestVersion(collection, id, req);
    if (newest && newest.id !== version.id) {
      await payload.db.deleteVersions({
        collection,
        where: { id: { equals: newest.id } },
        req,
      });
      await payload.db.updateVersion({
        collection,
        id: version.id,
        versionData: version as TypeWithVersion<never>,
        locale: 'all',
        req,
      });
      await auditUndoneRelease(req, collection, { id, title: main.title });
    }
    const { flattenedFields } = payload.collections[collection].config;
    await withholdFiles(flattenedFields, version.version, req);
    await queueIndexing(req, collection, id);
    revalidateCollection(collection, context);
  }
}

async function newestVersion(
  collection: CollectionSlug,
  id: number | string,
  req: PayloadRequest,
): Promise<TypeWithVersion<Row> | null> {
  const { docs } = await req.payload.db.findVersions<Row>({
    collection,
    where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
    locale: 'all',
    limit: 1,
    pagination: false,
    req,
  });
  return docs[0] ?? null;
}
