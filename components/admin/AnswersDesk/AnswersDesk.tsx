import { DefaultTemplate } from '@payloadcms/next/templates';
import type { AdminViewServerProps, PayloadRequest } from 'payload';
import styles from '@/components/admin/ApplicationsDesk/ApplicationsDesk.module.css';
import {
  readWaiting,
  readWaitingFilter,
  type WaitingDesk,
  type WaitingFilter,
} from '@/collections/Letters/waiting-rows';
import { waitingKinds, waitingSpans } from '@/domain/letters/waiting';
import { messages } from '@/messages';
import { answersAddress, ANSWERS_PATH } from './answers-address';
import { WaitingRows } from './WaitingRows';

/** 待办答复: one desk for all that waits for an answer, by its due day. */
export function AnswersDesk({ initPageResult, params, searchParams }: AdminViewServerProps) {
  const { req, visibleEntities } = initPageResult;
  const locale = req.i18n.language === 'en' ? 'en' : 'zh-CN';
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
      <main className={styles.desk}>
        <h1>{messages[locale].lettersOffice.desk.title}</h1>
        {req.user && (
          <Content req={req} filter={readWaitingFilter(searchParams ?? {})} locale={locale} />
        )}
      </main>
    </DefaultTemplate>
  );
}

type ContentProps = { req: PayloadRequest; filter: WaitingFilter; locale: 'zh-CN' | 'en' };

async function Content({ req, filter, locale }: ContentProps) {
  const found = await readWaiting(req, filter);
  const { desk: words } = messages[locale].lettersOffice;
  const { page } = filter;
  const counted = words.count
    .replace('{count}', String(found.total))
    .replace('{late}', String(found.late));
  return (
    <>
      <p>{words.lead}</p>
      <Kinds found={found} filter={filter} locale={locale} />
      <Filter found={found} filter={filter} locale={locale} />
      <p role="status">{counted}</p>
      <WaitingRows rows={found.rows} isFiltered={isFiltered(filter)} locale={locale} />
      {found.pages > 1 && (
        <nav aria-label={words.title} className={styles.filter}>
          {page > 1 && (
            <a href={answersAddress({ ...filter, page: page - 1 })} rel="prev">
              {words.previous}
            </a>
          )}
          <span>
            {words.page.replace('{page}', String(page)).replace('{pages}', String(found.pages))}
          </span>
          {page < found.pages && (
            <a href={answersAddress({ ...filter, page: page + 1 })} rel="next">
              {words.next}
            </a>
          )}
        </nav>
      )}
    </>
  );
}

const isFiltered = ({ kind, agency, span }: WaitingFilter): boolean =>
  kind !== null || agency !== null || span !== 'all';

type Props = { found: WaitingDesk; filter: WaitingFilter; locale: 'zh-CN' | 'en' };

/** Each kind that has something, with how much. */
function Kinds({ found, filter, locale }: Props) {
  const { desk, words } = messages[locale].lettersOffice;
  const all = waitingKinds.reduce((sum, kind) => sum + found.counts[kind], 0);
  const shown = waitingKinds.filter((kind) => found.counts[kind] > 0 || filter.kind === kind);
  return (
    <ul className={styles.groups}>
      <li>
        <a
          href={answersAddress({ ...filter, kind: null, page: 1 })}
          aria-current={filter.kind === null ? 'true' : undefined}
        >
          <strong>{all}</strong> {desk.all}
        </a>
      </li>
      {shown.map((kind) => (
        <li key={kind}>
          <a
            href={answersAddress({ ...filter, kind, page: 1 })}
            aria-current={filter.kind === kind ? 'true' : undefined}
          >
            <strong>{found.counts[kind]}</strong> {words[kind]}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** A form that works by itself: the address it leads to is the filter. */
function Filter({ found, filter, locale }: Props) {
  const { desk } = messages[locale].lettersOffice;
  return (
    <form action={ANSWERS_PATH} method="get" className={styles.filter} aria-label={desk.filter}>
      {filter.kind && <input type="hidden" name="kind" value={filter.kind} />}
      <label>
        {desk.due}
        <select name="due" defaultValue={filter.span}>
          {waitingSpans.map((span) => (
            <option key={span} value={span}>
              {desk[span]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {desk.agency}
        <select name="agency" defaultValue={filter.agency ?? ''}>
          <option value="">{desk.any}</option>
          {found.agencies.map(({ id, name }) => (
            <option key={id} value={String(id)}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">{desk.apply}</button>
    </form>
  );
}
