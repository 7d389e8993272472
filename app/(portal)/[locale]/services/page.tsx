import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { DoorList } from '@/components/DoorList/DoorList';
import { Link } from '@/components/Link/Link';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { Section } from '@/components/Section/Section';
import { labelOf } from '@/domain/catalogue/codes';
import { SERVICE_SUBJECTS } from '@/domain/services/codes';
import type { Locale } from '@/i18n/routing';
import { titleIn } from '@/queries/document-items';
import { readListAddress } from '@/queries/faceted';
import { rowsFound } from '@/queries/found-keys';
import type { AddressValues } from '@/queries/search-address';
import {
  agencyFacet,
  allServices,
  listChains,
  serviceFacets,
  SERVICES_PER_PAGE,
  type ServiceRow,
} from '@/queries/services';
import { MOST_ROWS } from '@/transfer/export/lists/list';
import { alternatesOf } from '../alternates';
import { FacetedList } from '../FacetedList';
import { columnMeta } from '../national-meta';
import { timeLimitIn } from './time-limit';
import styles from './services.module.css';

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<AddressValues> };

/** The filters are in the address: made for each question. */
export const dynamic = 'force-dynamic';

const PATH = '/services';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'services' });
  return {
    title: t('title'),
    description: t('lead'),
    alternates: alternatesOf(locale, PATH, '/feeds/services.atom'),
    other: await columnMeta(locale, 'services'),
  };
}

/** 办事服务: what one can get done, by audience and subject, and the matters that need several agencies. */
export default async function ServicesPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('services');
  const [all, chains] = await Promise.all([allServices(locale), listChains(locale)]);
  const facets = [...serviceFacets(locale), agencyFacet(all, t('filters.agency'))];
  const address = readListAddress(await searchParams, facets);
  const { rows, isBusy } = await rowsFound<ServiceRow>(all, {
    collection: 'services',
    text: address.text,
    locale,
    words: ({ title, summary }) => `${title} ${summary ?? ''}`,
  });
  const isWhole = address.text === '' && Object.keys(address.chosen).length === 0;
  return (
    <>
      <Breadcrumbs items={[{ label: t('title') }]} />
      <PageTitle title={t('title')} lead={t('lead')} />
      <p className={styles.also}>
        {t.rich('also', {
          policies: (chunks) => <Link href="/policies">{chunks}</Link>,
          questions: (chunks) => <Link href="/questions">{chunks}</Link>,
        })}
      </p>
      {isWhole && address.page === 1 && chains.length > 0 && (
        <Section title={t('chains.title')} id="chains">
          <DoorList
            headingLevel={3}
            doors={chains.map(({ chain, steps, agencies }) => ({
              href: `/services/chains/${chain.slug}`,
              title: titleIn(locale, chain).title,
              text: t('chains.steps', { steps: steps.length, agencies }),
            }))}
          />
        </Section>
      )}
      <FacetedList
        path={PATH}
        rows={rows}
        facets={facets}
        address={address}
        perPage={SERVICES_PER_PAGE}
        most={MOST_ROWS}
        words={{ filters: t('filters.label'), search: t('filters.q'), empty: t('empty') }}
        count={(passing) => (
          <p>
            {t('count', { total: passing.length })}
            {isBusy && ` ${t('busy')}`}
          </p>
        )}
        item={(row) => ({
          href: `${PATH}/${row.slug}`,
          ...titleIn(locale, row),
          excerpt: (locale === 'en' && row.english?.summary) || row.summary,
          kind: labelOf(SERVICE_SUBJECTS, row.subject, locale),
          agency: row.agency?.name,
          number: timeLimitIn(row.timeLimit, locale, t),
        })}
        otherwise={
          <ul>
            <li>
              <Link href={PATH}>{t('all')}</Link>
            </li>
            <li>
              <Link
                href={address.text ? `/search?q=${encodeURIComponent(address.text)}` : '/search'}
              >
                {t('searchAll')}
              </Link>
            </li>
          </ul>
        }
      />
    </>
  );
}
