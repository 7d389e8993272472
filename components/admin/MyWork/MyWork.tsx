import type { AdminViewServerProps, CollectionSlug, Where } from 'payload';
import { hasRole } from '@/access/roles';
import { formatDate } from '@/components/DateText/format-date';
import { isOpen, statuses } from '@/domain/applications/statuses';
import { workdaysBetween } from '@/domain/workdays/count';
import { dayOf } from '@/domain/workdays/days';
import { nationalCalendar } from '@/domain/workdays/national-calendar';
import { messages } from '@/messages';
import type { Application } from '@/payload-types';
import styles from './MyWork.module.css';

const REVIEWED: CollectionSlug[] = [
  'documents',
  'interpretations',
  'topics',
  'pages',
  'annual-reports',
];
const MOST = 8;

type Item = { href: string; title: string; note?: string; isLate?: boolean };
type Desk = { heading: string; items: Item[]; total: number };

/** The first screen of the admin: what waits for this person today, and nothing else. */
export async function MyWork({ payload, user, i18n }: AdminViewServerProps) {
  if (!user) return null;
  const locale = i18n.language === 'en' ? 'en' : 'zh-CN';
  const words = messages[locale].review.work;
  const waiting = (state: string, heading: string, published = false) =>
    reviewDesk(payload, user, heading, {
      and: [
        { 'review.state': { equals: state } },
        ...(published ? [{ _status: { equals: 'draft' } }] : []),
      ],
    });
  const desks = await Promise.all([
    hasRole(user, 'clerk') && waiting('submitted', words.review),
    hasRole(user, 'leader') && waiting('reviewed', words.approve),
    hasRole(user, 'editor', 'leader') && waiting('approved', words.publish, true),
    hasRole(user, 'editor') && waiting('returned', words.returned),
    hasRole(user, 'officer', 'leader') && applicationDesk(payload, user, locale),
  ]);
  const shown = desks.filter((desk): desk is Desk => Boolean(desk && desk.total > 0));
  return (
    <section className={styles.work} aria-label={words.heading}>
      <h2>{words.heading}</h2>
      {shown.length === 0 && <p>{words.none}</p>}
      <div className={styles.desks}>
        {shown.map((desk) => (
          <div key={desk.heading} className={styles.desk}>
            <h3>
              {desk.heading} <span className={styles.total}>{desk.total}</span>
            </h3>
            <ul>
              {desk.items.map((item) => (
                <li key={item.href}>
                  <a href={item.href}>{item.title}</a>
                  {item.note && <small data-late={item.isLate}>{item.note}</small>}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}

type Reader = Pick<AdminViewServerProps, 'payload'>['payload'];

/** Texts of every reviewed collection in one state, as far as this person may read them. */
async function reviewDesk(
  payload: Reader,
  user: AdminViewServerProps['user'],
  heading: string,
  where: Where,
): Promise<Desk> {
  const found = await Promise.all(
    REVIEWED.map(async (collection) => {
      const { docs, totalDocs } = await payload.find({
        collection,
        where,
        draft: true,
        depth: 0,
        limit: MOST,
        sort: '-updatedAt',
        user,
        overrideAccess: false,
      });
      const items = docs.map((doc): Item => ({
        href: `/admin/collections/${collection}/${doc.id}`,
        title: 'title' in doc ? (doc.title ?? '') : '',
      }));
      return { items, totalDocs };
    }),
  );
  return {
    heading,
    items: found.flatMap(({ items }) => items).slice(0, MOST),
    total: found.reduce((sum, { totalDocs }) => sum + totalDocs, 0),
  };
}

/** Open applications, the nearest deadline first. */
async function applicationDesk(
  payload: Reader,
  user: AdminViewServerProps['user'],
  locale: 'zh-CN' | 'en',
): Promise<Desk> {
  const words = messages[locale].review.work;
  const today = dayOf(new Date().toISOString());
  const { docs, totalDocs } = await payload.find({
    collection: 'applications',
    where: { status: { in: statuses.filter(isOpen) } },
    sort: 'dueOn',
    depth: 0,
    limit: MOST,
    user,
    overrideAccess: false,
  });
  return { heading: words.due, total: totalDocs, items: docs.map(item) };

  function item(application: Application): Item {
    const due = application.dueOn ? dayOf(application.dueOn) : null;
    const href = `/admin/collections/applications/${application.id}`;
    const title = `${application.receiptNumber} ${application.informationTitle}`;
    if (!due) return { href, title, note: messages[locale].applications.statuses.received };
    const isLate = due < today;
    const left = isLate
      ? words.late
      : words.days.replace('{days}', String(workdaysBetween(today, due, nationalCalendar)));
    return {
      href,
      title,
      note: `${words.dueOn.replace('{date}', formatDate(due, locale))} · ${left}`,
      isLate,
    };
  }
}
