import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Actions } from '@/components/Actions/Actions';
import { AttachmentList } from '@/components/AttachmentList/AttachmentList';
import { formatSize } from '@/components/AttachmentList/format-size';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { DateText } from '@/components/DateText/DateText';
import { Link } from '@/components/Link/Link';
import { MetadataTable } from '@/components/MetadataTable/MetadataTable';
import { Notice } from '@/components/Notice/Notice';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { Section } from '@/components/Section/Section';
import { SignatureLine } from '@/components/SignatureLine/SignatureLine';
import { Withdrawn } from '@/components/Withdrawn/Withdrawn';
import { FORM_SOURCE } from '@/domain/website-reports/form';
import { getPathname } from '@/i18n/navigation';
import type { Locale } from '@/i18n/routing';
import { dayOrNothing } from '@/queries/document-items';
import {
  answersOf,
  findWebsiteReport,
  listWebsiteReports,
  websiteReportPath,
  websiteSizes,
} from '@/queries/website-reports';
import { FORM_FORMATS } from '@/transfer/export/forms/format-names';
import { WEBSITE_SCHEMA } from '@/transfer/export/website-report/website-data';
import { findReportWithdrawal } from '@/queries/withdrawals';
import { alternatesOf } from '../../../alternates';
import { articleMeta } from '../../../national-meta';
import { WebsiteTable } from '../../WebsiteTable';
import styles from '../../website-reports.module.css';

type Props = { params: Promise<{ locale: Locale; agency: string; year: string }> };

export const revalidate = 300;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, agency, year } = await params;
  const report = await findWebsiteReport(agency, yearOf(year), locale);
  if (!report) return {};
  return {
    title: (locale === 'en' && report.titleEnglish) || report.title || '',
    alternates: alternatesOf(locale, websiteReportPath(agency, report.year)),
    other: await articleMeta(locale, 'websiteReports', {
      title: report.title ?? '',
      published: report.publishedOn,
      signedBy: report.signedBy,
      source: report.agency.name,
      path: websiteReportPath(agency, report.year),
    }),
  };
}

/** 政府网站工作年度报表: the form with its figures, and its files. */
export default async function WebsiteReportPage({ params }: Props) {
  const { locale, agency: slug, year } = await params;
  setRequestLocale(locale);
  const report = await findWebsiteReport(slug, yearOf(year), locale);
  if (!report) {
    const withdrawal = await findReportWithdrawal('website-reports', slug, yearOf(year));
    if (!withdrawal) notFound();
    return <Withdrawn withdrawal={withdrawal} />;
  }
  const [t, annual, files, siblings, chinese] = await Promise.all([
    getTranslations('websiteReports'),
    getTranslations('annualReports'),
    getTranslations('reportExport'),
    listWebsiteReports(locale, report.agency.id),
    findWebsiteReport(slug, report.year, 'zh-CN'),
  ]);
  const answers = answersOf(report);
  const sizes = chinese ? await websiteSizes(chinese) : {};
  const published = dayOrNothing(report.publishedOn);
  const others = siblings.filter((other) => other.year !== report.year);
  const isEnglish = locale === 'en';
  const title = (isEnglish && report.titleEnglish) || report.title || '';
  const download = getPathname({
    href: `${websiteReportPath(slug, report.year)}/download`,
    locale,
  });
  return (
    <article>
      <Breadcrumbs
        items={[
          { label: annual('title'), href: '/annual-reports' },
          { label: report.agency.name, href: `/agencies/${slug}` },
        ]}
      />
      <PageTitle
        official
        title={title}
        lang={isEnglish && !report.titleEnglish ? 'zh-CN' : undefined}
      />
      <MetadataTable
        rows={[
          {
            term: t('page.agency'),
            value: <Link href={`/agencies/${slug}`}>{report.agency.name}</Link>,
          },
          { term: t('page.publishedOn'), value: published && <DateText day={published} /> },
          { term: t('page.form'), value: FORM_SOURCE, lang: 'zh-CN' },
          {
            term: t('page.otherYears'),
            value:
              others.length > 0 &&
              others.map((other) => (
                <Link
                  key={other.id}
                  href={websiteReportPath(slug, other.year)}
                  className={styles.other}
                >
                  {t('list.year', { year: String(other.year) })}
                </Link>
              )),
          },
        ].filter(({ value }) => Boolean(value))}
      />
      <Actions
        downloads={(['docx', 'pdf', 'xlsx'] as const).map((format) => ({
          href: `${download}?format=${format}`,
          label: files(`download.as.${format}`),
          note: sizes[format] === undefined ? undefined : formatSize(sizes[format]),
        }))}
      />
      {isEnglish && <Notice>{t('page.chineseOnly')}</Notice>}
      {answers && <WebsiteTable caption={title} answers={answers} note={t('page.blank')} />}
      <Section title={t('download.title')} id="downloads">
        <p>{t('download.intro')}</p>
        <AttachmentList
          items={FORM_FORMATS.map((format) => ({
            href: `${download}?format=${format}`,
            name: t(`download.${format}`),
            type: t(`download.about.${format}`),
            bytes: sizes[format],
          }))}
        />
        <p className={styles.note}>
          <a href={WEBSITE_SCHEMA}>{t('download.schema')}</a>
        </p>
      </Section>
      <SignatureLine signedBy={report.signedBy} />
    </article>
  );
}

/** NaN finds no report, so that an address with a wrong year is a page that was not found. */
const yearOf = (text: string): number => (/^\d{4}$/.test(text) ? Number(text) : Number.NaN);
