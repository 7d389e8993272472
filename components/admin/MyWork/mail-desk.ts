import { messages } from '@/messages';
import type { Application } from '@/payload-types';
import type { Desk, Sitting } from './desks';

const MOST = 8;

/** Mails that reached nobody: whoever handles the case tells the applicant in another way. */
export async function mailDesk({ payload, user, locale }: Sitting): Promise<Desk> {
  const { mail: words } = messages[locale];
  const { docs, totalDocs } = await payload.find({
    collection: 'mails',
    where: { state: { equals: 'failed' } },
    sort: '-updatedAt',
    limit: MOST,
    depth: 1,
    select: { kind: true, application: true },
    populate: { applications: { receiptNumber: true } },
    user,
    overrideAccess: false,
  });
  return {
    heading: words.office.desk,
    total: totalDocs,
    items: docs.map(({ id, kind, application }) => ({
      href: `/admin/collections/mails/${id}`,
      title: [numberOf(application), words.kinds[kind].subject].filter(Boolean).join(' '),
      note: words.office.deskNote,
      isLate: true,
    })),
    more: [
      {
        href: '/admin/collections/mails?where[or][0][and][0][state][equals]=failed',
        label: String(totalDocs),
      },
    ].filter(() => totalDocs > MOST),
  };
}

type Case = Pick<Application, 'receiptNumber'> | number | string | null | undefined;

const numberOf = (about: Case): string =>
  about && typeof about === 'object' ? (about.receiptNumber ?? '') : '';
