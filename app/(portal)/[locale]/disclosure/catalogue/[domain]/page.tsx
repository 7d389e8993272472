import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Actions } from '@/components/Actions/Actions';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { Button } from '@/components/Button/Button';
import { EmptyState } from '@/components/EmptyState/EmptyState';
import { Link } from '@/components/Link/Link';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { hasCode, labelOf } from '@/domain/catalogue/codes';
import { tally } from '@/domain/catalogue/coverage';
import { DOMAINS } from '@/domain/catalogue/domains';
import { dayOf } from '@/domain/workdays/days';
import type { Locale } from '@/i18n/routing';
import { listTownships } from '@/queries/agencies';
import { listCatalogue } from '@/queries/catalogue';
import type { AddressValues } from '@/queries/search-address';
import { alternatesOf } from '../../../alternates';
import { columnMeta } from '../../../national-meta';
import styles from '../catalogue.module.css';
import { CatalogueTable } from '../CatalogueTable';

type Props = {
  params: Promise<{ locale: Locale; domain: string }>;
  searchParams: Promise<AddressValues>;
};

/** The level is in the address: made for each question. */
export const dynamic = 'force-dynamic';

const LEVELS = [
  { code: 'county', zh: '县级', en: 'County' },
  { code: 'township', zh: '乡级', en: 'Township' },
] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, domain } = await params;
  const t = await getTranslations({ locale, namespace: 'catalogue' });
  return {
    title: t('domainTitle', { domain: labelOf(DOMAINS, domain, locale) }),
    other: await columnMeta(locale, {
      name: labelOf(DOMAINS, domain, locale),
      description: t('domainTitle', { domain: labelOf(DOMAINS, domain, locale) }),
      type: t('nav'),
    }),
    alternates: alternatesOf(locale, `/disclosure/catalogue/${domain}`),
  };
}

export default async function CatalogueDomainPage({ params, searchParams }: Props) {
  const { locale, domain } = await params;
  setRequestLocale(locale);
  if (!hasCode(DOMAINS, domain)) notFound();
  const t = await getTranslations('catalogue');
  const platform = await getTranslations('platform');
  const { level: asked, township: askedTownship } = await searchParams;
  const townships = await listTownships(locale);
  const township = townships.find(({ slug }) => slug === askedTownship);
  const level = township ? 'township' : hasCode(LEVELS, asked) ? asked : undefined;
  const items = await listCatalogue(domain, locale, dayOf(new Date()), level, township?.id);
  const counts = tally(items);
  const name = labelOf(DOMAINS, domain, locale);
  const path = `/disclosure/catalogue/${domain}`;
  const prefix = locale === 'en' ? '/en' : '';
  return (
    <>
      <Breadcrumbs
        items={[
          { label: platform('title'), href: '/disclosure' },
          { label: t('title'), href: '/disclosure/catalogue' },
          { label: name },
        ]}
      />
      <PageTitle
        title={t('domainTitle', { domain: name })}
        lead={t('domainLead', { items: items.length, covered: counts.covered + counts.late })}
      />
      <Actions
        downloads={[
          {
            href: `${prefix}/disclosure/catalogue/download?domain=${domain}`,
            label: t('downloadDomain'),
          },
        ]}
        copy={false}
      />
      <ul className={styles.levels} aria-label={t('level')}>
        {[undefined, ...LEVELS.map(({ code }) => code)].map((code) => (
          <li key={code ?? 'all'}>
            <Link
              href={code ? `${path}?level=${code}` : path}
              aria-current={code === level && !township ? 'true' : undefined}
            >
              {code ? t(`levels.${code}`) : t('allLevels')}
            </Link>
          </li>
        ))}
      </ul>
      <form action={prefix + path} method="get" className={styles.chooser}>
        <label htmlFor="township">{t('township')}</label>
        <select id="township" name="township" defaultValue={township?.slug ?? ''}>
          <option value="">{t('allTownships')}</option>
          {townships.map(({ slug, name: called }) => (
            <option key={slug} value={slug}>
              {called}
            </option>
          ))}
        </select>
        <Button type="submit" kind="secondary">
          {t('choose')}
        </Button>
      </form>
      {township && (
        <p>
          {t('ofTownship', { township: township.name })}{' '}
          <Link href={`/disclosure/townships/${township.slug}`}>{t('seeTownship')}</Link>
        </p>
      )}
      {items.length > 0 ? (
        <CatalogueTable items={items} domain={name} locale={locale} />
      ) : (
        <EmptyState title={level ? t('noItemsAtLevel') : t('noItems')}>
          <p>{t('noItemsText')}</p>
          <Link href="/disclosure/statutory">{platform('parts.statutory.title')}</Link>
        </EmptyState>
      )}
    </>
  );
}
