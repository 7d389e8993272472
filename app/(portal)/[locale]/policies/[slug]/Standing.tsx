import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { formatDate } from '@/components/DateText/format-date';
import { Notice } from '@/components/Notice/Notice';
import type { Locale } from '@/i18n/routing';
import type { KnownStanding, Sources } from '@/queries/policy-sources';
import { RelatedLink } from '../../documents/[slug]/RelatedLink';

type Props = { known: KnownStanding; sources: Sources; locale: Locale };

/** Whether it can be had, in a sentence that names what decides it; loud only where it can't. */
export async function Standing({ known, sources, locale }: Props) {
  const t = await getTranslations({ locale, namespace: 'policies.standingText' });
  const { state, expired, lastDay, opensOn, daysLeft, endsWith, amended, hasHiddenSource } = known;
  const day = (value: string | undefined) => (value ? formatDate(value, locale) : '');
  const link = (id: string | undefined): ReactNode => {
    const source = sources.get(id ?? '');
    return source && <RelatedLink document={source.document} locale={locale} />;
  };
  const sentence = (): ReactNode => {
    if (state === 'expired' && expired) {
      return t.rich(`${expired.how}${expired.since ? '' : 'Unknown'}`, {
        date: day(expired.since),
        document: () => link(expired.source),
      });
    }
    if (state === 'closing') {
      return daysLeft === 0
        ? t('closingToday')
        : t('closing', { date: day(lastDay), days: daysLeft ?? 0 });
    }
    if (state === 'closed') return t('closed', { date: day(lastDay) });
    if (state === 'not-yet') {
      return opensOn ? t('not-yet', { date: day(opensOn) }) : t('notYetUnknown');
    }
    return lastDay ? t('openUntil', { date: day(lastDay) }) : t('open');
  };
  // Sentences stand apart in English alone.
  const gap = locale === 'en' ? ' ' : '';
  const isOver = state === 'expired' || state === 'closed';
  const isLoud = state === 'expired' ? 'repealed' : state === 'open' ? 'info' : 'warn';
  return (
    <>
      <Notice kind={isLoud}>
        {sentence()}
        {isOver && `${gap}${t('kept')}`}
        {endsWith && (
          <>
            {gap}
            {t.rich('endsWith', { document: () => link(endsWith) })}
          </>
        )}
      </Notice>
      {!isOver && amended.length > 0 && (
        <Notice kind="warn">
          {t.rich('amended', {
            document: () =>
              amended.map((id, i) => (
                <span key={id}>
                  {i > 0 && (locale === 'en' ? ', ' : '、')}
                  {link(id)}
                </span>
              )),
          })}
        </Notice>
      )}
      {!isOver && hasHiddenSource && <Notice kind="warn">{t('hidden')}</Notice>}
    </>
  );
}
