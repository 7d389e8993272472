import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { LinkButton } from '@/components/Button/Button';
import { Columns } from '@/components/Columns/Columns';
import { DocumentList } from '@/components/DocumentList/DocumentList';
import { EmptyState } from '@/components/EmptyState/EmptyState';
import { FilterPanel } from '@/components/FilterPanel/FilterPanel';
import { Link } from '@/components/Link/Link';
import { ListDownloads } from '@/components/ListDownloads/ListDownloads';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { Pagination } from '@/components/Pagination/Pagination';
import { Section } from '@/components/Section/Section';
import { receivingAgencies } from '@/collections/Applications/receiving-agencies';
import { responseLimits } from '@/collections/Letters/stored-letter';
import { labelOf } from '@/domain/catalogue/codes';
import { LETTER_KINDS } from '@/domain/letters/codes';
import type { Locale } from '@/i18n/routing';
import { dayOrNothing, titleIn } from '@/queries/document-items';
import {
  agencyOfLetter,
  letterFilters,
  lettersAddress,
  LETTERS_PER_PAGE,
  letterYears,
  listLetters,
} from '@/queries/letters';
import { portal } from '@/queries/portal';
import { readAddress, type AddressValues } from '@/queries/search-address';
import { MOST_ROWS } from '@/transfer/export/lists/list';
import { alternatesOf } from '../alternates';
import { columnMeta } from '../national-meta';
import styles from './letters.module.css';

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<AddressValues> };

/** The filters are in the address: made for each question, unlike the pages that are kept. */
export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'citizenLetters' });
  return {
    title: t('title'),
    description: t('lead'),
    alternates: alternatesOf(locale, '/letters', '/feeds/letters.atom'),
    other: await columnMeta(locale, 'letters'),
  };
}

/** What letters are for and what they are not, and what others wrote and were told. */
export default async function LettersPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('citizenLetters');
  const payload = await portal();
  const limits = await responseLimits(payload);
  return (
    <>
      <Breadcrumbs items={[{ label: t('title') }]} />
      <PageTitle title={t('title')} lead={t('lead')} />
      <p className={styles.doors}>
        <LinkButton href="/letters/new">{t('write')}</LinkButton>
        <LinkButton href="/letters/status" kind="secondary">
          {t('follow')}
        </LinkButton>
      </p>
      <p>{t('time', { simple: limits.simpleLetterDays, other: limits.otherLetterDays })}</p>
      <div className={styles.two}>
        <Section title={t('for.title')}>
          <ul className={styles.list}>
            {LETTER_KINDS.map(({ code }) => (
              <li key={code}>{t(`for.${code}`)}</li>
            ))}
          </ul>
        </Section>
        <Section title={t('others.title')}>
          <ul className={styles.list}>
            {(['application', 'correction', 'record'] as const).map((door) => (
              <li key={door}>
                {t.rich(`others.${door}`, {
                  link: (chunks) => <Link href={DOORS[door]}>{chunks}</Link>,
                })}
              </li>
            ))}
            <li>{t('others.petition')}</li>
            <li>{t('others.hotline')}</li>
          </ul>
        </Section>
      </div>
      <Published values={await searchParams} locale={locale} />
    </>
  );
}

const DOORS = {
  application: '/applications',
  correction: '/corrections/new',
  record: '/corrections/record',
} as const;

/** 来信选登, under the filters of the address. */
async function Published({ values, locale }: { values: AddressValues; locale: Locale }) {
  const t = await getTranslations('citizenLetters');
  const { page } = readAddress(values);
  const filters = letterFilters(values);
  const payload = await portal();
  const [{ items, total }, years, agencies] = await Promise.all([
    listLetters(filters, locale, page),
    letterYears(),
    receivingAgencies(payload, locale),
  ]);
  const isFiltered = Object.keys(filters).length > 0;
  const address = lettersAddress(filters);
  const { kind } = filters;
  return (
    <Section
      title={t('list.title')}
      id="published"
      more={{ href: '/letters/statistics', label: t('statistics.title') }}
    >
      <p className={styles.lead}>{t('list.lead')}</p>
      <Columns
        sideAt="left"
        side={
          <FilterPanel
            action="/letters"
            groups={[
              {
                kind: 'radios',
                name: 'kind',
                label: t('list.kind'),
                options: [
                  { value: '', label: t('list.allKinds') },
                  ...LETTER_KINDS.map(({ code, zh, en }) => ({
                    value: code,
                    label: locale === 'en' ? en : zh,
                  })),
                ],
                chosen: kind ?? '',
              },
              {
                kind: 'select',
                name: 'agency',
                label: t('list.agency'),
                options: [
                  { value: '', label: t('list.allAgencies') },
                  ...agencies.map(({ slug, name }) => ({ value: slug, label: name })),
                ],
                chosen: filters.agency ?? '',
              },
              {
                kind: 'select',
                name: 'year',
                label: t('list.year'),
                options: [
                  { value: '', label: t('list.allYears') },
                  ...years.map((year) => ({ value: String(year), label: String(year) })),
                ],
                chosen: String(filters.year ?? ''),
              },
            ]}
          />
        }
      >
        {items.length > 0 ? (
          <>
            <DocumentList
              headingLevel={3}
              items={items.map((letter) => ({
                href: `/letters/${letter.slug}`,
                ...titleIn(locale, letter),
                kind: letter.kind ? labelOf(LETTER_KINDS, letter.kind, locale) : undefined,
                agency: agencyOfLetter(letter)?.name,
                date: dayOrNothing(letter.answeredOn),
              }))}
            />
            <Pagination
              page={page}
              perPage={LETTERS_PER_PAGE}
              total={total}
              hrefFor={(number) => lettersAddress(filters, number)}
            />
            <ListDownloads
              list="letters"
              query={address.split('?')[1]}
              feed={kind ? `/feeds/letters/kind/${kind}.atom` : '/feeds/letters.atom'}
              total={total}
              most={MOST_ROWS}
            />
          </>
        ) : (
          <EmptyState title={isFiltered ? t('list.empty') : t('list.none')}>
            {isFiltered && <Link href="/letters">{t('list.clear')}</Link>}
          </EmptyState>
        )}
      </Columns>
    </Section>
  );
}
