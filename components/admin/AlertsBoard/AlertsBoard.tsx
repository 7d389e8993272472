import { DefaultTemplate } from '@payloadcms/next/templates';
import type { AdminViewServerProps, CollectionSlug, PayloadRequest } from 'payload';
import { hasRole, readsSubscriptions } from '@/access/roles';
import { readBooks, type Books } from '@/collections/PublicationEvents/read-books';
import { labelOf } from '@/domain/catalogue/codes';
import { formatDate } from '@/components/DateText/format-date';
import { PUBLICATION_CHANGES } from '@/domain/subscriptions/codes';
import type { EventDue } from '@/domain/subscriptions/events';
import { messages } from '@/messages';
import type { AlertMail, Subscription } from '@/payload-types';
import styles from './AlertsBoard.module.css';
import { RetryAlert } from './RetryAlert';
import { Returned } from './Returned';

type Locale = 'zh-CN' | 'en';

/** 订阅与发布核对: what is public, what was noted, what was told, and the difference. */
export async function AlertsBoard(props: AdminViewServerProps) {
  const { initPageResult, params, searchParams } = props;
  const { req, visibleEntities } = initPageResult;
  const locale = req.i18n.language === 'en' ? 'en' : 'zh-CN';
  const words = messages[locale].subscriptions.office;
  return (
    <DefaultTemplate
      i18n={req.i18n}
      locale={initPageResult.locale}
      params={params}
      payload={req.payload}
      permissions={initPageResult.permissions}
      searchParams={searchParams}
      user={req.user ?? undefined}
      visibleEntities={visibleEntities}
    >
      <main className={styles.board}>
        <h1>{words.title}</h1>
        {(await readsSubscriptions({ req })) ? (
          <Content req={req} locale={locale} />
        ) : (
          <p>{words.notAllowed}</p>
        )}
      </main>
    </DefaultTemplate>
  );
}

async function Content({ req, locale }: { req: PayloadRequest; locale: Locale }) {
  const words = messages[locale].subscriptions.office;
  const books = await readBooks(req.payload, new Date());
  const { reconciled, active } = books;
  const number = new Intl.NumberFormat(locale);
  const facts = [
    [words.facts.events, reconciled.events],
    [words.facts.active, active],
    [words.facts.sent, reconciled.alerts.sent],
    [words.facts.waiting, reconciled.alerts.waiting],
    [words.facts.failed, reconciled.alerts.failed],
    [words.facts.bounced, reconciled.alerts.bounced],
    [words.facts.difference, reconciled.difference],
  ] as const;
  return (
    <>
      <p className={styles.lead}>{words.lead}</p>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{number.format(value)}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.verdict} role="status">
        {reconciled.difference === 0
          ? words.even
          : words.uneven.replace('{count}', number.format(reconciled.difference))}
      </p>
      <Differences req={req} books={books} locale={locale} />
      <Failed req={req} locale={locale} />
      <Days books={books} locale={locale} />
      <Returned locale={locale} />
    </>
  );
}

type Row = { key: string; what: string; href?: string; problem: string };

