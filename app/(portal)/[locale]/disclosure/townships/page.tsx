import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { Link } from '@/components/Link/Link';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import type { Locale } from '@/i18n/routing';
import { listTownships } from '@/queries/agencies';
import { alternatesOf } from '../../alternates';
import { columnMeta } from '../../national-meta';
import styles from '../catalogue/catalogue.module.css';

type Props = { params: Promise<{ locale: Locale }> };

export const revalidate = 300;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'catalogue.grassroots' });
  return {
    title: t('townships'),
    description: t('townshipsText'),
    alternates: alternatesOf(locale, '/disclosure/townships'),
    other: await columnMeta(locale, 'grassroots'),
  };
}

export default async function TownshipsPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const [t, platform, townships] = await Promise.all([
    getTranslations('catalogue.grassroots'),
    getTranslations('platform'),
    listTownships(locale),
  ]);
  return (
    <>
      <Breadcrumbs
        items={[
          { label: platform('title'), href: '/disclosure' },
          { label: t('title'), href: '/disclosure/grassroots' },
          { label: t('townships') },
        ]}
      />
      <PageTitle title={t('townships')} lead={t('townshipsText')} />
      <ul className={styles.townships}>
        {townships.map(({ id, slug, name, phone }) => (
          <li key={id}>
            <Link href={`/disclosure/townships/${slug}`}>{name}</Link>
            {phone && <span>{phone}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
