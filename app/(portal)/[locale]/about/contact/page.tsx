import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { LinkButton } from '@/components/Button/Button';
import { Columns } from '@/components/Columns/Columns';
import { Link } from '@/components/Link/Link';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { Section } from '@/components/Section/Section';
import type { Locale } from '@/i18n/routing';
import { findOffice } from '@/queries/agencies';
import { findPage } from '@/queries/pages';
import { ContactTable } from '../../agencies/ContactTable';
import { alternatesOf } from '../../alternates';
import { columnMeta } from '../../national-meta';
import { PageText } from '../../disclosure/PageText';
import { AboutNav } from '../AboutNav';
import styles from '../about.module.css';

type Props = { params: Promise<{ locale: Locale }> };

export const revalidate = 300;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'platform' });
  return {
    title: t('contact.title'),
    description: t('contact.lead'),
    alternates: alternatesOf(locale, '/about/contact'),
    other: await columnMeta(locale, 'about'),
  };
}

/** Always there, since every document links here: what an editor wrote under `contact`, then the office. */
export default async function ContactPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('platform');
  const [page, office] = await Promise.all([findPage('about', 'contact'), findOffice(locale)]);
  return (
    <>
      <Breadcrumbs items={[{ label: t('contact.title') }]} />
      <PageTitle title={t('contact.title')} lead={t('contact.lead')} />
      <Columns onPhone="last" side={<AboutNav locale={locale} current="contact" />}>
        {page && <PageText page={page} locale={locale} />}
        <Section title={t('contact.office')} id="office">
          {office ? (
            <>
              <p>
                <Link href={`/agencies/${office.slug}`}>{office.name}</Link>
              </p>
              <ContactTable agency={office} />
              {office.email && (
                <LinkButton href={`mailto:${office.email}`} kind="secondary">
                  {t('contact.mail')}
                </LinkButton>
              )}
            </>
          ) : (
            <p>{t('contact.missing')}</p>
          )}
        </Section>
        <Section title={t('contact.how')} id="how">
          <ul className={styles.steps}>
            <li>{t('contact.howSteps.address')}</li>
            <li>{t('contact.howSteps.what')}</li>
            <li>{t('contact.howSteps.reply')}</li>
          </ul>
        </Section>
        <Section title={t('contact.other')} id="other">
          <ul className={styles.links}>
            <li>
              <Link href="/applications">{t('contact.apply')}</Link>
            </li>
            <li>
              <Link href="/agencies">{t('contact.agencies')}</Link>
            </li>
          </ul>
        </Section>
      </Columns>
    </>
  );
}
