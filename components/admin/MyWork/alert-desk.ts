import { ALERTS_PATH } from '@/components/admin/AlertsBoard/alerts-address';
import { messages } from '@/messages';
import type { Desk, Sitting } from './desks';

const MOST = 8;

/** Mails to subscribers that reached nobody, for those who look after the mail. */
export async function alertDesk({ payload, user, locale }: Sitting): Promise<Desk> {
  const { office: words } = messages[locale].subscriptions;
  const { docs, totalDocs } = await payload.find({
    collection: 'alert-mails',
    where: { state: { in: ['failed', 'bounced'] } },
    sort: '-updatedAt',
    limit: MOST,
    depth: 1,
    select: { kind: true, subscription: true },
    populate: { subscriptions: { label: true } },
    user,
    overrideAccess: false,
  });
  return {
    heading: words.desk,
    total: totalDocs,
    items: docs.map(({ id, kind, subscription }) => ({
      href: `/admin/collections/alert-mails/${id}`,
      title: [
        typeof subscription === 'object' ? subscription.label : null,
        kind === 'confirm' ? words.confirmation : words.digest,
      ]
        .filter(Boolean)
        .join(' · '),
      note: words.deskNote,
      isLate: true,
    })),
    more: [{ href: ALERTS_PATH, label: String(totalDocs) }],
  };
}
