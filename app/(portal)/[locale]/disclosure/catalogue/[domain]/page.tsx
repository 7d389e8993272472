import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Actions } from '@/components/Actions/Actions';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { Button } from '@/components/Button/Button';
import { EmptyState } from '@/components/EmptyState/EmptyState';
import { Link } from '@/components/Link/Link';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { Section } from '@/components/Section/Section';
import { hasCode, labelOf } from '@/domain/catalogue/codes';
import { tally } from '@/domain/catalogue/coverage';
import { DOMAINS } from '@/domain/catalogue/domains';
import type { Level } from '@/domain/catalogue/items';
import { dayOf } from '@/domain/workdays/days';
import type { Locale } from '@/i18n/routing';
import { listCatalogue } from '@/queries/catalogue';
import { placesOf, type Place, type Publisher } from '@/queries/catalogued';
import { namedIn } from '@/queries/column-tree';
import { columnTree } from '@/queries/columns';
import type { AddressValues } from '@/queries/search-address';
import { alternatesOf } from '../../../alternates';
import { columnMeta } from '../../../national-meta';
import { PlaceRows } from '../../grassroots/PlaceRows';
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
  if (!hasCode(DOMAINS, domain)) return {};
  const t = await getTranslations({ locale, namespace: 'catalogue' });
  const name = labelOf(DOMAINS, domain, locale);
  return {
    title: t('domainTitle', { domain: name }),
    other: await columnMeta(locale, {
      name,
      description: t('domainTitle', { domain: name }),
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
  const matrix = await getTranslations('catalogue.matrix');
  const platform = await getTranslations('platform');
  const { level: asked, township: askedTownship } = await searchParams;
  const today = dayOf(new Date());
  const [{ townships, row }, tree] = await Promise.all([
    placesOf(domain, locale, today),
    columnTree(locale),
  ]);
  const place = townships.findIndex(({ slug }) => slug === askedTownship);
  const township = townships[place];
  const level = township ? 'township' : hasCode(LEVELS, asked) ? asked : undefined;
  const items = await listCatalogue(
    domain,
    locale,
    today,
    level,
    publisherOf(level, townships, township),
  );
  const ofLevel = level ? items.filter(({ levels }) => levels?.includes(level)) : items;
  const counts = tally(ofLevel);
  const documents = {
    all: row.all.documents,
    county: row.county.documents,
    township: township
      ? (row.townships[place]?.documents ?? 0)
      : row.all.documents - row.county.documents,
  };
  const name = labelOf(DOMAINS, domain, locale);
  const column = namedIn(tree, [name, `${name}领域`]);
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
        lead={t('domainLead', { items: ofLevel.length, covered: counts.covered + counts.late })}
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
      <p>
        {township && t('ofTownship', { township: township.name })}
        {!township && level && t(level === 'county' ? 'ofCounty' : 'ofTownships')}
        {level && ' '}
        {t('domainDocuments', { count: documents[level ?? 'all'] })}{' '}
        {township && (
          <Link href={`/disclosure/townships/${township.slug}`}>{t('seeTownship')}</Link>
        )}
      </p>
      {items.length > 0 ? (
        <CatalogueTable items={items} domain={name} locale={locale} />
      ) : (
        <EmptyState title={level ? t('noItemsAtLevel') : t('noItems')}>
          <p>{t('noItemsText')}</p>
          <Link href="/disclosure/statutory">{platform('parts.statutory.title')}</Link>
        </EmptyState>
      )}
      {column && (
        <p>
          <Link href={`/disclosure/columns/${column.slug}`}>
            {t('sameColumn', { name: column.name })}
          </Link>
        </p>
      )}
      <Section
        title={matrix('places')}
        id="places"
        more={{ href: '/disclosure/grassroots/matrix', label: matrix('title') }}
      >
        <PlaceRows
          label={matrix('placesTable', { domain: name })}
          head={matrix('place')}
          rows={[
            {
              key: 'county',
              label: matrix('county'),
              href: `${path}?level=county`,
              cell: row.county,
            },
            ...townships.map(({ slug, name: label }, i) => ({
              key: slug,
              label,
              href: `${path}?township=${slug}`,
              cell: row.townships[i]!,
            })),
          ]}
        />
      </Section>
    </>
  );
}

/** A level is asked about what it published itself, as in the table of all fields and places. */
function publisherOf(
  level: Level | undefined,
  townships: readonly Place[],
  township?: Place,
): Publisher | undefined {
  if (!level) return undefined;
  const ids = (township ? [township] : townships).map(({ id }) => id);
  return level === 'county' ? { ids, others: true } : { ids };
}
