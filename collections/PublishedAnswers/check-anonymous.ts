import { APIError, type CollectionBeforeChangeHook, type PayloadRequest } from 'payload';
import { consultationsOf } from '@/collections/Applications/stored-case';
import { applicantSecrets } from '@/domain/applications/applicants';
import { personalDataIn, type Personal, type PersonalKind } from '@/domain/applications/anonymous';
import { unsealed } from '@/fields/sealed/seal';
import { messages } from '@/messages';
import type { Application, PublishedAnswer } from '@/payload-types';

/**
 * Refuses a text in which the applicant, or a third party of the case, can be read, as a draft too:
 * versions are kept for ever.
 *
 * @throws APIError 400 that names what stands there, in the language of the request, and never the datum
 */
export const checkAnonymous: CollectionBeforeChangeHook<PublishedAnswer> = async ({
  data,
  originalDoc,
  req,
}) => {
  const answer = { ...originalDoc, ...data, english: { ...originalDoc?.english, ...data.english } };
  const known = await personalOf(req, idOf(answer.application));
  const text = [answer, answer.english]
    .flatMap(({ title, question, answer: reply }) => [title, question, reply])
    .concat(answer.slug)
    .filter(Boolean)
    .join('\n');
  const found = personalDataIn(text, known);
  if (found.length > 0) throw refusal(req, found);
  return data;
};

/** The personal data of a case in full, for comparison; none once they are erased. */
export async function personalOf(
  req: Pick<PayloadRequest, 'payload'> & Partial<PayloadRequest>,
  id: Application['id'] | null,
): Promise<Personal[]> {
  if (id === null) return [];
  const application = await req.payload.db.findOne<Application>({
    collection: 'applications',
    where: { id: { equals: id } },
    ...('transactionID' in req && { req }),
  });
  if (!application) return [];
  return [
    ...applicantSecrets.map((kind) => ({ kind, value: unsealed(application[kind], kind) ?? '' })),
    ...consultationsOf(application)
      // Another agency is no secret.
      .filter((each) => each.of === 'third-party')
      .map(({ party }) => ({ kind: 'party' as const, value: unsealed(party, 'party') ?? '' })),
  ].filter(({ value }) => value !== '');
}

function refusal(req: PayloadRequest, found: readonly PersonalKind[]): APIError {
  const isEnglish = req.i18n?.language === 'en';
  const words = messages[isEnglish ? 'en' : 'zh-CN'].caseStatistics.answers;
  const kinds = found.map((kind) => words.personal[kind]).join(isEnglish ? ', ' : '、');
  const told = words.notAnonymous.replace('{kinds}', kinds);
  return new APIError(told, 400, { refusal: 'notAnonymous' }, true);
}

const idOf = (application: PublishedAnswer['application']): Application['id'] | null =>
  typeof application === 'object' ? (application?.id ?? null) : (application ?? null);
