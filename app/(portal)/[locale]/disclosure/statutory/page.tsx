import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { Link } from '@/components/Link/Link';
import { ListDownloads } from '@/components/ListDownloads/ListDownloads';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { Section } from '@/components/Section/Section';
import { AGENCY_KINDS, CATEGORIES, THEMES } from '@/domain/catalogue/codes';
import { dayOf } from '@/domain/workdays/days';
import type { Locale } from '@/i18n/routing';
import { catalogueOverview } from '@/queries/catalogued';
import { columnTree, countColumns, documentCounts } from '@/queries/columns';
import { alternatesOf } from '../../alternates';
import { columnMeta } from '../../national-meta';
import { CountedList } from '../CountedList';
import styles from '../disclosure.module.css';
import { LocalItems } from './LocalItems';

type Props = { params: Promise<{ locale: Locale }> };

/** The index follows a publication by some seconds, so these counts are renewed more often. */
export const revalidate = 60;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'platform' });
  return {
    title: t('parts.statutory.title'),
    description: t('parts.statutory.text'),
    alternates: alternatesOf(locale, '/disclosure/statutory'),
    other: await columnMeta(locale, 'statutory'),
  };
}

export default async function StatutoryPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('platform');
  const catalogue = await getTranslations('catalogue');
  const [tree, counts, fields] = await Promise.all([
    columnTree(locale),
    documentCounts(locale),
    catalogueOverview(dayOf(new Date())),
  ]);
  const columns = await countColumns(tree, counts, locale);
  const isEnglish = locale === 'en';
  const changes = await getTranslations('relations.changes');
  return (
    <>
      <Breadcrumbs
        items={[{ label: t('title'), href: '/disclosure' }, { label: t('parts.statutory.title') }]}
      />
      <PageTitle
        title={t('parts.statutory.title')}
        lead={t('statutory.lead', { count: counts.total })}
      />
      <Section title={t('statutory.categories')} id="categories">
        <p className={styles.about}>
          {t('statutory.categoriesText')}
          {isEnglish && ' '}
          {t('statutory.countNote')}
        </p>
        <ol className={styles.counted}>
          {CATEGORIES.map(({ item, code, zh, en }) => {
            const count = counts.byCategory.get(code) ?? 0;
            const label = isEnglish ? en : zh;
            return (
              <li key={code} className={styles.countedItem}>
                <span className={styles.number}>
                  {t('statutory.item', {
                    number: isEnglish ? item : (NUMERALS[item - 1] ?? item),
                  })}
                </span>
                <span className={styles.label}>
                  {count > 0 ? <Link href={`/documents?category=${code}`}>{label}</Link> : label}
                </span>
                <span className={styles.count}>
                  {count > 0 ? t('statutory.count', { count }) : t('statutory.none')}
                </span>
              </li>
            );
          })}
        </ol>
      </Section>
      <LocalItems fields={fields} locale={locale} />
      {columns.map((column) => (
        <Section
          key={column.id}
          id={column.slug}
          title={column.name}
          more={{
            href: `/disclosure/columns/${column.slug}`,
            label: t('column.total', { count: column.count }),
          }}
        >
          {column.description && <p className={styles.about}>{column.description}</p>}
          {column.children.length > 0 && <CountedList columns={column.children} />}
        </Section>
      ))}
      <Section
        title={catalogue('title')}
        id="catalogue"
        more={{ href: '/disclosure/catalogue', label: catalogue('see') }}
      >
        <p className={styles.about}>{catalogue('lead')}</p>
      </Section>
      <p>
        <Link href="/documents/changes">{changes('linkTitle')}</Link>
      </p>
      <ListDownloads list="statutory" />
      <Section title={t('statutory.themes')} id="themes">
        <p className={styles.about}>{t('statutory.themesText')}</p>
        <ul className={styles.children}>
          {THEMES.map(({ code, zh, en }) => {
            const count = counts.byTheme.get(code) ?? 0;
            const label = isEnglish ? en : zh;
            return (
              <li key={code} className={styles.countedItem}>
                <span className={styles.label}>
                  {count > 0 ? <Link href={`/documents?theme=${code}`}>{label}</Link> : label}
                </span>
                <span className={styles.count}>
                  {count > 0 ? t('statutory.count', { count }) : t('statutory.none')}
                </span>
              </li>
            );
          })}
        </ul>
      </Section>
      <Section
        title={t('statutory.agencies')}
        id="agencies"
        more={{ href: '/agencies', label: t('statutory.allAgencies') }}
      >
        <p className={styles.about}>{t('statutory.agenciesText')}</p>
        <ul className={styles.places}>
          {AGENCY_KINDS.filter(({ code }) => code !== 'external').map(({ code, zh, en }) => (
            <li key={code}>
              <Link href={`/agencies#${code}`}>{isEnglish ? en : zh}</Link>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

/** As the article numbers its items. */
const NUMERALS = '一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五'.split(' ');
