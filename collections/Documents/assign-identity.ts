import { randomBytes } from 'node:crypto';
import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  PayloadRequest,
} from 'payload';
import { confirmDrawn, drawNumber, giveBack } from '@/collections/Counters/drawn-number';
import { dayOf } from '@/domain/workdays/days';
import { formatIndexNumber, parseIndexNumber } from '@/domain/documents/index-number';
import { documentSlug } from '@/domain/documents/slug';
import { isAddressName, isProvisional, PROVISIONAL_PREFIX } from '@/fields/slug/slug';
import type { Document } from '@/payload-types';
import { agencyOf } from './agency-of';

declare module 'payload' {
  interface RequestContext {
    /** Index numbers drawn in this request whose documents are not stored yet. */
    drawnIndexNumbers?: Set<string>;
    /** Index numbers of documents that this request deletes, by the document's id. */
    freedIndexNumbers?: Map<string, Set<string>>;
  }
}

/**
 * 条例第十二条: 政府信息公开目录包括政府信息的索引、名称、内容概述、生成日期等内容。
 *
 * Gives a document its index number (when its agency has a code) and its permanent address, once:
 * when it is first submitted for review or published. A draft that is discarded before that uses up
 * no number; until then it has an address of its own that nobody outside can open.
 */
export const assignIdentity: CollectionBeforeChangeHook<Document> = async ({
  data,
  operation,
  originalDoc: given,
  req,
}) => {
  // On create, Payload gives the document of which this one is a copy, if it is one.
  const originalDoc = operation === 'create' ? undefined : given;
  const document = { ...originalDoc, ...data };
  const isDue = data._status === 'published' || data.review?.action === 'submit';
  const typed = operation === 'create' && isAddressName(data.slug) ? data.slug : undefined;
  const slug = originalDoc?.slug ?? typed;
  const known = data.indexNumber || originalDoc?.indexNumber;
  if (!isDue) return { ...data, indexNumber: known, slug: slug ?? provisional() };
  // What has its address was reviewed with the number that it has, or with none.
  const wasSettled = Boolean(originalDoc?.slug) && !isProvisional(originalDoc?.slug ?? '');
  const indexNumber = known || (wasSettled ? undefined : await newIndexNumber(document, req));
  if (slug && !isProvisional(slug)) return { ...data, indexNumber, slug };
  const wanted = documentSlug({ indexNumber, fallback: fallbackOf(document) });
  return { ...data, indexNumber, slug: await freeSlug(wanted, req) };
};

/** The number is in the record: it is drawn for good. */
export const confirmIdentity: CollectionAfterChangeHook<Document> = async ({ doc, req }) => {
  const { indexNumber } = doc;
  req.context.heldDocuments?.add(doc);
  if (!indexNumber || !req.context.drawnIndexNumbers?.delete(indexNumber)) return doc;
  const { sequence, serial } = placeOf(indexNumber) ?? {};
  if (sequence && serial) await confirmDrawn(sequence, serial, req);
  return doc;
};

/** Its versions, which alone hold the number of a submitted draft, are gone once it is deleted. */
export const rememberIdentity: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const { docs } = await req.payload.db.findVersions<Document>({
    collection: 'documents',
    where: { parent: { equals: id } },
    limit: 0,
    pagination: false,
    select: { version: { indexNumber: true, _status: true } },
    req,
  });
  if (docs.some(({ version }) => version._status === 'published')) return;
  const numbers = docs.flatMap(({ version }) => version.indexNumber || []);
  (req.context.freedIndexNumbers ??= new Map()).set(String(id), new Set(numbers));
};

/** What never was public leaves its number to the next document. */
export const returnIdentity: CollectionAfterDeleteHook<Document> = async ({ doc, id, req }) => {
  for (const indexNumber of req.context.freedIndexNumbers?.get(String(id)) ?? []) {
    const place = placeOf(indexNumber);
    if (place && (await isDrawn(place.sequence, place.serial, req))) {
      await giveBack(place.sequence, place.serial, req);
    }
  }
  return doc;
};

async function newIndexNumber(
  document: Partial<Document>,
  req: PayloadRequest,
): Promise<string | undefined> {
  const code = (await agencyOf(document.agency, req))?.code;
  if (!code) return undefined;
  const made = document.madeOn ? dayOf(document.madeOn) : dayOf(new Date().toISOString());
  const year = Number(made.slice(0, 4));
  const numberOf = (serial: number) => formatIndexNumber({ agency: code, year, serial });
  const serial = await drawNumber(sequenceOf(code, year), req, (candidate) =>
    isTaken('indexNumber', numberOf(candidate), req),
  );
  const indexNumber = numberOf(serial);
  (req.context.drawnIndexNumbers ??= new Set()).add(indexNumber);
  return indexNumber;
}

const sequenceOf = (code: string, year: number): string => `index:${code}:${year}`;

function placeOf(indexNumber: string): { sequence: string; serial: number } | undefined {
  const parsed = parseIndexNumber(indexNumber);
  return parsed && { sequence: sequenceOf(parsed.agency, parsed.year), serial: parsed.serial };
}

/** Whether the sequence has come so far: a number that was typed ahead of it is not given back. */
async function isDrawn(sequence: string, serial: number, req: PayloadRequest): Promise<boolean> {
  const counter = await req.payload.db.findOne<{ id: number; value: number }>({
    collection: 'counters',
    where: { key: { equals: sequence } },
    req,
  });
  return Boolean(counter && serial <= counter.value);
}

/** Two notices of one title and day, of agencies without index numbers, get two addresses. */
async function freeSlug(wanted: string, req: PayloadRequest): Promise<string> {
  let slug = wanted;
  for (let serial = 2; await isTaken('slug', slug, req); serial += 1) slug = `${wanted}-${serial}`;
  return slug;
}

/** Past Payload's own operations, which note on the request what this one is about. */
async function isTaken(
  field: 'slug' | 'indexNumber',
  value: string,
  req: PayloadRequest,
): Promise<boolean> {
  const known = req.context.heldDocuments;
  if (known) {
    return (field === 'slug' ? known.withSlug(value) : known.withIndexNumber(value)).length > 0;
  }
  const options = { collection: 'documents', req } as const;
  const [stored, versions] = await Promise.all([
    req.payload.db.count({ ...options, where: { [field]: { equals: value } } }),
    req.payload.db.countVersions({
      ...options,
      where: { [`version.${field}`]: { equals: value } },
    }),
  ]);
  return stored.totalDocs + versions.totalDocs > 0;
}

/** The address of a draft. */
const provisional = (): string => `${PROVISIONAL_PREFIX}${randomBytes(6).toString('hex')}`;

/** What an address is made from when the authority keeps no index numbers here. */
const fallbackOf = ({ kind, madeOn, title, number }: Partial<Document>): string =>
  [kind, madeOn && dayOf(madeOn), title, number].filter(Boolean).join(' ');
