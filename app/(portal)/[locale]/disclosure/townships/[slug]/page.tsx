import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Actions } from '@/components/Actions/Actions';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { DocumentList } from '@/components/DocumentList/DocumentList';
import { Link } from '@/components/Link/Link';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { Section } from '@/components/Section/Section';
import { labelOf } from '@/domain/catalogue/codes';
import { DOMAINS } from '@/domain/catalogue/domains';
import { dayOf } from '@/domain/workdays/days';
import type { Locale } from '@/i18n/routing';
import { findAgency } from '@/queries/agencies';
import { catalogueMatrix } from '@/queries/catalogued';
import { documentItem } from '@/queries/document-items';
import { listDocuments } from '@/queries/documents';
import { alternatesOf } from '../../../alternates';
import { columnMeta } from '../../../national-meta';
import { PlaceRows } from '../../grassroots/PlaceRows';

type Props = { params: Promise<{ locale: Locale; slug: string }> };

export const revalidate = 300;
export const generateStaticParams = () => [];

const NEWEST = 8;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const agency = await findAgency(slug, locale);
  if (agency?.kind !== 'township') return {};
  const t = await getTranslations({ locale, namespace: 'catalogue.townshipPage' });
  const title = t('title', { township: agency.name });
  return {
    title,
    alternates: alternatesOf(
      locale,
      `/disclosure/townships/${slug}`,
      `/feeds/documents/agency/${slug}.atom`,
    ),
    other: await columnMeta(locale, { name: title }),
  };
}

/** What a township published in each of the 26 fields (国办发〔2019〕54号), and what it did not. */
export default async function TownshipPage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const agency = await findAgency(slug, locale);
  if (agency?.kind !== 'township') notFound();
  const [t, grassroots, matrixWords, platform, { matrix, townships }, documents] =
    await Promise.all([
      getTranslations('catalogue.townshipPage'),
      getTranslations('catalogue.grassroots'),
      getTranslations('catalogue.matrix'),
      getTranslations('platform'),
      catalogueMatrix(locale, dayOf(new Date())),
      listDocuments({ agency: slug }, 1, NEWEST, locale),
    ]);
  const at = townships.findIndex(({ id }) => id === agency.id);
  const fields = matrix.rows
    .map(({ domain, townships: cells }) => ({ domain, cell: cells[at]! }))
    .filter(({ cell }) => cell.items > 0 || cell.documents > 0);
  const { covered, late, items } = matrix.sums.townships[at]!;
  const township = agency.name;
  return (
    <>
      <Breadcrumbs
        items={[
          { label: platform('title'), href: '/disclosure' },
          { label: grassroots('title'), href: '/disclosure/grassroots' },
          { label: township },
        ]}
      />
      <PageTitle
        title={t('title', { township })}
        lead={t('lead', { township, covered: covered + late, items })}
      />
      <p>
        <Link href={`/agencies/${slug}`}>{t('contact')}</Link>
      </p>
      <Actions copy={false} />
      <Section
        title={t('items')}
        id="items"
        more={{ href: '/disclosure/grassroots/matrix', label: matrixWords('title') }}
      >
        <PlaceRows
          label={t('tableLabel', { township })}
          head={grassroots('field')}
          rows={fields.map(({ domain, cell }) => ({
            key: domain,
            label: labelOf(DOMAINS, domain, locale),
            href: `/disclosure/catalogue/${domain}?township=${slug}`,
            cell,
          }))}
        />
      </Section>
      <Section
        title={t('documents')}
        id="documents"
        more={
          documents.total > 0
            ? { href: `/documents?agency=${slug}`, label: t('all', { count: documents.total }) }
            : undefined
        }
      >
        {documents.total > 0 ? (
          <DocumentList
            items={documents.items.map((document) => documentItem(document, locale))}
            headingLevel={3}
            compact
          />
        ) : (
          <p>{grassroots('noDocuments')}</p>
        )}
      </Section>
    </>
  );
}
