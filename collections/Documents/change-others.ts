import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  PayloadRequest,
  TypeWithVersion,
} from 'payload';
import { dayOf, type Day } from '@/domain/workdays/days';
import { noteValidity } from '@/collections/PublicationEvents/note-events';
import { queueIndexing } from '@/jobs/index-record';
import type { Document } from '@/payload-types';
import { validityToday } from './derive-validity';
import { decidedBy, incomingOf } from './incoming-relations';

/**
 * What a document says of others takes effect when it is published and ends when it is withdrawn:
 * the validity of everything it speaks of, now or in its public version before, is worked out anew.
 */
export const changeOthers: CollectionAfterChangeHook<Document> = async ({
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const before = operation === 'update' ? await publishedRelations(doc.id, req) : [];
  const targets = new Set(
    [doc.relations, previousDoc?.relations, ...before].flatMap(decidedBy).map(String),
  );
  await refreshValidity(req, idsOf(targets, doc.id), today());
  return doc;
};

export const restoreOthers: CollectionAfterDeleteHook<Document> = async ({ doc, req }) => {
  const targets = new Set(decidedBy(doc.relations).map(String));
  await refreshValidity(req, idsOf(targets, doc.id), today());
  return doc;
};

/** How many documents are read at a time; more would not fit one query's parameters everywhere. */
const BATCH = 200;

/**
 * Works out the validity of the given documents and stores it where it is another than before.
 * Validity is derived, so it is written past versions and review, which speak of content.
 *
 * @returns how many changed
 */
export async function refreshValidity(
  req: PayloadRequest,
  ids: readonly Document['id'][],
  day: Day,
): Promise<number> {
  let changed = 0;
  for (let at = 0; at < ids.length; at += BATCH) {
    const batch = ids.slice(at, at + BATCH);
    const { docs } = await req.payload.db.find<Document>({
      collection: 'documents',
      where: { id: { in: batch } },
      limit: 0,
      pagination: false,
      select: { effectiveOn: true, lapsesOn: true, change: true, validity: true },
      req,
    });
    const incoming = await incomingOf(req, batch);
    for (const document of docs) {
      const done = incoming.get(String(document.id)) ?? [];
      const validity = validityToday(document, done, day);
      if (validity === document.validity) continue;
      // Before it is stored: what was killed in between is found changed again.
      if (document.validity) await noteValidity(req, document.id, validity);
      await store(document.id, validity, (version) => validityToday(version, done, day), req);
      changed += 1;
    }
  }
  return changed;
}

async function store(
  id: Document['id'],
  validity: Document['validity'],
  inVersion: (version: Document) => Document['validity'],
  req: PayloadRequest,
): Promise<void> {
  const { db } = req.payload;
  await db.updateOne({ collection: 'documents', id, data: { validity }, req, returning: false });
  // The admin shows the latest version, be it the public one or a draft with days of its own.
  const { docs } = await db.findVersions<Document>({
    collection: 'documents',
    where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
    limit: 1,
    pagination: false,
    req,
  });
  for (const { id: versionId, updatedAt, version } of docs) {
    await db.updateVersion<Document>({
      collection: 'documents',
      id: versionId,
      versionData: {
        updatedAt,
        version: { ...version, validity: inVersion(version) },
      } as TypeWithVersion<Document>,
      req,
      returning: false,
    });
  }
  await queueIndexing(req, 'documents', id);
}

/** Relations of the last two public versions: that of now, and the one before this change. */
async function publishedRelations(
  id: Document['id'],
  req: PayloadRequest,
): Promise<Document['relations'][]> {
  const { docs } = await req.payload.db.findVersions<Document>({
    collection: 'documents',
    where: { and: [{ parent: { equals: id } }, { 'version._status': { equals: 'published' } }] },
    sort: '-updatedAt',
    limit: 2,
    pagination: false,
    select: { version: { relations: true } },
    req,
  });
  return docs.map(({ version }) => version.relations);
}

/** Ids are numbers on SQLite and texts on MongoDB, as the acting document's own id is. */
const idsOf = (targets: ReadonlySet<string>, like: Document['id']): Document['id'][] =>
  [...targets].map((id) => (typeof like === 'number' ? Number(id) : id) as Document['id']);

const today = (): Day => dayOf(new Date().toISOString());
