import { APIError, type CollectionBeforeChangeHook, type PayloadRequest } from 'payload';
import { personalDataIn, type Personal } from '@/domain/applications/anonymous';
import { unsealed } from '@/fields/sealed/seal';
import { messages } from '@/messages';
import type { Letter, PublishedLetter } from '@/payload-types';

/**
 * Refuses a text in which the writer of the letter can be read, as a draft too: versions are kept for ever.
 *
 * @throws APIError 400 that names what stands there, in the language of the request, and never the datum
 */
export const checkLetterAnonymous: CollectionBeforeChangeHook<PublishedLetter> = async ({
  data,
  originalDoc,
  req,
}) => {
  const text = { ...originalDoc, ...data, english: { ...originalDoc?.english, ...data.english } };
  const { letter } = text;
  const id = letter && typeof letter === 'object' ? letter.id : letter;
  const known = id ? await personalOfLetter(req, id) : [];
  const said = [text, text.english]
    .flatMap(({ title, question, answer }) => [title, question, answer])
    .concat(text.slug)
    .filter(Boolean)
    .join('\n');
  const found = personalDataIn(said, known);
  if (found.length === 0) return data;
  const isEnglish = req.i18n?.language === 'en';
  const words = messages[isEnglish ? 'en' : 'zh-CN'].caseStatistics.answers;
  const kinds = found.map((kind) => words.personal[kind]).join(isEnglish ? ', ' : '、');
  const told = messages[isEnglish ? 'en' : 'zh-CN'].lettersOffice.panel.names;
  throw new APIError(told.replace('{found}', kinds), 400, { refusal: 'notAnonymous' }, true);
};

/** Who wrote a letter, in full, for comparison; nothing once it is erased. */
export async function personalOfLetter(
  req: Pick<PayloadRequest, 'payload'> & Partial<PayloadRequest>,
  id: Letter['id'],
): Promise<Personal[]> {
  const letter = await req.payload.db.findOne<Letter>({
    collection: 'letters',
    where: { id: { equals: id } },
    ...('transactionID' in req && { req }),
  });
  if (!letter || letter.erasedOn) return [];
  return (['name', 'phone', 'email', 'address', 'idNumber'] as const)
    .map((kind) => ({ kind, value: unsealed(letter[kind], kind) ?? '' }))
    .filter(({ value }) => value !== '');
}
