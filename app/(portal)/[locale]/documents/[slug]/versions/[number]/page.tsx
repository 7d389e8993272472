import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { Columns } from '@/components/Columns/Columns';
import { formatDate } from '@/components/DateText/format-date';
import { Link } from '@/components/Link/Link';
import { Notice } from '@/components/Notice/Notice';
import { OfficialText } from '@/components/OfficialText/OfficialText';
import { Outline } from '@/components/Outline/Outline';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { Section } from '@/components/Section/Section';
import { structureOf } from '@/domain/documents/structure';
import type { Locale } from '@/i18n/routing';
import { fileNames } from '@/queries/versions';
import { alternatesOf } from '../../../../alternates';
import { columnMeta } from '../../../../national-meta';
import { outlineOf } from '../../outline';
import { openVersions, versionAt } from '../open';
import styles from '../versions.module.css';

type Props = { params: Promise<{ locale: Locale; slug: string; number: string }> };

export const revalidate = 300;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug, number } = await params;
  const { versions } = await openVersions(slug, locale);
  const version = versionAt(versions, number);
  const t = await getTranslations({ locale, namespace: 'versions' });
  return {
    title: `${t('nth', { number: version.number })} · ${version.title}`,
    // Search engines should find the text that counts.
    robots: { index: false },
    alternates: alternatesOf(locale, `/documents/${slug}/versions/${number}`),
    other: await columnMeta(locale, 'documents'),
  };
}

/** A text as it was: the words that people relied on then. */
export default async function VersionPage({ params }: Props) {
  const { locale, slug, number } = await params;
  setRequestLocale(locale);
  const { document, versions, crumbs } = await openVersions(slug, locale);
  const version = versionAt(versions, number);
  const current = versions[0] ?? version;
  const t = await getTranslations('versions');
  const path = `/documents/${document.slug}`;
  const nth = t('nth', { number: version.number });
  const structure = structureOf(version.body);
  const outline = outlineOf(structure);
  const names = await fileNames(version.attachments ?? []);
  return (
    <article>
      <Breadcrumbs
        items={[...crumbs, { label: t('title'), href: `${path}/versions` }, { label: nth }]}
      />
      <PageTitle
        title={version.title}
        lang={locale === 'en' ? 'zh-CN' : undefined}
        eyebrow={nth}
        official
        number={version.documentNumber ?? undefined}
      />
      <div className={styles.head}>
        {version.isCurrent ? (
          <Notice kind="info">
            <Link href={path}>{t('backToDocument')}</Link>
          </Notice>
        ) : (
          <Notice kind="warn" title={t('old.title', { number: version.number })}>
            {t.rich('old.text', {
              date: formatDate(version.day, locale),
              current: (chunks) => <Link href={path}>{chunks}</Link>,
            })}{' '}
            <Link href={`${path}/versions/${version.number}/${current.number}`}>
              {t('old.compare')}
            </Link>
          </Notice>
        )}
      </div>
      <Columns
        onPhone="first"
        side={outline.length > 1 && <Outline items={outline} lang="zh-CN" />}
      >
        <OfficialText blocks={version.body} structure={structure} copiesPlaces />
        {(version.attachments?.length ?? 0) > 0 && (
          <Section title={t('attachments')} id="attachments">
            <ul>
              {version.attachments?.map((id) => (
                <li key={id} lang={names.has(String(id)) ? 'zh-CN' : undefined}>
                  {names.get(String(id)) ?? t('attachmentGone')}
                </li>
              ))}
            </ul>
          </Section>
        )}
      </Columns>
    </article>
  );
}
