import type { CollectionBeforeChangeHook } from 'payload';
import { canonicalContent } from '@/domain/review/fingerprint';
import type { Document } from '@/payload-types';
import { dateProblems } from './check-dates';
import { indexNumberProblems, numberProblems } from './check-number';
import { relationProblems } from './check-relations';
import { retiredProblems } from './check-retired';
import { DocumentRefused, refusalWords } from './refusal';

/**
 * Refuses what can't be true before anything is written. Only what this save touches is asked
 * about, and all of it once more at publication: an old mistake elsewhere in the record must not
 * keep a leader from withdrawing the text.
 */
export const checkDocument: CollectionBeforeChangeHook<Document> = async ({
  data,
  operation,
  originalDoc: given,
  req,
}) => {
  // On create, Payload gives the document of which this one is a copy, if it is one.
  const originalDoc = operation === 'create' ? undefined : given;
  // A request may send an `id` along, which would pass the document off as another one.
  const document = { ...originalDoc, ...data, id: originalDoc?.id };
  const isPublication = data._status === 'published' && originalDoc?._status !== 'published';
  const isAsked = (...fields: (keyof Document)[]): boolean =>
    !originalDoc || isPublication || isChanged(originalDoc, document, fields);

  const t = refusalWords(req);
  const problems = [
    ...(isAsked('madeOn', 'agency', 'effectiveOn', 'lapsesOn', 'publishedOn', 'change')
      ? await dateProblems(document, req, t)
      : []),
    ...(isAsked('number') ? await numberProblems(document, req, t) : []),
    ...(isAsked('indexNumber') ? await indexNumberProblems(document, req, t) : []),
    ...(isAsked('columns', 'catalogueItems') ? await retiredProblems(document, given, req, t) : []),
    ...(isAsked('relations') ? await relationProblems(document, req, t) : []),
  ];
  if (problems.length > 0) throw new DocumentRefused(problems, req);
  return data;
};

const isChanged = (
  before: Document,
  after: Partial<Document>,
  fields: readonly (keyof Document)[],
): boolean => canonicalContent(plain(before), fields) !== canonicalContent(plain(after), fields);

const plain = (document: Partial<Document>) => document as Record<string, unknown>;
