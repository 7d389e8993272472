import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { Link } from '@/components/Link/Link';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { isGovernment, outsideAddress } from '@/domain/frame/leaving';
import type { Locale } from '@/i18n/routing';
import type { AddressValues } from '@/queries/search-address';
import { alternatesOf } from '../alternates';
import { columnMeta } from '../national-meta';
import styles from './leave.module.css';

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<AddressValues> };

/** What it asks about stands in the address. */
export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'frame.leave' });
  return {
    title: t('title'),
    robots: { index: false, follow: false },
    alternates: alternatesOf(locale, '/leave'),
    other: await columnMeta(locale, 'about'),
  };
}

/** Asks before a link leads away from government: the address in full, and the choice. It forwards nobody. */
export default async function LeavePage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('frame.leave');
  const { to } = await searchParams;
  const address = typeof to === 'string' ? outsideAddress(to) : null;
  return (
    <>
      <Breadcrumbs items={[{ label: t('title') }]} />
      {address ? (
        <>
          <PageTitle
            title={t('title')}
            lead={t(isGovernment(address.hostname) ? 'leadGovernment' : 'lead')}
          />
          <p className={styles.address}>{address.href}</p>
          <p>
            {/* The one link that leaves: whoever follows it read where to. */}
            <a href={address.href} rel="noopener noreferrer nofollow" className={styles.go}>
              {t('go', { host: address.host })}
            </a>
          </p>
          <p className={styles.stay}>{t('stay')}</p>
        </>
      ) : (
        <PageTitle title={t('none')} lead={t('noneText')} />
      )}
      <p>
        <Link href="/">{t('home')}</Link>
      </p>
    </>
  );
}
