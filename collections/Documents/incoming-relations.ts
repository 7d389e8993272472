import type { PayloadRequest } from 'payload';
import { effectOf, type Relation } from '@/domain/documents/relations';
import type { Incoming } from '@/domain/documents/validity';
import type { Document } from '@/payload-types';
import { actingDays, dayOrNull, idIn } from './stored-days';

type Row = NonNullable<Document['relations']>[number];

/** A stored relation with its day as the rules take it. */
export const relationIn = ({ verb, on, provisions, reason }: Row): Relation => ({
  verb,
  on: dayOrNull(on),
  provisions,
  reason,
});

/** The documents whose validity this one decides. */
export const decidedBy = (relations: Document['relations']): Document['id'][] =>
  (relations ?? []).flatMap((row) => {
    const id = idIn(row.document);
    return id !== undefined && row.verb && effectOf(relationIn(row)) ? [id] : [];
  });

/**
 * What public documents do to the given ones, by the id of the document it is done to. Reads past
 * hooks and access control: a rule about validity holds whoever asks, and Payload's own operations
 * would note on the request what this one is about.
 */
export async function incomingOf(
  req: PayloadRequest,
  ids: readonly Document['id'][],
): Promise<Map<string, Incoming[]>> {
  const incoming = new Map<string, Incoming[]>();
  if (ids.length === 0) return incoming;
  const wanted = new Set(ids.map(String));
  const { docs } = await req.payload.db.find<Document>({
    collection: 'documents',
    where: {
      and: [{ _status: { equals: 'published' } }, { 'relations.document': { in: [...ids] } }],
    },
    limit: 0,
    pagination: false,
    select: { relations: true, effectiveOn: true, madeOn: true, publishedOn: true },
    req,
  });
  // A document with two relations to the given ones comes once a relation on some databases.
  for (const acting of new Map(docs.map((doc) => [String(doc.id), doc])).values()) {
    for (const row of acting.relations ?? []) {
      const target = String(idIn(row.document));
      if (!wanted.has(target)) continue;
      const found = incoming.get(target) ?? [];
      found.push({ ...relationIn(row), by: actingDays(acting) });
      incoming.set(target, found);
    }
  }
  return incoming;
}
