import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { getPathname } from '@/i18n/navigation';
import type { Locale } from '@/i18n/routing';
import { ReportLink } from './ReportLink';

type Props = {
  /** Other words for the same link, such as those in the middle of a sentence. */
  children?: ReactNode;
  className?: string;
};

/**
 * 报告本页错误, on every page. Pages are kept for everybody, and their frame does not know the address: the
 * script adds it when the link is used, and without script the form looks at whence the reader came.
 */
export function ReportError({ children, className }: Props) {
  const t = useTranslations('corrections');
  const locale = useLocale() as Locale;
  return (
    <ReportLink href={getPathname({ href: '/corrections/new', locale })} className={className}>
      {children ?? t('reportThisPage')}
    </ReportLink>
  );
}
