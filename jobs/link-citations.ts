import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeDeleteHook,
  Payload,
  PayloadRequest,
  TaskConfig,
  Where,
} from 'payload';
import { namesOf } from '@/domain/documents/citations/names';
import {
  idOf,
  loadHeld,
  publicDocuments,
  storedRows,
  type Held,
  type Id,
  type Source,
} from './citation-sources';
import { Linker } from './link-document';
import { requestRevalidation } from './request-revalidation';

type LinkCitationsTask = { input: { document: string }; output: { linked: number } };

/** Brings the citations of a changed document, and of all texts that name it, to what is public now. */
export const linkCitationsTask: TaskConfig<LinkCitationsTask> = {
  slug: 'link-citations',
  label: '识别文中引用',
  retries: { attempts: 5, backoff: { type: 'exponential', delay: 1_000 } },
  inputSchema: [{ name: 'document', type: 'text', required: true }],
  outputSchema: [{ name: 'linked', type: 'number', required: true }],
  handler: async ({ input, req }) => {
    const { linked, changed } = await linkChanged(req.payload, input.document);
    if (changed > 0) await requestRevalidation(req.payload.logger);
    return { output: { linked } };
  },
};

/** Queues the job in the transaction of the change, so that a change undone leaves no job. */
export const linkChangedDocument: CollectionAfterChangeHook = async ({
  doc,
  previousDoc,
  req,
  context,
}) => {
  const isOrWasPublic = [doc?._status, previousDoc?._status].includes('published');
  if (isOrWasPublic && !context.disableIndexing) await queueLinking(req, doc.id);
  return doc;
};

/** A row without its document is nothing, and the database holds one to the other. */
export const dropCitations: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await req.payload.db.deleteMany({ collection: 'citations', where: citing(id), req });
};

export const unlinkDeletedDocument: CollectionAfterDeleteHook = async ({ id, doc, req }) => {
  await queueLinking(req, id);
  return doc;
};

/**
 * Links a document anew, and every text that names it by title, number or code, or that cites it so
 * far: it may be new, renamed or withdrawn.
 *
 * @returns how many documents were linked, and how many of them cite otherwise than before
 */
export async function linkChanged(
  payload: Payload,
  document: Id,
): Promise<{ linked: number; changed: number }> {
  const [source] = await sourcesOf(payload, [document]);
  const held = await heldNow(payload);
  const ids = new Map<string, Id>();
  for (const id of await namers(payload, document, source)) ids.set(String(id), id);
  if (source) ids.set(String(source.id), source.id);
  else await payload.db.deleteMany({ collection: 'citations', where: citing(document) });
  const linker = new Linker(payload, held);
  const due = [...ids.values()];
  let changed = 0;
  for (let at = 0; at < due.length; at += BATCH) {
    const batch = due.slice(at, at + BATCH);
    const sources = await sourcesOf(payload, batch);
    changed += (await linker.link(sources, await storedRows(payload, batch))).changed;
  }
  return { linked: due.length, changed };
}

const BATCH = 50;

async function queueLinking(req: PayloadRequest, id: Id): Promise<void> {
  await req.payload.jobs.queue({
    task: 'link-citations',
    queue: 'index',
    input: { document: String(id) },
    req,
  });
}

async function sourcesOf(payload: Payload, ids: readonly Id[]): Promise<Source[]> {
  const sources: Source[] = [];
  for await (const source of publicDocuments(payload, { ids, withBody: true }))
    sources.push(source);
  return sources;
}

const citing = (document: Id): Where => ({ document: { equals: document } });

/** Documents whose texts cite this one, or name it as it is called now. */
async function namers(payload: Payload, document: Id, source: Source | undefined): Promise<Id[]> {
  const names = source ? namesOf(source) : [];
  const { docs } = await payload.find({
    collection: 'citations',
    where: {
      or: [
        { targets: { in: [document] } },
        ...names.map((name) => ({ named: { contains: `|${name}|` } })),
      ],
    },
    depth: 0,
    pagination: false,
    select: { document: true },
  });
  return docs.map((row) => idOf(row.document as Id | { id: Id }));
}

let last: { mark: string; held: Held } | undefined;

/** What is held, read again only when a document has changed: many jobs run one after the other. */
async function heldNow(payload: Payload): Promise<Held> {
  const newest = await payload.find({
    collection: 'documents',
    overrideAccess: false,
    user: null,
    sort: '-updatedAt',
    limit: 1,
    depth: 0,
    joins: false,
    select: { updatedAt: true },
  });
  const mark = `${newest.totalDocs}:${newest.docs[0]?.id}:${newest.docs[0]?.updatedAt}`;
  if (last?.mark !== mark) last = { mark, held: await loadHeld(payload) };
  return last.held;
}
