import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { DocumentList } from '@/components/DocumentList/DocumentList';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { SearchBox } from '@/components/SearchBox/SearchBox';
import { Section } from '@/components/Section/Section';
import type { Locale } from '@/i18n/routing';
import { documentItem } from '@/queries/document-items';
import { listDocuments } from '@/queries/documents';
import { alternatesOf } from '../alternates';
import { columnMeta } from '../national-meta';
import styles from './disclosure.module.css';
import { PartList } from './PartList';

type Props = { params: Promise<{ locale: Locale }> };

export const revalidate = 300;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'platform' });
  return {
    title: t('title'),
    description: t('lead'),
    alternates: alternatesOf(locale, '/disclosure'),
    other: await columnMeta(locale, 'disclosure'),
  };
}

export default async function DisclosurePage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('platform');
  const { items } = await listDocuments({}, 1, 8, locale);
  return (
    <>
      <Breadcrumbs items={[{ label: t('title') }]} />
      <PageTitle title={t('title')} lead={t('lead')} />
      <div className={styles.search}>
        <SearchBox />
      </div>
      <PartList headingLevel={2} />
      <Section
        title={t('latest')}
        id="latest"
        more={{ href: '/documents', label: t('allDocuments') }}
      >
        <DocumentList
          items={items.map((document) => documentItem(document, locale))}
          headingLevel={3}
          compact
        />
      </Section>
    </>
  );
}
