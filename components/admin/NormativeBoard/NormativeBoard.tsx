import { DefaultTemplate } from '@payloadcms/next/templates';
import type { AdminViewServerProps, PayloadRequest } from 'payload';
import { hasRole } from '@/access/roles';
import { formatDate } from '@/components/DateText/format-date';
import { dayOf, type Day } from '@/domain/workdays/days';
import { yearOf } from '@/domain/documents/year-changes';
import { messages } from '@/messages';
import { findingsIn, type DocumentFinding } from '@/queries/change-findings';
import { changesQuery, readYear } from '@/queries/lists/changes';
import styles from '../CoverageBoard/CoverageBoard.module.css';

const PATH = '/admin/normative-changes';

/** 规范性文件清理: where the year's amendments, repeals and lapses lack something or contradict each other. */
export async function NormativeBoard(props: AdminViewServerProps) {
  const { initPageResult, params, searchParams } = props;
  const { req, visibleEntities } = initPageResult;
  const locale = req.i18n.language === 'en' ? 'en' : 'zh-CN';
  const words = messages[locale].relations.changeFindings;
  const isStaff = hasRole(req.user, 'administrator', 'editor', 'clerk', 'leader', 'auditor');
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
        {isStaff ? (
          <Content req={req} asked={searchParams ?? {}} locale={locale} />
        ) : (
          <p>{words.notAllowed}</p>
        )}
      </main>
    </DefaultTemplate>
  );
}

type ContentProps = {
  req: PayloadRequest;
  asked: Record<string, string | string[] | undefined>;
  locale: 'zh-CN' | 'en';
};

async function Content({ req, asked, locale }: ContentProps) {
  const words = messages[locale].relations.changeFindings;
  const today = yearOf(dayOf(new Date()));
  const year = readYear(asked.year) ?? today;
  const agency = [asked.agency].flat()[0] || undefined;
  const { documents, counts, agencies } = await findingsIn(
    req.payload,
    { year, agency, user: req.user },
    locale,
  );
  const hard = documents.filter(({ severity }) => severity === 'hard').length + counts.length;
  const total = documents.length + counts.length;
  const summary = words.count
    .replace('{count}', String(total))
    .replace('{hard}', String(hard))
    .replace('{soft}', String(total - hard));
  const list = `/${locale === 'en' ? 'en/' : ''}documents/changes?${changesQuery({ year, agency, kind: 'normative' })}`;
  return (
    <>
      <p>{words.lead}</p>
      <form action={PATH} method="get" className={styles.filter}>
        <label>
          {words.year}
          <select name="year" defaultValue={String(year)}>
            {yearsAround(year, today).map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
        <label>
          {words.agency}
          <select name="agency" defaultValue={agency ?? ''}>
            <option value="">{words.all}</option>
            {agencies.map(({ slug, name }) => (
              <option key={slug} value={slug ?? ''}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <button type="submit">{words.filter}</button>
      </form>
      <p>
        {total === 0 ? words.none : summary} <a href={list}>{words.list}</a>
      </p>
      {total > 0 && (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{words.columns.document}</th>
                <th scope="col">{words.columns.finding}</th>
                <th scope="col">{words.columns.severity}</th>
              </tr>
            </thead>
            <tbody>
              {counts.map(({ agency: of, reported, counted }) => (
                <tr key={of.slug}>
                  <th scope="row">{of.name}</th>
                  <td>
                    {words.rules.count
                      .replace('{year}', String(year))
                      .replace('{reported}', String(reported))
                      .replace('{counted}', String(counted))}
                  </td>
                  <td>{words.hard}</td>
                </tr>
              ))}
              {documents.map((finding, i) => (
                <tr key={i}>
                  <th scope="row">
                    <a href={`/admin/collections/documents/${finding.document.id}`}>
                      {finding.document.title}
                    </a>
                  </th>
                  <td>{sentence(finding, locale)}</td>
                  <td>{words[finding.severity]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

function sentence({ rule, kind, on, by }: DocumentFinding, locale: 'zh-CN' | 'en'): string {
  const { changeFindings: words, changes } = messages[locale].relations;
  const what = kind ? changes.what[kind] : '';
  const day = (value: Day | undefined) => (value ? formatDate(value, locale) : '');
  return words.rules[rule]
    .replace('{what}', () => what)
    .replace('{on}', day(on))
    .replace('{by}', () => by?.document.title ?? '');
}

/** Ten years back from this one, and the one asked for. */
const yearsAround = (year: number, today: number): number[] =>
  [...new Set([today + 1, ...Array.from({ length: 10 }, (_, i) => today - i), year])].sort(
    (a, b) => b - a,
  );
