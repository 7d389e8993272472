import type { useTranslations } from 'next-intl';
import type { TimelineStep } from '@/components/Timeline/Timeline';
import { formatDate } from '@/components/DateText/format-date';
import { historyOf, type HistoryEntry } from '@/collections/Applications/stored-case';
import { isPublicAction, type PublicAction } from '@/domain/applications/public-steps';
import { isOpen, publicStatus, type Status } from '@/domain/applications/statuses';
import type { Day } from '@/domain/workdays/days';
import type { Application } from '@/payload-types';

type Told = {
  t: ReturnType<typeof useTranslations<'caseStatus'>>;
  locale: string;
  /** The last day to reply, where it is known. */
  due: Day | null;
  today: Day;
};

/**
 * The record of a case as the applicant may read it: what was done and when. Who in the office did
 * it, why the office thought so, and its drafting and signing stay inside.
 */
export function stepsOf(application: Application, told: Told): TimelineStep[] {
  const { t, due, today } = told;
  const status = publicStatus(application.status as Status);
  const past = historyOf(application).flatMap((entry): TimelineStep[] =>
    isPublicAction(entry.action)
      ? [
          {
            state: 'done',
            title: t(`steps.${entry.action}`),
            date: entry.on,
            text: textOf({ ...entry, action: entry.action }, told),
          },
        ]
      : [],
  );
  if (!isOpen(status)) return past;
  const next: TimelineStep[] = [
    { state: 'now', title: t(`now.${status as 'received'}`) },
    ...(status === 'received' ? [{ state: 'next' as const, title: t('next.confirm') }] : []),
    {
      state: 'next',
      title: t('next.reply'),
      ...(due && { date: due, overdue: due < today }),
    },
  ];
  return [...past, ...next];
}

function textOf(
  entry: HistoryEntry & { action: PublicAction },
  { t, locale }: Told,
): string | undefined {
  if (entry.action === 'extend' && entry.workingDays) {
    return t('stepTexts.extend', { days: entry.workingDays });
  }
  const hasTerm = entry.action === 'request-supplement' || entry.action === 'defer';
  return hasTerm && entry.termOn
    ? t('stepTexts.termOn', { day: formatDate(entry.termOn, locale) })
    : undefined;
}
