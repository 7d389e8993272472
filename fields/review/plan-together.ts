import type { CollectionSlug, PayloadRequest } from 'payload';
import { planRelease, type Candidate } from '@/domain/review/release-set';
import { hasRole } from '@/access/roles';
import type { Document, Interpretation } from '@/payload-types';
import { ReviewRefused } from './review-refused';
import { idOf, idsOf, storedReview } from './stored-review';
import { snapshotOf, type Snapshot } from './release-undo';

/** A text that may belong to a set, with its own id: a number on one database, a string on the other. */
export type LinkedText = Candidate & { id: Id; documents?: Id[] };

export type PlannedRelease = { asked: Snapshot; others: { text: LinkedText; before: Snapshot }[] };

declare module 'payload' {
  interface RequestContext {
    /** What goes out with a text that is just being published, by its key. */
    releases?: Map<string, PlannedRelease>;
  }
}

type Id = number | string;

export const keyOf = (collection: string, id: Id): string => `${collection}/${id}`;

export const collectionOf = ({ kind }: Candidate): 'documents' | 'interpretations' =>
  kind === 'document' ? 'documents' : 'interpretations';

/**
 * Before a text is published: finds what must go out with it and refuses where that is not ready.
 * What is planned is carried out once the text itself is written; see release-together.ts.
 */
export async function planTogether(
  collection: CollectionSlug,
  id: Id,
  req: PayloadRequest,
): Promise<void> {
  const { release, signOff } = req.context;
  // A batch comes as its source has it, documents first; in a set, the plan is made already.
  if (signOff || release?.by === 'set') return;
  if (collection !== 'documents' && collection !== 'interpretations') return;
  const key = keyOf(collection, id);
  const { others, refusal } = planRelease(key, await textsAround(collection, id, req), {
    scheduledAt: release?.now,
    isLeader: hasRole(req.user, 'leader'),
  });
  if (refusal) throw new ReviewRefused(refusal.reason, req, refusal.titles);
  if (others.length === 0) return;
  const planned: PlannedRelease['others'] = [];
  for (const text of others) {
    planned.push({ text, before: await snapshotOf(collectionOf(text), text.id, req) });
  }
  req.context.releases ??= new Map();
  req.context.releases.set(key, { asked: await snapshotOf(collection, id, req), others: planned });
}

/**
 * The text and all that waits for it or for which it waits, as last saved. Walks on from texts that
 * are not public only, so that a well-explained law does not bring in half the portal.
 */
export async function textsAround(
  collection: 'documents' | 'interpretations',
  id: Id,
  req: PayloadRequest,
): Promise<LinkedText[]> {
  const found = new Map<string, LinkedText>();
  let documents: Id[] = collection === 'documents' ? [id] : [];
  let interpretations: Id[] = collection === 'interpretations' ? [id] : [];
  while (documents.length > 0 || interpretations.length > 0) {
    const newDocuments = await readDocuments(documents, req);
    const newInterpretations = await readInterpretations(interpretations, req);
    for (const text of [...newDocuments, ...newInterpretations]) found.set(text.key, text);
    const open = newDocuments.filter(({ isPublic }) => !isPublic).map((text) => text.id);
    const explaining = await interpretationIdsOf(open, req);
    const explained = newInterpretations
      .filter(({ isPublic, goesSeparately }) => !isPublic && !goesSeparately)
      .flatMap((text) => text.documents ?? []);
    interpretations = explaining.filter((one) => !found.has(keyOf('interpretations', one)));
    documents = explained.filter((one) => !found.has(keyOf('documents', one)));
  }
  return [...found.values()];
}

async function readDocuments(ids: Id[], req: PayloadRequest): Promise<LinkedText[]> {
  const { docs, isPublic } = await lastSaved('documents', ids, req);
  return (docs as Document[]).map((doc) => ({
    ...plain('document', doc),
    isPublic: isPublic(doc.id),
  }));
}

async function readInterpretations(ids: Id[], req: PayloadRequest): Promise<LinkedText[]> {
  const { docs, isPublic } = await lastSaved('interpretations', ids, req);
  return (docs as Interpretation[]).map((doc) => {
    const documents = idsOf(doc.documents);
    return {
      ...plain('interpretation', doc),
      isPublic: isPublic(doc.id),
      explains: documents.map((one) => keyOf('documents', one)),
      documents,
      goesSeparately: Boolean(doc.separately?.trim()),
    };
  });
}

async function lastSaved(
  collection: 'documents' | 'interpretations',
  ids: Id[],
  req: PayloadRequest,
) {
  if (ids.length === 0) return { docs: [], isPublic: () => false };
  const where = { id: { in: ids } };
  const options = { collection, depth: 0, pagination: false, joins: false, req } as const;
  const { docs } = await req.payload.find({ ...options, where, draft: true } as never);
  const { docs: main } = await req.payload.find({
    ...options,
    where: { and: [where, { _status: { equals: 'published' } }] },
    select: { slug: true },
  } as never);
  const open = new Set(main.map((doc) => String((doc as { id: Id }).id)));
  return { docs, isPublic: (id: Id) => open.has(String(id)) };
}

/** Interpretations that name one of the documents, as last saved. */
async function interpretationIdsOf(documents: Id[], req: PayloadRequest): Promise<Id[]> {
  if (documents.length === 0) return [];
  const { docs } = await req.payload.find({
    collection: 'interpretations',
    where: { documents: { in: documents } },
    draft: true,
    depth: 0,
    pagination: false,
    req,
  });
  return docs.map(({ id }) => id);
}

const plain = (kind: Candidate['kind'], doc: Document | Interpretation) => ({
  kind,
  id: doc.id as Id,
  key: keyOf(kind === 'document' ? 'documents' : 'interpretations', doc.id),
  title: doc.title,
  agency: doc.agency ? String(idOf(doc.agency)) : null,
  isApproved: storedReview(doc as never).state === 'approved',
  releaseAt: doc.releaseAt,
});
