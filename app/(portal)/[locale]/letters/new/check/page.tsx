import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import type { Locale } from '@/i18n/routing';
import type { AddressValues } from '@/queries/search-address';
import { CheckPage } from '../../form/CheckPage';
import { letterWords } from '../../form/form-state';
import { columnMeta } from '../../../national-meta';

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<AddressValues> };

/** One person’s page, never kept for another. */
export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return {
    title: letterWords(locale)('form.checkTitle'),
    robots: { index: false },
    other: await columnMeta(locale, 'letters'),
  };
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('citizenLetters');
  return (
    <CheckPage
      purpose="letter"
      locale={locale}
      query={await searchParams}
      crumbs={[
        { label: t('title'), href: '/letters' },
        { label: t('form.title'), href: '/letters/new' },
      ]}
    />
  );
}
