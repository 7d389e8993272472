import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { LinkButton } from '@/components/Button/Button';
import { Link } from '@/components/Link/Link';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { Section } from '@/components/Section/Section';
import type { Locale } from '@/i18n/routing';
import { alternatesOf } from '../alternates';
import { DisclosureFrame } from '../disclosure/DisclosureFrame';
import { columnMeta } from '../national-meta';
import { OtherWays } from './OtherWays';
import styles from './applications.module.css';

type Props = { params: Promise<{ locale: Locale }> };

export const revalidate = 300;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'applications' });
  return {
    title: t('title'),
    description: t('lead'),
    alternates: alternatesOf(locale, '/applications'),
    other: await columnMeta(locale, 'applications'),
  };
}

export default async function ApplicationsPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('applications');
  const platform = await getTranslations('platform');
  const letters = await getTranslations('citizenLetters');
  const others = await getTranslations('caseStatistics.others');
  const steps = ['search', 'fill', 'confirm', 'reply'] as const;
  return (
    <DisclosureFrame locale={locale}>
      <Breadcrumbs
        items={[{ label: platform('title'), href: '/disclosure' }, { label: t('title') }]}
      />
      <PageTitle title={t('title')} lead={t('lead')} />
      <p className={styles.doors}>
        <LinkButton href="/applications/new">{t('start')}</LinkButton>
        <LinkButton href="/applications/status" kind="secondary">
          {t('follow')}
        </LinkButton>
      </p>
      <Section title={t('stepsTitle')}>
        <ol className={styles.steps}>
          {steps.map((step) => (
            <li key={step}>
              <strong>{t(`steps.${step}.title`)}</strong>
              <p>
                {t.rich(`steps.${step}.text`, {
                  link: (chunks) => <Link href="/search">{chunks}</Link>,
                })}
              </p>
            </li>
          ))}
        </ol>
      </Section>
      <p>
        {letters.rich('insteadOfApplication', {
          link: (chunks) => <Link href="/letters">{chunks}</Link>,
        })}
      </p>
      <Section title={t('rightsTitle')}>
        <ul>
          {(['purpose', 'fee', 'help', 'remedy'] as const).map((right) => (
            <li key={right}>{t(`rights.${right}`)}</li>
          ))}
        </ul>
      </Section>
      <Section title={others('title')}>
        <ul>
          <li>
            <Link href="/applications/answers">{others('answers')}</Link>
          </li>
          <li>
            <Link href="/applications/statistics">{others('statistics')}</Link>
          </li>
        </ul>
      </Section>
      <OtherWays locale={locale} />
    </DisclosureFrame>
  );
}
