import { useLocale, useTranslations } from 'next-intl';
import { formatDate } from '@/components/DateText/format-date';
import { DueDate, DueStopped } from '@/components/DueDate/DueDate';
import { WorkCalendar } from '@/components/WorkCalendar/WorkCalendar';
import type { Clock } from '@/domain/applications/reckon';
import { explainSteps } from '@/domain/applications/reckon/explain';
import type { Calendar } from '@/domain/workdays/calendar';
import { workdaysBetween } from '@/domain/workdays/count';
import type { Day } from '@/domain/workdays/days';
import type { Locale } from '@/i18n/routing';
import { messages } from '@/messages';

type Props = { clock: Clock; isOpen: boolean; calendar: Calendar; today: Day };

/** What is due when, or what is waited for, and under it why: the same sentences as the office reads. */
export function Reckoning({ clock, isOpen, calendar, today }: Props) {
  const t = useTranslations('caseStatus.clock');
  const stops = useTranslations('clock.stopped');
  const locale = useLocale() as Locale;
  const explanation = <Explanation clock={clock} today={today} />;
  if (!isOpen) {
    return clock.receivedOn ? <DueStopped title={t('closed')} explanation={explanation} /> : null;
  }
  if (clock.due) {
    return (
      <DueDate
        day={clock.due}
        workdaysLeft={workdaysBetween(today, clock.due, calendar)}
        explanation={explanation}
        provisional={clock.provisional}
      />
    );
  }
  if (!clock.stopped) return null;
  return (
    <DueStopped title={t('stopped', { reason: stops(clock.stopped) })} explanation={explanation}>
      <p>{t(clock.stopped)}</p>
      {clock.latest && <p>{t('latest', { day: formatDate(clock.latest, locale) })}</p>}
      {clock.provisional && <p>{t('provisional')}</p>}
    </DueStopped>
  );
}

function Explanation({ clock, today }: { clock: Clock; today: Day }) {
  const locale = useLocale() as Locale;
  const { clock: clockWords, caseStatus } = messages[locale];
  return (
    <>
      <ol>
        {explainSteps(clock.steps, clockWords).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
      <WorkCalendar
        days={clock.days}
        words={caseStatus.calendar}
        clockWords={clockWords}
        today={today}
      />
    </>
  );
}
