import { DefaultTemplate } from '@payloadcms/next/templates';
import type { AdminViewServerProps, PayloadRequest } from 'payload';
import { localeOf } from '@/access/language';
import { hasRole } from '@/access/roles';
import { dayOf } from '@/domain/workdays/days';
import { messages } from '@/messages';
import type { User } from '@/payload-types';
import { ImportForm, type AgencyChoice } from './ImportForm';
import styles from './ReportImport.module.css';

/** Reads a report that exists and shows what was read beside the file, before it is kept as a draft. */
export async function ReportImport(props: AdminViewServerProps) {
  const { initPageResult, params, searchParams } = props;
  const { req, visibleEntities } = initPageResult;
  const words = messages[localeOf(req)].reportUpload;
  const isAllowed = hasRole(req.user, 'editor', 'administrator');
  const agencies = isAllowed ? await agenciesOf(req) : [];
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
      <main className={styles.import}>
        <h1>{words.title}</h1>
        <p className={styles.lead}>{words.lead}</p>
        {!isAllowed ? (
          <p>{words.notAllowed}</p>
        ) : agencies.length === 0 ? (
          <p>{words.noAgencies}</p>
        ) : (
          <ImportForm agencies={agencies} thisYear={Number(dayOf(new Date()).slice(0, 4))} />
        )}
      </main>
    </DefaultTemplate>
  );
}

/** In whose name the person may write: an editor for the own agency, an administrator for all. */
async function agenciesOf(req: PayloadRequest): Promise<AgencyChoice[]> {
  const { agency } = req.user as User;
  const own = typeof agency === 'object' ? agency?.id : agency;
  const isAdministrator = hasRole(req.user, 'administrator');
  if (!isAdministrator && !own) return [];
  const { docs } = await req.payload.find({
    collection: 'agencies',
    where: isAdministrator ? {} : { id: { equals: own } },
    locale: 'zh-CN',
    depth: 0,
    pagination: false,
    sort: 'name',
    select: { name: true },
    user: req.user,
    overrideAccess: false,
    req,
  });
  return docs.map(({ id, name }) => ({ id, name }));
}
