import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Actions } from '@/components/Actions/Actions';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { Link } from '@/components/Link/Link';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { Section } from '@/components/Section/Section';
import { labelOf } from '@/domain/catalogue/codes';
import { DOMAINS } from '@/domain/catalogue/domains';
import { dayOf } from '@/domain/workdays/days';
import type { Locale } from '@/i18n/routing';
import { catalogueOverview } from '@/queries/catalogued';
import { alternatesOf } from '../../alternates';
import { columnMeta } from '../../national-meta';
import styles from './catalogue.module.css';

type Props = { params: Promise<{ locale: Locale }> };

export const revalidate = 300;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'catalogue' });
  return {
    title: t('title'),
    description: t('lead'),
    alternates: alternatesOf(locale, '/disclosure/catalogue'),
    other: await columnMeta(locale, 'grassroots'),
  };
}

export default async function CataloguePage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('catalogue');
  const platform = await getTranslations('platform');
  const fields = await catalogueOverview(dayOf(new Date()));
  const sum = (count: 'items' | 'covered' | 'late') =>
    fields.reduce((total, { counts }) => total + counts[count], 0);
  const late = sum('late');
  return (
    <>
      <Breadcrumbs
        items={[{ label: platform('title'), href: '/disclosure' }, { label: t('title') }]}
      />
      <PageTitle title={t('title')} lead={t('lead')} />
      <p>{t('total', { items: sum('items'), covered: sum('covered') + late, late })}</p>
      <Actions
        downloads={[
          {
            href: `${locale === 'en' ? '/en' : ''}/disclosure/catalogue/download`,
            label: t('download'),
          },
        ]}
        copy={false}
        print={false}
      />
      <Section title={t('fields')} id="fields">
        <ol className={styles.fields}>
          {fields.map(({ domain, counts }) => (
            <li key={domain} className={styles.field}>
              <Link href={`/disclosure/catalogue/${domain}`} className={styles.fieldName}>
                {labelOf(DOMAINS, domain, locale)}
              </Link>
              <span className={styles.counts}>
                <span>{t('itemsCount', { count: counts.items })}</span>
                {counts.covered + counts.late > 0 && (
                  <span>{t('coveredCount', { count: counts.covered + counts.late })}</span>
                )}
                {counts.late > 0 && (
                  <span className={styles.late}>{t('lateCount', { count: counts.late })}</span>
                )}
              </span>
            </li>
          ))}
        </ol>
      </Section>
      <p className={styles.source}>{t('source')}</p>
    </>
  );
}
