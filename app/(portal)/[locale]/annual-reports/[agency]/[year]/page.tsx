import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Actions } from '@/components/Actions/Actions';
import { AttachmentList } from '@/components/AttachmentList/AttachmentList';
import { formatSize } from '@/components/AttachmentList/format-size';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { Columns } from '@/components/Columns/Columns';
import { DateText } from '@/components/DateText/DateText';
import { Link } from '@/components/Link/Link';
import { MetadataTable } from '@/components/MetadataTable/MetadataTable';
import { Notice } from '@/components/Notice/Notice';
import { OfficialText } from '@/components/OfficialText/OfficialText';
import { Outline } from '@/components/Outline/Outline';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { Section } from '@/components/Section/Section';
import { SignatureLine } from '@/components/SignatureLine/SignatureLine';
import { Withdrawn } from '@/components/Withdrawn/Withdrawn';
import { layouts } from '@/domain/annual-reports/years';
import { blocksFromLexical } from '@/domain/documents/lexical';
import type { Locale } from '@/i18n/routing';
import type { File } from '@/payload-types';
import { findReport, layoutOf, listReports, tablesOf } from '@/queries/annual-reports';
import { dayOrNothing } from '@/queries/document-items';
import { fileAddress } from '@/queries/files';
import { changesQuery } from '@/queries/lists/changes';
import { reportSizes } from '@/queries/report-file';
import { findReportWithdrawal } from '@/queries/withdrawals';
import { alternatesOf } from '../../../alternates';
import { articleMeta } from '../../../national-meta';
import { keyFiguresOf } from '../../key-figures';
import { checksOf } from './checked-sums';
import { Charts } from './Charts';
import { Checks } from './Checks';
import { downloadAddress, Downloads } from './Downloads';
import { KeyFigures } from './KeyFigures';
import { PartTables } from './PartTables';

type Props = { params: Promise<{ locale: Locale; agency: string; year: string }> };

export const revalidate = 300;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, agency, year } = await params;
  const report = await findReport(agency, yearOf(year), locale);
  if (!report) return {};
  return {
    title: (locale === 'en' && report.titleEnglish) || report.title || '',
    alternates: alternatesOf(locale, `/annual-reports/${agency}/${report.year}`),
    other: await articleMeta(locale, 'annualReports', {
      title: report.title ?? '',
      published: report.publishedOn,
      signedBy: report.signedBy,
      source: report.agency.name,
      path: `/annual-reports/${agency}/${report.year}`,
    }),
  };
}

export default async function AnnualReportPage({ params }: Props) {
  const { locale, agency: slug, year } = await params;
  setRequestLocale(locale);
  const report = await findReport(slug, yearOf(year), locale);
  if (!report) {
    const withdrawal = await findReportWithdrawal('annual-reports', slug, yearOf(year));
    if (!withdrawal) notFound();
    return <Withdrawn withdrawal={withdrawal} />;
  }
  const t = await getTranslations('annualReports');
  const code = layoutOf(report);
  const layout = layouts[code];
  const tables = tablesOf(report);
  const [before, siblings, chinese, files] = await Promise.all([
    findReport(slug, report.year - 1, locale),
    listReports(locale, report.agency.id),
    findReport(slug, report.year, 'zh-CN'),
    getTranslations('reportExport'),
  ]);
  const sizes = chinese ? await reportSizes(chinese) : {};
  const path = `/annual-reports/${slug}/${report.year}`;
  const lastYear = before ? tablesOf(before) : null;
  const changes = changesQuery({ year: report.year, agency: slug, kind: 'normative' });
  const isEnglish = locale === 'en';
  const heading = (part: (typeof layout.parts)[number]) =>
    t(`partNumber.${part.code}`) + (isEnglish ? part.label.en : part.label.zh);
  const attachments = (report.attachments ?? []).filter(
    (file): file is File => typeof file === 'object',
  );
  const published = dayOrNothing(report.publishedOn);
  const others = siblings.filter((other) => other.year !== report.year);

  return (
    <article>
      <Breadcrumbs
        items={[
          { label: t('title'), href: '/annual-reports' },
          { label: report.agency.name, href: `/agencies/${slug}` },
        ]}
      />
      <PageTitle
        official
        title={(isEnglish && report.titleEnglish) || report.title}
        lang={isEnglish && !report.titleEnglish ? 'zh-CN' : undefined}
      />
      {tables && <KeyFigures figures={keyFiguresOf(code, tables)} />}
      {tables ? (
        <Checks
          code={code}
          checks={checksOf(code, tables, lastYear ?? undefined, locale)}
          hasLastYear={lastYear !== null}
        />
      ) : (
        <Notice>{t('checks.noTables')}</Notice>
      )}
      <MetadataTable
        rows={[
          {
            term: t('agency'),
            value: <Link href={`/agencies/${slug}`}>{report.agency.name}</Link>,
          },
          { term: t('publishedOn'), value: published && <DateText day={published} /> },
          { term: t('layout'), value: layout.source.number, lang: 'zh-CN' },
          {
            term: t('otherYears'),
            value: others.length > 0 && (
              <>
                {others.map((other) => (
                  <span key={other.id}>
                    <Link href={`/annual-reports/${slug}/${other.year}`}>
                      {t('year', { year: String(other.year) })}
                    </Link>
                    {' · '}
                  </span>
                ))}
                <Link href={`/annual-reports/${slug}/compare`}>{files('compare.link')}</Link>
              </>
            ),
          },
        ].filter(({ value }) => value !== false)}
      />
      <Actions
        downloads={(['docx', 'pdf', 'xlsx'] as const).map((format) => ({
          href: downloadAddress(path, format, locale),
          label: files(`download.as.${format}`),
          note: sizes[format] === undefined ? undefined : formatSize(sizes[format]),
        }))}
      />
      <Columns
        onPhone="first"
        side={
          <Outline
            label={t('outline')}
            items={[
              ...layout.parts.map((part) => ({ id: part.code, label: heading(part) })),
              ...(tables ? [{ id: 'charts', label: files('charts.title') }] : []),
              { id: 'downloads', label: files('download.title') },
            ]}
          />
        }
      >
        {isEnglish && <Notice>{t('chineseOnly')}</Notice>}
        {report.preface && <OfficialText blocks={blocksFromLexical(report.preface)} />}
        {layout.parts.map((part) => {
          const body = report.parts?.[part.code];
          return (
            <Section key={part.code} id={part.code} title={heading(part)}>
              {body && <OfficialText blocks={blocksFromLexical(body)} levelOffset={1} />}
              {tables && (
                <PartTables part={part.code} code={code} tables={tables} locale={locale} />
              )}
              {part.code === 'disclosure' && (
                <p>
                  <Link href={`/documents/changes?${changes}`}>{t('normativeChanges')}</Link>
                </p>
              )}
            </Section>
          );
        })}
        {attachments.length > 0 && (
          <Section title={t('attachments')} id="attachments">
            <AttachmentList
              items={attachments.map((file) => ({
                href: fileAddress(file),
                name: file.title,
                type: file.mimeType === 'application/pdf' ? 'PDF' : undefined,
                bytes: file.filesize ?? undefined,
                lang: 'zh-CN',
              }))}
            />
          </Section>
        )}
        {tables && <Charts code={code} tables={tables} years={siblings} />}
        <Downloads path={path} sizes={sizes} />
        <SignatureLine signedBy={report.signedBy} />
      </Columns>
    </article>
  );
}

/** NaN finds no report, so that an address with a wrong year is a page that was not found. */
const yearOf = (text: string): number => (/^\d{4}$/.test(text) ? Number(text) : Number.NaN);
