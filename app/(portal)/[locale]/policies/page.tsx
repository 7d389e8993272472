import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { LinkButton } from '@/components/Button/Button';
import { Columns } from '@/components/Columns/Columns';
import { DocumentList } from '@/components/DocumentList/DocumentList';
import { EmptyState } from '@/components/EmptyState/EmptyState';
import { ChosenFilters, FilterPanel, type FilterGroup } from '@/components/FilterPanel/FilterPanel';
import { Link } from '@/components/Link/Link';
import { ListDownloads } from '@/components/ListDownloads/ListDownloads';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { Pagination } from '@/components/Pagination/Pagination';
import { labelOf } from '@/domain/catalogue/codes';
import { CODES } from '@/domain/policies/fit';
import {
  countsUnder,
  POLICY_FILTERS,
  type PolicyFilter,
  type PolicyFilters,
} from '@/domain/policies/filters';
import { STANDINGS } from '@/domain/policies/standing';
import type { Locale } from '@/i18n/routing';
import {
  listPolicies,
  officesOf,
  POLICIES_PER_PAGE,
  policyFilters,
  type PolicyRow,
} from '@/queries/policies';
import { readAddress, type AddressValues } from '@/queries/search-address';
import { MOST_ROWS } from '@/transfer/export/lists/list';
import { alternatesOf } from '../alternates';
import { columnMeta } from '../national-meta';
import styles from './policies.module.css';
import { policyItem } from './policy-item';

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<AddressValues> };

/** The filters are in the address, and the standing is that of today. */
export const dynamic = 'force-dynamic';

const PATH = '/policies';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'policies' });
  return {
    title: t('title'),
    description: t('lead'),
    alternates: alternatesOf(locale, PATH, '/feeds/policies.atom'),
    other: await columnMeta(locale, 'policies'),
  };
}

export default async function PoliciesPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('policies');
  const values = await searchParams;
  const { page } = readAddress(values);
  const filters = policyFilters(values);
  const { items, total, every } = await listPolicies(filters, locale, page);
  const options = optionsOf(every, filters, locale, t);
  const groups = POLICY_FILTERS.map((name): FilterGroup => ({
    kind: name === 'standing' ? 'radios' : 'select',
    name,
    label: t(`filters.${name}`),
    options: [{ value: '', label: t('guide.anybody') }, ...options[name]],
    chosen: filters[name] ?? '',
  }));
  return (
    <>
      <Breadcrumbs items={[{ label: t('title') }]} />
      <PageTitle title={t('title')} lead={t('lead')} />
      <Columns
        sideAt="left"
        side={<FilterPanel action={PATH} label={t('filters.label')} groups={groups} />}
      >
        <p className={styles.door}>
          <LinkButton href={`${PATH}/find`}>{t('finderDoor')}</LinkButton>
        </p>
        <ChosenFilters
          items={POLICY_FILTERS.flatMap((name) => {
            const { [name]: chosen, ...others } = filters;
            const label = options[name].find(({ value }) => value === chosen)?.label ?? chosen;
            return chosen && label ? [{ label, removeHref: addressOf(others) }] : [];
          })}
          clearHref={PATH}
        />
        {items.length > 0 ? (
          <>
            <DocumentList items={items.map((row) => policyItem(row, locale, t))} headingLevel={2} />
            <Pagination
              page={page}
              perPage={POLICIES_PER_PAGE}
              total={total}
              hrefFor={(number) => addressOf(filters, number)}
            />
            <ListDownloads
              list="policies"
              query={addressOf(filters).split('?')[1]}
              feed="/feeds/policies.atom"
              total={total}
              most={MOST_ROWS}
            />
          </>
        ) : (
          <EmptyState title={t('empty')}>
            <p>{t('emptyText')}</p>
            <ul>
              <li>
                <Link href={PATH}>{t('all')}</Link>
              </li>
              <li>
                <Link href="/letters/new">{t('ask')}</Link>
              </li>
            </ul>
          </EmptyState>
        )}
      </Columns>
    </>
  );
}

function addressOf(filters: PolicyFilters, page = 1): string {
  const params = new URLSearchParams({ ...filters, ...(page > 1 && { page: String(page) }) });
  return params.size > 0 ? `${PATH}?${params}` : PATH;
}

type Words = Awaited<ReturnType<typeof getTranslations<'policies'>>>;

/** The values of each filter with how many policies each would show. */
function optionsOf(every: readonly PolicyRow[], filters: PolicyFilters, locale: Locale, t: Words) {
  const coded = (name: keyof typeof CODES) =>
    CODES[name].map(({ code }) => ({
      value: code as string,
      label: labelOf(CODES[name] as never, code, locale),
    }));
  const plain: Record<PolicyFilter, { value: string; label: string }[]> = {
    trade: coded('trade'),
    size: coded('size'),
    need: coded('need'),
    agency: officesOf(every).map(({ slug, name }) => ({ value: slug ?? '', label: name })),
    standing: STANDINGS.map((state) => ({ value: state, label: t(`standing.${state}`) })),
  };
  return Object.fromEntries(
    POLICY_FILTERS.map((name) => {
      const counts = countsUnder(
        every,
        filters,
        name,
        plain[name].map(({ value }) => value),
      );
      return [
        name,
        plain[name].map((option) => ({ ...option, count: counts.get(option.value) ?? 0 })),
      ];
    }),
  ) as Record<PolicyFilter, { value: string; label: string; count: number }[]>;
}
