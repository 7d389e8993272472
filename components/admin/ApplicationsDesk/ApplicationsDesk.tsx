import { DefaultTemplate } from '@payloadcms/next/templates';
import type { AdminViewServerProps, PayloadRequest } from 'payload';
import { hasRole } from '@/access/roles';
import { allAlike } from '@/collections/Applications/desk-alike';
import { readDesk, readDeskFilter, type DeskFilter } from '@/collections/Applications/desk-rows';
import { messages } from '@/messages';
import { AlikeList } from './AlikeList';
import styles from './ApplicationsDesk.module.css';
import { Filter } from './Filter';
import { Groups } from './Groups';
import { Rows } from './Rows';
import { Tallies } from './Tallies';

/** What lies on the desk of the office: every application that is not filed away, by its due day. */
export async function ApplicationsDesk(props: AdminViewServerProps) {
  const { initPageResult, params, searchParams } = props;
  const { req, visibleEntities } = initPageResult;
  const locale = req.i18n.language === 'en' ? 'en' : 'zh-CN';
  const words = messages[locale].desk;
  const isAllowed = hasRole(req.user, 'officer', 'counsel', 'leader', 'auditor');
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
        <h1>{words.title}</h1>
        {isAllowed ? (
          <Content req={req} filter={readDeskFilter(searchParams ?? {})} locale={locale} />
        ) : (
          <p>{words.notAllowed}</p>
        )}
      </main>
    </DefaultTemplate>
  );
}

type ContentProps = { req: PayloadRequest; filter: DeskFilter; locale: 'zh-CN' | 'en' };

async function Content({ req, filter, locale }: ContentProps) {
  const [desk, alike] = await Promise.all([readDesk(req, filter), allAlike(req)]);
  const words = messages[locale].desk;
  return (
    <>
      <p>{words.lead}</p>
      {desk.withoutCase > 0 && (
        <p role="note" className={styles.withoutCase}>
          {words.withoutCase.replace('{count}', String(desk.withoutCase))}
        </p>
      )}
      <Groups desk={desk} filter={filter} words={words} />
      <Filter desk={desk} filter={filter} locale={locale} />
      {desk.isCutOff && <p role="note">{words.cutOff}</p>}
      <Rows rows={desk.rows} locale={locale} />
      <AlikeList alike={alike} words={words} />
      <Tallies kind="agency" tallies={desk.byAgency} filter={filter} words={words} />
      <Tallies kind="assignee" tallies={desk.byAssignee} filter={filter} words={words} />
    </>
  );
}
