import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { Button } from '@/components/Button/Button';
import { DateText } from '@/components/DateText/DateText';
import { EmptyState } from '@/components/EmptyState/EmptyState';
import { SelectField } from '@/components/Field/Field';
import { Link } from '@/components/Link/Link';
import { ListDownloads } from '@/components/ListDownloads/ListDownloads';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { ScrollRegion } from '@/components/ScrollRegion/ScrollRegion';
import { dayOf } from '@/domain/workdays/days';
import { yearOf } from '@/domain/documents/year-changes';
import { getPathname } from '@/i18n/navigation';
import type { Locale } from '@/i18n/routing';
import { titleIn } from '@/queries/document-items';
import { changesIn, type Change } from '@/queries/year-changes';
import { changesQuery, countsOf, readKind, readYear } from '@/queries/lists/changes';
import { alternatesOf } from '../../alternates';
import { columnMeta } from '../../national-meta';
import { RelatedLink } from '../[slug]/RelatedLink';
import styles from './changes.module.css';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Partial<Record<'year' | 'agency' | 'kind', string | string[]>>>;
};

/** The year is in the address: made for each question. */
export const dynamic = 'force-dynamic';

const PATH = '/documents/changes';

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'relations.changes' });
  const values = await searchParams;
  const year = readYear(values.year) ?? thisYear();
  const isNormative = readKind(values.kind) === 'normative';
  return {
    title: t(isNormative ? 'normativeTitle' : 'title', { year: String(year) }),
    description: t(isNormative ? 'normativeLead' : 'lead'),
    alternates: alternatesOf(locale, '/documents/changes'),
    other: await columnMeta(locale, 'documents'),
  };
}

/** 规范性文件清理: what was amended, repealed, replaced or lapsed in a year, in one table. */
export default async function ChangesPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const values = await searchParams;
  const year = readYear(values.year) ?? thisYear();
  const agency = [values.agency].flat()[0] || undefined;
  const t = await getTranslations('relations.changes');
  const words = await getTranslations('documents');
  const kind = readKind(values.kind);
  const asked = { year, agency, kind };
  const { changes, years, agencies } = await changesIn(asked, locale);
  const query = changesQuery(asked);
  const title = t(kind ? 'normativeTitle' : 'title', { year: String(year) });
  return (
    <>
      <Breadcrumbs items={[{ label: words('title'), href: '/documents' }, { label: title }]} />
      <PageTitle title={title} lead={t(kind ? 'normativeLead' : 'lead')} />
      <form
        action={getPathname({ href: PATH, locale })}
        method="get"
        aria-label={t('filters')}
        className={styles.filters}
      >
        <SelectField
          name="year"
          label={t('year')}
          defaultValue={String(year)}
          options={years.map((one) => ({ value: String(one), label: String(one) }))}
        />
        <SelectField
          name="agency"
          label={t('agency')}
          defaultValue={agency ?? ''}
          options={[
            { value: '', label: t('allAgencies') },
            ...agencies.map(({ slug, name }) => ({ value: slug, label: name })),
          ]}
        />
        <SelectField
          name="kind"
          label={t('kind')}
          defaultValue={kind ?? ''}
          options={[
            { value: '', label: t('allKinds') },
            { value: 'normative', label: t('normative') },
          ]}
        />
        <Button kind="secondary">{t('submit')}</Button>
      </form>
      {changes.length === 0 ? (
        <EmptyState title={t('none', { year: String(year) })}>
          <p>
            <Link href="/documents">{words('title')}</Link>
          </p>
        </EmptyState>
      ) : (
        <>
          <p>{t('summary', countsOf(changes))}</p>
          <ChangesTable changes={changes} year={year} locale={locale} />
          <ListDownloads list="changes" query={query} hasPaper />
        </>
      )}
    </>
  );
}

type TableProps = { changes: Change[]; year: number; locale: Locale };

async function ChangesTable({ changes, year, locale }: TableProps) {
  const t = await getTranslations({ locale, namespace: 'relations.changes' });
  const columns = ['document', 'number', 'what', 'by', 'on', 'reason'] as const;
  return (
    <ScrollRegion label={t('caption', { year: String(year) })}>
      <table className={styles.table}>
        <caption>{t('caption', { year: String(year) })}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changes.map((change, i) => (
            <Row key={i} change={change} locale={locale} words={t} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

type RowProps = {
  change: Change;
  locale: Locale;
  words: Awaited<ReturnType<typeof getTranslations<'relations.changes'>>>;
};

function Row({ change, locale, words: t }: RowProps) {
  const { document, kind, by, byName, on, provisions, reason, isPending } = change;
  const { title, lang } = titleIn(locale, document);
  const what = t(`what.${kind}`);
  return (
    <tr>
      <th scope="row">
        <Link href={`/documents/${document.slug}`} lang={lang}>
          {title}
        </Link>
      </th>
      <td>{document.number}</td>
      <td>
        {provisions ? t('whatProvisions', { what, provisions }) : what}
        {isPending && <span className={styles.pending}>{t('pending')}</span>}
      </td>
      <td>{by ? <RelatedLink document={by.document} locale={locale} /> : byName}</td>
      <td className={styles.day}>
        <DateText day={on} />
      </td>
      <td>{reason ?? (kind === 'lapsed' ? t('expired') : '')}</td>
    </tr>
  );
}

const thisYear = (): number => yearOf(dayOf(new Date()));
