import { setRequestLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Locale } from '@/i18n/routing';
import { DisclosureFrame } from './DisclosureFrame';

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

export default async function DisclosureLayout({ children, params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  return <DisclosureFrame locale={locale as Locale}>{children}</DisclosureFrame>;
}
