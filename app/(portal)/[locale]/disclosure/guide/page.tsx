import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Actions } from '@/components/Actions/Actions';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { DateText } from '@/components/DateText/DateText';
import { EmptyState } from '@/components/EmptyState/EmptyState';
import { Link } from '@/components/Link/Link';
import { MetaLine } from '@/components/MetaLine/MetaLine';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import type { Locale } from '@/i18n/routing';
import { listDisclosureOffices } from '@/queries/agencies';
import { dayOrNothing, titleIn } from '@/queries/document-items';
import { findGuide } from '@/queries/pages';
import { alternatesOf } from '../../alternates';
import { columnMeta } from '../../national-meta';
import { PageText } from '../PageText';
import { DisclosureOffices } from './DisclosureOffices';

type Props = { params: Promise<{ locale: Locale }> };

export const revalidate = 300;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'platform' });
  return {
    title: t('parts.guide.title'),
    description: t('parts.guide.text'),
    alternates: alternatesOf(locale, '/disclosure/guide'),
    other: await columnMeta(locale, 'guide'),
  };
}

export default async function GuidePage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('platform');
  const [guide, offices] = await Promise.all([findGuide(), listDisclosureOffices(locale)]);
  const edition = dayOrNothing(guide?.editionOn);
  const crumbs = [{ label: t('title'), href: '/disclosure' }, { label: t('parts.guide.title') }];
  if (!guide) {
    return (
      <>
        <Breadcrumbs items={crumbs} />
        <PageTitle title={t('parts.guide.title')} />
        <EmptyState title={t('guide.missing')}>
          <p>{t('guide.missingText')}</p>
          <Link href="/disclosure/statutory">{t('parts.statutory.title')}</Link>
        </EmptyState>
        <DisclosureOffices offices={offices} locale={locale} />
      </>
    );
  }
  return (
    <article>
      <Breadcrumbs items={crumbs} />
      <PageTitle {...titleIn(locale, guide)} official />
      <MetaLine>
        {edition && (
          <>
            {t('edition')} <DateText day={edition} />
          </>
        )}
      </MetaLine>
      <Actions />
      <PageText page={guide} locale={locale} />
      <DisclosureOffices offices={offices} locale={locale} />
    </article>
  );
}
