import type { CollectionBeforeChangeHook } from 'payload';
import { letterError } from '@/collections/Letters/letter-error';
import type { Letter, PublishedLetter } from '@/payload-types';

/**
 * A letter is published when it is answered and its writer agreed. Looked at whenever the text is written:
 * the review that follows is of words, and whoever reads them there can't see what the writer said.
 *
 * @throws APIError 400 in the language of the request
 */
export const checkConsent: CollectionBeforeChangeHook<PublishedLetter> = async ({
  data,
  originalDoc,
  req,
}) => {
  const given = data.letter ?? originalDoc?.letter;
  if (!given) return data;
  const letter = await req.payload.db.findOne<Pick<Letter, 'id' | 'mayPublish' | 'status'>>({
    collection: 'letters',
    where: { id: { equals: typeof given === 'object' ? given.id : given } },
    select: { mayPublish: true, status: true },
    req,
  });
  if (!letter?.mayPublish || letter.status !== 'answered') {
    throw letterError(req, { key: 'notPublishable', values: {} });
  }
  return data;
};
