import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import type { Locale } from '@/i18n/routing';
import type { AddressValues } from '@/queries/search-address';
import { CheckPage } from '../../../letters/form/CheckPage';
import { letterWords } from '../../../letters/form/form-state';
import { columnMeta } from '../../../national-meta';

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<AddressValues> };

/** One person’s page, never kept for another. */
export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return {
    title: letterWords(locale)('form.checkTitle'),
    robots: { index: false },
    other: await columnMeta(locale, 'corrections'),
  };
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('corrections');
  return (
    <CheckPage
      purpose="record"
      locale={locale}
      query={await searchParams}
      crumbs={[
        { label: t('title'), href: '/corrections' },
        { label: t('record.title'), href: '/corrections/record' },
      ]}
    />
  );
}
