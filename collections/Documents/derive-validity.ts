import type { CollectionBeforeChangeHook } from 'payload';
import { standingOf, validityOn, type Incoming } from '@/domain/documents/validity';
import { dayOf, type Day } from '@/domain/workdays/days';
import type { Document } from '@/payload-types';
import { incomingOf } from './incoming-relations';
import { ownFacts } from './stored-days';

/**
 * Validity as of today, from the document's own days and from what public documents do to it; the
 * hourly sweep calls it again for days that pass without a save.
 */
export const deriveValidity: CollectionBeforeChangeHook<Document> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  // A document that is only now being made has nothing done to it yet.
  const id = operation === 'update' ? originalDoc?.id : undefined;
  const incoming = id === undefined ? undefined : (await incomingOf(req, [id])).get(String(id));
  const today = dayOf(new Date().toISOString());
  return { ...data, validity: validityToday({ ...originalDoc, ...data }, incoming ?? [], today) };
};

type Dated = Partial<Pick<Document, 'effectiveOn' | 'lapsesOn' | 'change'>>;

export const validityToday = (document: Dated, incoming: readonly Incoming[], today: Day) =>
  validityOn(today, standingOf(ownFacts(document), incoming));
