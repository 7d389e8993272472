import type { Payload } from 'payload';
import { letterLengths } from '@/domain/letters/parse';
import { unsealed } from '@/fields/sealed/seal';
import { messages } from '@/messages';
import type { Agency, Application } from '@/payload-types';
import { hasReply } from './applicant-case';

/** 条例第三十九条: what came as an application and is a complaint, a petition or a report is none. */
export const isForLetters = (application: Application): boolean =>
  hasReply(application) && application.reply?.kind === 'petition' && !application.erasedOn;

/**
 * What the form of a letter is filled with out of an application that was none; its kind is asked there.
 * Null for any other application.
 */
export async function letterFrom(
  payload: Payload,
  id: Application['id'],
  locale: 'zh-CN' | 'en',
): Promise<Record<string, string> | null> {
  const stored = await payload.db.findOne<Application>({
    collection: 'applications',
    where: { id: { equals: id } },
  });
  if (!stored || !isForLetters(stored)) return null;
  const agency = stored.agency
    ? await payload.db.findOne<Pick<Agency, 'id' | 'slug'>>({
        collection: 'agencies',
        where: {
          id: { equals: typeof stored.agency === 'object' ? stored.agency.id : stored.agency },
        },
        select: { slug: true },
      })
    : null;
  const plain = (field: 'name' | 'phone' | 'email') => unsealed(stored[field], field) ?? '';
  const { from } = messages[locale].caseStatus.toLetter;
  const number = stored.receiptNumber ?? '';
  const said = stored.description || stored.informationTitle;
  return {
    title: [...stored.informationTitle].slice(0, letterLengths.title).join(''),
    body: `${said}\n\n${from.replace('{number}', number)}`,
    agency: agency?.slug ?? '',
    name: plain('name'),
    phone: plain('phone'),
    email: plain('email'),
  };
}
