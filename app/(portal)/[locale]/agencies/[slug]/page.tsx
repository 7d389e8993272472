import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { LinkButton } from '@/components/Button/Button';
import { Columns } from '@/components/Columns/Columns';
import { DocumentList } from '@/components/DocumentList/DocumentList';
import { InterpretationList } from '@/components/InterpretationList/InterpretationList';
import { Link } from '@/components/Link/Link';
import { ListDownloads } from '@/components/ListDownloads/ListDownloads';
import { Outline } from '@/components/Outline/Outline';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { Section } from '@/components/Section/Section';
import { JsonLd } from '@/components/JsonLd/JsonLd';
import { AGENCY_KINDS, labelOf } from '@/domain/catalogue/codes';
import type { Locale } from '@/i18n/routing';
import { publishedBy } from '@/queries/agency-publications';
import { findAgency, interpretationsBy } from '@/queries/agencies';
import { listReports } from '@/queries/annual-reports';
import { documentItem, interpretationItem } from '@/queries/document-items';
import { pageAddress } from '@/queries/lists/words';
import { listDocuments } from '@/queries/documents';
import { alternatesOf } from '../../alternates';
import { columnMeta } from '../../national-meta';
import styles from '../agencies.module.css';
import { ContactTable } from '../ContactTable';
import { PublishedKinds } from './PublishedKinds';

type Props = { params: Promise<{ locale: Locale; slug: string }> };

export const revalidate = 300;
export const generateStaticParams = () => [];

const NEWEST = 8;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const agency = await findAgency(slug, locale);
  if (!agency) return {};
  return {
    title: agency.name,
    description: agency.duties ?? undefined,
    alternates: alternatesOf(
      locale,
      `/agencies/${agency.slug}`,
      `/feeds/documents/agency/${agency.slug}.atom`,
    ),
    other: await columnMeta(locale, 'agencies'),
  };
}

export default async function AgencyPage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const agency = await findAgency(slug, locale);
  if (!agency) notFound();
  const t = await getTranslations('agencies');
  const platform = await getTranslations('platform');
  const [documents, interpretations, reports, published] = await Promise.all([
    listDocuments({ agency: slug }, 1, NEWEST, locale),
    interpretationsBy(agency.id, locale, 5),
    listReports(locale, agency.id),
    publishedBy(agency),
  ]);
  const leaders = agency.leaders ?? [];
  const offices = agency.offices ?? [];
  const outline = [
    { id: 'contact', label: t('contact') },
    ...(agency.duties ? [{ id: 'duties', label: t('duties') }] : []),
    ...(agency.basis ? [{ id: 'basis', label: t('basis') }] : []),
    ...(leaders.length > 0 ? [{ id: 'leaders', label: t('leaders') }] : []),
    ...(offices.length > 0 ? [{ id: 'offices', label: t('offices') }] : []),
    ...(published.length > 0 ? [{ id: 'published', label: t('published') }] : []),
    { id: 'documents', label: t('documents') },
    ...(interpretations.length > 0 ? [{ id: 'interpretations', label: t('interpretations') }] : []),
    ...(reports.length > 0 ? [{ id: 'reports', label: t('reports') }] : []),
  ];
  return (
    <>
      <Breadcrumbs
        items={[
          { label: platform('title'), href: '/disclosure' },
          { label: t('title'), href: '/agencies' },
        ]}
      />
      <JsonLd
        data={{
          '@type': 'GovernmentOrganization',
          name: agency.name,
          url: pageAddress(`/agencies/${agency.slug}`, locale),
          ...(agency.phone && { telephone: agency.phone }),
          ...(agency.address && { address: agency.address }),
        }}
      />
      <PageTitle eyebrow={labelOf(AGENCY_KINDS, agency.kind, locale)} title={agency.name} />
      <Columns onPhone="first" side={<Outline label={t('outline')} items={outline} />}>
        <Section title={t('contact')} id="contact">
          <ContactTable agency={agency} />
        </Section>
        {agency.duties && (
          <Section title={t('duties')} id="duties">
            {agency.duties.split('\n').map((paragraph, i) => (
              <p key={i} className={styles.duties}>
                {paragraph}
              </p>
            ))}
          </Section>
        )}
        {agency.basis && (
          <Section title={t('basis')} id="basis">
            {agency.basis.split('\n').map((line, i) => (
              <p key={i} className={styles.duties}>
                {line}
              </p>
            ))}
          </Section>
        )}
        {leaders.length > 0 && (
          <Section title={t('leaders')} id="leaders">
            <ul className={styles.people}>
              {leaders.map(({ id, name, post, duties }) => (
                <li key={id} className={styles.person}>
                  <p className={styles.personName}>
                    {name}
                    {post && <span className={styles.post}>{post}</span>}
                  </p>
                  {duties && <p>{duties}</p>}
                </li>
              ))}
            </ul>
          </Section>
        )}
        {offices.length > 0 && (
          <Section title={t('offices')} id="offices">
            <ul className={styles.people}>
              {offices.map(({ id, name, phone, duties }) => (
                <li key={id} className={styles.person}>
                  <p className={styles.personName}>
                    {name}
                    <br />
                    {phone && <a href={`tel:${phone}`}>{phone}</a>}
                  </p>
                  {duties && <p>{duties}</p>}
                </li>
              ))}
            </ul>
          </Section>
        )}
        <PublishedKinds kinds={published} />
        <Section
          title={t('documents')}
          id="documents"
          more={
            documents.total > 0
              ? {
                  href: `/documents?agency=${agency.slug}`,
                  label: t('allDocuments', { count: documents.total }),
                }
              : undefined
          }
        >
          {documents.total > 0 ? (
            <DocumentList
              items={documents.items.map((document) => ({
                ...documentItem(document, locale),
                agency: undefined,
              }))}
              headingLevel={3}
              compact
            />
          ) : (
            <p>{t('noDocuments')}</p>
          )}
          {documents.total > 0 && (
            <ListDownloads
              list="documents"
              query={`agency=${agency.slug}`}
              feed={`/feeds/documents/agency/${agency.slug}.atom`}
              follow={{ subject: 'agency', target: agency.slug ?? '', name: agency.name }}
            />
          )}
        </Section>
        {interpretations.length > 0 && (
          <Section title={t('interpretations')} id="interpretations">
            <InterpretationList
              items={interpretations.map((interpretation) => ({
                ...interpretationItem(interpretation, locale),
                summary: undefined,
              }))}
              headingLevel={3}
              compact
            />
          </Section>
        )}
        {reports.length > 0 && (
          <Section title={t('reports')} id="reports">
            <ul className={styles.reports}>
              {reports.map(({ id, year }) => (
                <li key={id}>
                  <Link href={`/annual-reports/${agency.slug}/${year}`}>
                    {t('report', { year: String(year) })}
                  </Link>
                </li>
              ))}
            </ul>
          </Section>
        )}
        {agency.kind === 'township' && (
          <p>
            <Link href={`/disclosure/townships/${agency.slug}`}>{t('township')}</Link>
          </p>
        )}
        {/* Authorities above the county take applications at their own portals. */}
        {agency.kind !== 'external' && (
          <div className={styles.apply}>
            <h2>{t('applyTitle')}</h2>
            <p>{t('applyText')}</p>
            <LinkButton href={`/applications/new?agency=${agency.slug}`}>{t('apply')}</LinkButton>
          </div>
        )}
      </Columns>
    </>
  );
}
