import { getTranslations } from 'next-intl/server';
import { formatDate } from '@/components/DateText/format-date';
import { formatMoment } from '@/components/DateText/format-moment';
import { Link } from '@/components/Link/Link';
import { Notice } from '@/components/Notice/Notice';
import type { ConsultationState } from '@/domain/consultations/state';
import { dayOf, daysBetween } from '@/domain/workdays/days';
import type { Locale } from '@/i18n/routing';
import type { Consultation } from '@/payload-types';

type Props = {
  consultation: Consultation;
  state: ConsultationState;
  /** ISO instant. */
  now: string;
  locale: Locale;
};

/** Where it stands, in a sentence with its times. */
export async function Standing({ consultation, state, now, locale }: Props) {
  const t = await getTranslations('consultations');
  const { opensAt, closesAt, outcomeDueOn, outcomeOn, takesComments } = consultation;
  const day = (value: string | null | undefined) => (value ? formatDate(dayOf(value), locale) : '');
  const isElsewhere = state === 'open' && takesComments === false;
  const left = Date.parse(closesAt) - Date.parse(now);
  return (
    <Notice kind={state === 'overdue' ? 'warn' : 'info'} title={t(`states.${state}`)}>
      {t(isElsewhere ? 'now.openElsewhere' : `now.${state}`, {
        opens: formatMoment(opensAt, locale),
        closes: formatMoment(closesAt, locale),
        // Whole days by the calendar, but none on the last day.
        days: left < 86_400_000 ? 0 : Math.max(1, daysBetween(dayOf(now), dayOf(closesAt))),
        due: day(outcomeDueOn),
        on: day(outcomeOn),
      })}
      {state === 'overdue' && (
        <>
          {' '}
          <Link href="/letters/new">{t('askAgency')}</Link>
        </>
      )}
    </Notice>
  );
}
