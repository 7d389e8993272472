import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Actions } from '@/components/Actions/Actions';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { DateText } from '@/components/DateText/DateText';
import { formatDate } from '@/components/DateText/format-date';
import { Link } from '@/components/Link/Link';
import { MetadataTable } from '@/components/MetadataTable/MetadataTable';
import { Notice } from '@/components/Notice/Notice';
import { OfficialText } from '@/components/OfficialText/OfficialText';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { Section } from '@/components/Section/Section';
import { SignatureLine } from '@/components/SignatureLine/SignatureLine';
import { Withdrawn } from '@/components/Withdrawn/Withdrawn';
import { blocksToText } from '@/domain/documents/blocks';
import { blocksFromLexical } from '@/domain/documents/lexical';
import { dayOf } from '@/domain/workdays/days';
import { getPathname } from '@/i18n/navigation';
import type { Locale } from '@/i18n/routing';
import { dayOrNothing } from '@/queries/document-items';
import { downloadLinks } from '@/queries/download-words';
import { reader } from '@/queries/preview';
import { agencyOfNotice, figuresOfNotice, findNotice } from '@/queries/quarterly-notices';
import { findWithdrawal } from '@/queries/withdrawals';
import { alternatesOf } from '../../../alternates';
import { articleMeta } from '../../../national-meta';
import { NoticeFacts, NoticeFigures } from './NoticeFigures';

type Props = { params: Promise<{ locale: Locale; slug: string }> };

export const revalidate = 3600;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const notice = await findNotice(slug, locale, await reader());
  if (!notice) return { robots: { index: false } };
  const path = `/statistics/notices/${notice.slug}`;
  return {
    title: notice.title,
    alternates: alternatesOf(locale, path),
    other: await articleMeta(locale, 'statistics', {
      title: notice.title,
      published: notice.publishedOn,
      signedBy: notice.signedBy,
      source: agencyOfNotice(notice)?.name,
      path,
    }),
  };
}

/** A quarterly notice: the facts first, then the table by agency, what was found, and the text. */
export default async function NoticePage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const notice = await findNotice(slug, locale, await reader());
  if (!notice) {
    const withdrawal = await findWithdrawal('quarterly-notices', slug);
    if (!withdrawal) notFound();
    return <Withdrawn withdrawal={withdrawal} />;
  }
  const t = await getTranslations('quarterlyNotices');
  const figures = figuresOfNotice(notice);
  const agency = agencyOfNotice(notice);
  const published = dayOrNothing(notice.publishedOn);
  const blocks = blocksFromLexical(notice.body);
  const path = `/statistics/notices/${notice.slug}`;
  return (
    <article>
      <Breadcrumbs
        items={[
          { label: t('statistics'), href: '/statistics' },
          { label: t('title'), href: '/statistics/notices' },
        ]}
      />
      <PageTitle title={notice.title} lang={locale === 'en' ? 'zh-CN' : undefined} official />
      <MetadataTable
        rows={[
          {
            term: t('period'),
            value:
              figures &&
              t('periodOf', {
                from: formatDate(figures.from, locale),
                to: formatDate(figures.to, locale),
              }),
          },
          {
            term: t('agency'),
            value: agency && <Link href={`/agencies/${agency.slug}`}>{agency.name}</Link>,
          },
          { term: t('publishedOn'), value: published && <DateText day={published} /> },
          {
            term: t('compiledAt'),
            value: notice.compiledAt && <DateText day={dayOf(notice.compiledAt)} />,
          },
        ]}
      />
      <Actions
        downloads={
          figures
            ? [
                ...downloadLinks(path, ['docx', 'pdf'], locale),
                {
                  href: `${getPathname({ href: `${path}/download`, locale })}?format=xlsx`,
                  label: t('download.xlsx'),
                },
              ]
            : []
        }
      />
      {locale === 'en' && <Notice kind="info">{t('chineseOnly')}</Notice>}
      {figures && <NoticeFacts figures={figures} />}
      {blocks.length > 0 && (
        <Section title={t('sections.body')} id="text">
          <OfficialText blocks={blocks} levelOffset={1} />
        </Section>
      )}
      {figures && <NoticeFigures figures={figures} text={blocksToText(blocks)} />}
      <SignatureLine signedBy={notice.signedBy} />
      <p>
        <Link href="/statistics/notices">{t('all')}</Link>
      </p>
    </article>
  );
}
