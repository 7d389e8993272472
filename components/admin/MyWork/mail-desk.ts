import { isLetterMailKind } from '@/domain/letters/mails';
import { messages } from '@/messages';
import type { Mail } from '@/payload-types';
import type { Desk, Sitting } from './desks';

const MOST = 8;

/** Mails that reached nobody: whoever handles the case tells the applicant in another way. */
export async function mailDesk({ payload, user, locale }: Sitting): Promise<Desk> {
  const { mail: words } = messages[locale];
  const { docs, totalDocs } = await payload.find({
    collection: 'mails',
    where: { state: { in: ['failed', 'bounced'] } },
    sort: '-updatedAt',
    limit: MOST,
    depth: 1,
    select: { kind: true, application: true, letter: true },
    populate: { applications: { receiptNumber: true }, letters: { receiptNumber: true } },
    user,
    overrideAccess: false,
  });
  return {
    heading: words.office.desk,
    total: totalDocs,
    items: docs.map(({ id, kind, application, letter }) => ({
      href: `/admin/collections/mails/${id}`,
      title: [numberOf(application ?? letter), subjectOf(kind, locale)].filter(Boolean).join(' '),
      note: words.office.deskNote,
      isLate: true,
    })),
    more: [
      {
        href: '/admin/collections/mails?where[or][0][and][0][state][in]=failed,bounced',
        label: String(totalDocs),
      },
    ].filter(() => totalDocs > MOST),
  };
}

const subjectOf = (kind: Mail['kind'], locale: Sitting['locale']): string =>
  isLetterMailKind(kind)
    ? messages[locale].lettersOffice.mail.kinds[kind].subject
    : messages[locale].mail.kinds[kind].subject;

type Case = { receiptNumber?: string | null } | number | string | null | undefined;

const numberOf = (about: Case): string =>
  about && typeof about === 'object' ? (about.receiptNumber ?? '') : '';
