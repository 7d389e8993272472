import { getTranslations } from 'next-intl/server';
import { DateText } from '@/components/DateText/DateText';
import { Link } from '@/components/Link/Link';
import { Section } from '@/components/Section/Section';
import { deadlineOf } from '@/domain/website-reports/check';
import { daysBetween } from '@/domain/workdays/days';
import type { Locale } from '@/i18n/routing';
import { dayOrNothing } from '@/queries/document-items';
import {
  listWebsiteReports,
  websiteReportPath,
  type WebsiteReportRow,
} from '@/queries/website-reports';
import styles from './website-reports.module.css';

/** The other yearly reports beside those on disclosure: on websites, and what changed in the law. */
export async function WebsiteReportsList({ locale }: { locale: Locale }) {
  const [t, reports] = await Promise.all([
    getTranslations('websiteReports'),
    listWebsiteReports(locale),
  ]);
  const years = [...new Set(reports.map(({ year }) => year))];
  return (
    <>
      {reports.length > 0 && (
        <Section title={t('title')} id="website-reports">
          <p>{t('lead')}</p>
          {years.map((year) => (
            <ul
              key={year}
              className={styles.list}
              aria-label={t('list.year', { year: String(year) })}
            >
              {reports
                .filter((report) => report.year === year)
                .map((report) => (
                  <Line key={report.id} report={report} locale={locale} />
                ))}
            </ul>
          ))}
        </Section>
      )}
      <Section title={t('changes.title')} id="normative-changes">
        <p>{t('changes.lead')}</p>
        <p>
          <Link href="/documents/changes?kind=normative">{t('changes.all')}</Link>
        </p>
      </Section>
    </>
  );
}

async function Line({ report, locale }: { report: WebsiteReportRow; locale: Locale }) {
  const t = await getTranslations('websiteReports');
  const { agency, year, title, titleEnglish, publishedOn } = report;
  const day = dayOrNothing(publishedOn);
  const late = day ? daysBetween(deadlineOf(year), day) : 0;
  const isEnglish = locale === 'en' && Boolean(titleEnglish);
  return (
    <li>
      <Link
        href={websiteReportPath(agency.slug ?? '', year)}
        lang={locale === 'en' && !titleEnglish ? 'zh-CN' : undefined}
      >
        {isEnglish ? titleEnglish : title}
      </Link>
      <span className={styles.note}>
        {day ? <DateText day={day} /> : t('list.undated')}
        {day && ' · '}
        {day && (late > 0 ? t('list.late', { days: late }) : t('list.on-time'))}
      </span>
    </li>
  );
}
