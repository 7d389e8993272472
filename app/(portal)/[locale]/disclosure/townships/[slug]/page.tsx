import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Actions } from '@/components/Actions/Actions';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { DocumentList } from '@/components/DocumentList/DocumentList';
import { Link } from '@/components/Link/Link';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { ScrollRegion } from '@/components/ScrollRegion/ScrollRegion';
import { Section } from '@/components/Section/Section';
import { labelOf } from '@/domain/catalogue/codes';
import { DOMAINS } from '@/domain/catalogue/domains';
import { dayOf } from '@/domain/workdays/days';
import type { Locale } from '@/i18n/routing';
import { findAgency } from '@/queries/agencies';
import { catalogueOverview } from '@/queries/catalogue';
import { documentItem } from '@/queries/document-items';
import { listDocuments } from '@/queries/documents';
import { alternatesOf } from '../../../alternates';
import { columnMeta } from '../../../national-meta';
import styles from '../../catalogue/catalogue.module.css';

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
  const [t, grassroots, platform, overview, documents] = await Promise.all([
    getTranslations('catalogue.townshipPage'),
    getTranslations('catalogue.grassroots'),
    getTranslations('platform'),
    catalogueOverview(dayOf(new Date()), agency.id),
    listDocuments({ agency: slug }, 1, NEWEST, locale),
  ]);
  const fields = overview
    .map(({ domain, levels }) => ({ domain, counts: levels.township }))
    .filter(({ counts }) => counts.items > 0);
  const covered = fields.reduce((sum, { counts }) => sum + counts.covered + counts.late, 0);
  const items = fields.reduce((sum, { counts }) => sum + counts.items, 0);
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
      <PageTitle title={t('title', { township })} lead={t('lead', { township, covered, items })} />
      <p>
        <Link href={`/agencies/${slug}`}>{t('contact')}</Link>
      </p>
      <Actions copy={false} />
      <Section title={t('items')} id="items">
        <ScrollRegion label={t('tableLabel', { township })}>
          <table className={styles.board}>
            <thead>
              <tr>
                <th scope="col">{grassroots('field')}</th>
                <th scope="col">{t('items')}</th>
                <th scope="col">{t('last')}</th>
              </tr>
            </thead>
            <tbody>
              {fields.map(({ domain, counts }) => (
                <tr key={domain}>
                  <th scope="row">
                    <Link href={`/disclosure/catalogue/${domain}?township=${slug}`}>
                      {labelOf(DOMAINS, domain, locale)}
                    </Link>
                  </th>
                  <td>{counts.items}</td>
                  <td>
                    {counts.covered + counts.late > 0
                      ? t('some', { covered: counts.covered + counts.late })
                      : t('nothing')}
                    {counts.late > 0 && (
                      <span className={styles.late}>{t('late', { count: counts.late })}</span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
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
