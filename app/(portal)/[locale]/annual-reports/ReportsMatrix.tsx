import { getTranslations } from 'next-intl/server';
import { formatDate } from '@/components/DateText/format-date';
import { Link } from '@/components/Link/Link';
import { ReportTable, type ReportRow as Row } from '@/components/ReportTable/ReportTable';
import { AGENCY_KINDS, labelOf } from '@/domain/catalogue/codes';
import type { Day } from '@/domain/workdays/days';
import type { Locale } from '@/i18n/routing';
import type { AgencyRow } from '@/queries/agencies';
import type { ReportRow } from '@/queries/annual-reports';
import { matrixOf, type MatrixCell } from './matrix';
import styles from './annual-reports.module.css';

type Props = { agencies: AgencyRow[]; reports: ReportRow[]; today: Day; locale: Locale };

/** Who published the report on which year, when, and whether in time. */
export async function ReportsMatrix({ agencies, reports, today, locale }: Props) {
  const t = await getTranslations('reportExport.matrix');
  const annual = await getTranslations('annualReports');
  const { years, rows, counts } = matrixOf(agencies, reports, today);
  const kinds = [...new Set(rows.map(({ agency }) => agency.kind))];
  const nameOf = (year: number) => annual('year', { year: String(year) });
  const stateOf = ({ is }: MatrixCell) => {
    if (is.state === 'late') return t('late', { days: is.days });
    return is.state === 'due' ? t('dueShort') : t(is.state);
  };
  const cellOf = (agency: AgencyRow, cell: MatrixCell) => {
    const { is, year, publishedOn, isThere } = cell;
    // Only what is known to be late is red: a report that is not here may have been published elsewhere.
    const look = is.state === 'late' ? styles.late : styles.quiet;
    const state = <span className={look}>{stateOf(cell)}</span>;
    if (!isThere) return state;
    const day = publishedOn ? formatDate(publishedOn, locale) : nameOf(year);
    return (
      <>
        <Link
          href={`/annual-reports/${agency.slug}/${year}`}
          className={styles.day}
          aria-label={`${agency.name} ${annual('report', { year: String(year) })}`}
        >
          {day}
        </Link>
        {state}
      </>
    );
  };
  return (
    <>
      <p>{t('intro')}</p>
      <ul className={styles.findings}>
        {counts.map((count) => (
          <li key={count.year}>{t('counts', { ...count, year: String(count.year) })}</li>
        ))}
      </ul>
      <div className={styles.matrix}>
        <ReportTable
          id="table-matrix"
          caption={t('caption')}
          head={[[{ text: t('agency') }, ...years.map((year) => ({ text: nameOf(year) }))]]}
          rows={kinds.flatMap((kind): Row[] => [
            {
              header: labelOf(AGENCY_KINDS, kind, locale),
              strong: true,
              cells: years.map(() => null),
            },
            ...rows
              .filter(({ agency }) => agency.kind === kind)
              .map(({ agency, cells }): Row => ({
                header: <Link href={`/agencies/${agency.slug}`}>{agency.name}</Link>,
                level: 1,
                cells: cells.map((cell) => cellOf(agency, cell)),
              })),
          ])}
          note={t('note')}
        />
      </div>
    </>
  );
}