async function Differences({
  req,
  books: { reconciled, missing },
  locale,
}: {
  req: PayloadRequest;
  books: Books;
  locale: Locale;
}) {
  const words = messages[locale].subscriptions.office;
  const labels = await labelsOf(req, [
    ...reconciled.behind.map(({ id }) => id),
    ...reconciled.doubled,
    ...reconciled.ahead,
  ]);
  const subscription = (id: string, problem: string): Row => ({
    key: `${id} ${problem}`,
    what: labels.get(id) ?? id,
    href: `/admin/collections/subscriptions/${id}`,
    problem,
  });
  const rows: Row[] = [
    ...(await namesOf(req, missing.slice(0, MOST), locale)),
    ...reconciled.gaps.slice(0, MOST).map((serial) => ({
      key: `gap ${serial}`,
      what: words.facts.events,
      problem: words.gap.replace('{serial}', String(serial)),
    })),
    ...reconciled.behind
      .slice(0, MOST)
      .map(({ id, events }) => subscription(id, words.behind.replace('{count}', String(events)))),
    ...reconciled.doubled.slice(0, MOST).map((id) => subscription(id, words.doubled)),
    ...reconciled.ahead.slice(0, MOST).map((id) => subscription(id, words.ahead)),
  ];
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>{words.differences}</h2>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.columns.what}</th>
            <th scope="col">{words.columns.problem}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, what, href, problem }) => (
            <tr key={key}>
              <th scope="row">{href ? <a href={href}>{what}</a> : what}</th>
              <td>{problem}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Mails that reached nobody, and the subscriptions to which nothing is sent any more. */
async function Failed({ req, locale }: { req: PayloadRequest; locale: Locale }) {
  const words = messages[locale].subscriptions.office;
  const [failed, suspended] = await Promise.all([
    req.payload.find({
      collection: 'alert-mails',
      where: { state: { in: ['failed', 'bounced'] } },
      sort: '-updatedAt',
      limit: MOST,
      depth: 1,
      populate: { subscriptions: { label: true } },
      req,
      overrideAccess: false,
    }),
    req.payload.find({
      collection: 'subscriptions',
      where: { state: { equals: 'suspended' } },
      sort: '-updatedAt',
      limit: MOST,
      depth: 0,
      req,
      overrideAccess: false,
    }),
  ]);
  const canRetry = hasRole(req.user, 'administrator', 'clerk');
  return (
    <>
      <section>
        <h2>{words.mails}</h2>
        {failed.docs.length === 0 ? (
          <p>{words.none}</p>
        ) : (
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{words.columns.subscription}</th>
                <th scope="col">{words.columns.what}</th>
                <th scope="col">{words.columns.problem}</th>
                {canRetry && <td />}
              </tr>
            </thead>
            <tbody>
              {failed.docs.map((mail) => (
                <tr key={mail.id}>
                  <th scope="row">
                    <a href={`/admin/collections/alert-mails/${mail.id}`}>{labelIn(mail)}</a>
                  </th>
                  <td>{mail.kind === 'confirm' ? words.confirmation : words.digest}</td>
                  <td>{mail.error}</td>
                  {canRetry && (
                    <td>
                      <RetryAlert id={String(mail.id)} name={labelIn(mail)} />
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      {suspended.docs.length > 0 && (
        <section>
          <h2>{words.suspended}</h2>
          <p className={styles.lead}>{words.suspendedNote}</p>
          <ul>
            {suspended.docs.map(({ id, label, email }) => (
              <li key={id}>
                <a href={`/admin/collections/subscriptions/${id}`}>{label}</a> {email}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Days({ books, locale }: { books: Books; locale: Locale }) {
  const words = messages[locale].subscriptions.office;
  const number = new Intl.NumberFormat(locale);
  const columns = ['events', 'digests', 'sent', 'waiting', 'failed', 'bounced'] as const;
  return (
    <section>
      <h2>{words.days}</h2>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.columns.day}</th>
            {columns.map((name) => (
              <th key={name} scope="col" className={styles.number}>
                {words.columns[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {books.days.map((row) => (
            <tr key={row.day}>
              <th scope="row">{formatDate(row.day, locale)}</th>
              {columns.map((name) => (
                <td
                  key={name}
                  className={styles.number}
                  data-bad={
                    (name === 'failed' || name === 'bounced') && row[name] > 0 ? true : undefined
                  }
                >
                  {number.format(row[name])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const MOST = 50;

const labelIn = ({ subscription }: AlertMail): string =>
  typeof subscription === 'object' ? (subscription.label ?? '') : String(subscription);

async function labelsOf(
  { payload }: PayloadRequest,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const isNumber = payload.db.defaultIDType === 'number';
  const { docs } = await payload.db.find<Subscription>({
    collection: 'subscriptions',
    where: { id: { in: ids.slice(0, 200).map((id) => (isNumber ? Number(id) : id)) } },
    select: { label: true },
    limit: 0,
    pagination: false,
  });
  return new Map(docs.map(({ id, label }) => [String(id), label ?? '']));
}

/** What is public and was not noted, by its title. */
async function namesOf(
  { payload }: PayloadRequest,
  missing: readonly EventDue[],
  locale: Locale,
): Promise<Row[]> {
  const words = messages[locale].subscriptions.office;
  const isNumber = payload.db.defaultIDType === 'number';
  return Promise.all(
    missing.map(async ({ key, record, change }) => {
      const [collection = '', id = ''] = record.split(':');
      const found = await payload.db.findOne<{ id: number | string; title?: string }>({
        collection: collection as CollectionSlug,
        where: { id: { equals: isNumber ? Number(id) : id } },
        select: { title: true },
      } as never);
      return {
        key,
        what: found?.title ?? record,
        href: `/admin/collections/${collection}/${id}`,
        problem: `${words.missing} · ${labelOf(PUBLICATION_CHANGES, change, locale)}`,
      };
    }),
  );
}
