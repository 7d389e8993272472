import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { DoorList } from '@/components/DoorList/DoorList';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { Section } from '@/components/Section/Section';
import type { Locale } from '@/i18n/routing';
import { openConsultations } from '@/queries/open-consultations';
import { alternatesOf } from '../alternates';
import { columnMeta } from '../national-meta';
import { OpenNow } from './OpenNow';
import { PlaceLinks } from './PlaceLinks';

type Props = { params: Promise<{ locale: Locale }> };

/** What is open closes by itself at its minute. */
export const revalidate = 60;

const DOORS = [
  { key: 'letters', href: '/letters/new' },
  { key: 'consultations', href: '/consultations' },
  { key: 'corrections', href: '/corrections/new' },
  { key: 'applications', href: '/applications' },
] as const;

const LINKS = [
  { key: 'lettersStatus', href: '/letters/status' },
  { key: 'record', href: '/corrections/record' },
  { key: 'proposals', href: '/proposals' },
  { key: 'questions', href: '/questions' },
  { key: 'answers', href: '/applications/answers' },
  { key: 'subscriptions', href: '/subscriptions' },
  { key: 'statistics', href: '/letters/statistics' },
] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'frame.participate' });
  return {
    title: t('title'),
    description: t('lead'),
    alternates: alternatesOf(locale, '/participate'),
    other: await columnMeta(locale, 'participate'),
  };
}

export default async function ParticipatePage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const [t, open] = await Promise.all([
    getTranslations('frame.participate'),
    openConsultations(new Date(), 5),
  ]);
  return (
    <>
      <Breadcrumbs items={[{ label: t('title') }]} />
      <PageTitle title={t('title')} lead={t('lead')} />
      <section aria-label={t('ask')}>
        <DoorList
          doors={DOORS.map(({ key, href }) => ({
            href,
            title: t(`doors.${key}.title`),
            text: t(`doors.${key}.text`),
          }))}
        />
      </section>
      <Section title={t('open')} id="open" more={{ href: '/consultations', label: t('all') }}>
        {open.length > 0 ? <OpenNow items={open} locale={locale} /> : <p>{t('none')}</p>}
      </Section>
      <Section title={t('see')} id="see">
        <PlaceLinks links={LINKS.map(({ key, href }) => ({ href, label: t(`links.${key}`) }))} />
      </Section>
    </>
  );
}
