import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { EmptyState } from '@/components/EmptyState/EmptyState';
import { Link } from '@/components/Link/Link';
import { ListDownloads } from '@/components/ListDownloads/ListDownloads';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { Section } from '@/components/Section/Section';
import { AGENCY_KINDS } from '@/domain/catalogue/codes';
import type { Locale } from '@/i18n/routing';
import { listAgencies, type AgencyRow } from '@/queries/agencies';
import { alternatesOf } from '../alternates';
import { DisclosureFrame } from '../disclosure/DisclosureFrame';
import { columnMeta } from '../national-meta';
import styles from './agencies.module.css';

type Props = { params: Promise<{ locale: Locale }> };

export const revalidate = 300;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'agencies' });
  return {
    title: t('title'),
    description: t('lead'),
    alternates: alternatesOf(locale, '/agencies'),
    other: await columnMeta(locale, 'agencies'),
  };
}

export default async function AgenciesPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('agencies');
  const platform = await getTranslations('platform');
  const agencies = await listAgencies(locale);
  const groups = AGENCY_KINDS.map((kind) => ({
    ...kind,
    agencies: agencies.filter((agency) => agency.kind === kind.code),
  })).filter((group) => group.agencies.length > 0);
  return (
    <DisclosureFrame locale={locale}>
      <Breadcrumbs
        items={[{ label: platform('title'), href: '/disclosure' }, { label: t('title') }]}
      />
      <PageTitle title={t('title')} lead={t('lead')} />
      {groups.map((group) => (
        <Section key={group.code} title={locale === 'en' ? group.en : group.zh} id={group.code}>
          <Directory agencies={group.agencies} />
        </Section>
      ))}
      {groups.length > 0 && <ListDownloads list="agencies" />}
      {groups.length === 0 && <EmptyState title={t('empty')} />}
    </DisclosureFrame>
  );
}

function Directory({ agencies }: { agencies: AgencyRow[] }) {
  return (
    <ul className={styles.directory}>
      {agencies.map((agency) => (
        <li key={agency.id} className={styles.agency}>
          <Link href={`/agencies/${agency.slug}`} className={styles.name}>
            {agency.name}
          </Link>
          {agency.phone && (
            <a href={`tel:${agency.phone}`} className={styles.phone}>
              {agency.phone}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
