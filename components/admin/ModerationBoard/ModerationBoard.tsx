import { DefaultTemplate } from '@payloadcms/next/templates';
import type { AdminViewServerProps, PayloadRequest } from 'payload';
import { hasRole } from '@/access/roles';
import {
  readModeration,
  readModerationFilter,
  ROWS_PER_PAGE,
  type ModerationFilter,
} from '@/collections/Comments/moderation-rows';
import { COMMENT_STATES } from '@/domain/consultations/codes';
import { messages } from '@/messages';
import styles from './ModerationBoard.module.css';
import { ModerationRows } from './ModerationRows';

const PATH = '/admin/comments-desk';

/** 公众意见审看: every comment is read by a person before anybody else sees it, the oldest first. */
export async function ModerationBoard(props: AdminViewServerProps) {
  const { initPageResult, params, searchParams } = props;
  const { req, visibleEntities } = initPageResult;
  const locale = req.i18n.language === 'en' ? 'en' : 'zh-CN';
  const words = messages[locale].moderation;
  const isAllowed = hasRole(req.user, 'administrator', 'editor', 'clerk', 'leader', 'auditor');
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
        {isAllowed ? (
          <Content req={req} filter={readModerationFilter(searchParams ?? {})} locale={locale} />
        ) : (
          <p>{words.notAllowed}</p>
        )}
      </main>
    </DefaultTemplate>
  );
}

type ContentProps = { req: PayloadRequest; filter: ModerationFilter; locale: 'zh-CN' | 'en' };

async function Content({ req, filter, locale }: ContentProps) {
  const words = messages[locale].moderation;
  const found = await readModeration(req, filter, new Date().toISOString());
  const { rows, total, waiting, late, consultations } = found;
  const pages = Math.max(1, Math.ceil(total / ROWS_PER_PAGE));
  const states = COMMENT_STATES.map(({ code, zh, en }) => ({
    code,
    label: locale === 'en' ? en : zh,
  }));
  const hrefOf = (page: number) => {
    const { consultation, state, looks } = filter;
    return `${PATH}?${new URLSearchParams({ consultation, state, looks, page: String(page) })}`;
  };
  return (
    <>
      <p>{words.lead}</p>
      <p>
        <strong>
          {words.summary.replace('{waiting}', String(waiting)).replace('{late}', String(late))}
        </strong>
      </p>
      <form action={PATH} method="get" className={styles.filter}>
        <label>
          {words.filters.consultation}
          <select name="consultation" defaultValue={filter.consultation}>
            <option value="">{words.filters.all}</option>
            {consultations.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.filters.state}
          <select name="state" defaultValue={filter.state}>
            {states.map(({ code, label }) => (
              <option key={code} value={code}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.filters.looks}
          <select name="looks" defaultValue={filter.looks}>
            <option value="all">{words.filters.all}</option>
            <option value="suspicious">{words.filters.suspicious}</option>
            <option value="plain">{words.filters.plain}</option>
          </select>
        </label>
        <button type="submit">{words.filters.apply}</button>
      </form>
      <p>{words.found.replace('{total}', String(total))}</p>
      {/* Another page or filter begins with nothing chosen. */}
      <ModerationRows
        key={hrefOf(filter.page)}
        rows={rows}
        filter={filter}
        total={total}
        mayDecide={hasRole(req.user, 'clerk', 'editor')}
      />
      {pages > 1 && (
        <nav className={styles.pages}>
          {filter.page > 1 && <a href={hrefOf(filter.page - 1)}>{words.previous}</a>}
          <span>
            {words.page.replace('{page}', String(filter.page)).replace('{pages}', String(pages))}
          </span>
          {filter.page < pages && <a href={hrefOf(filter.page + 1)}>{words.next}</a>}
        </nav>
      )}
    </>
  );
}
