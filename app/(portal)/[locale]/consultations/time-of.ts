import { formatMoment } from '@/components/DateText/format-moment';
import type { ConsultationState } from '@/domain/consultations/state';

type Words = (key: 'from' | 'until' | 'closed', values: { time: string }) => string;

/** The one time of a consultation that matters in a list: when it opens, closes or closed. */
export function timeOf(
  { state, opensAt, closesAt }: { state: ConsultationState; opensAt: string; closesAt: string },
  locale: string,
  t: Words,
): string {
  if (state === 'announced') return t('from', { time: formatMoment(opensAt, locale) });
  return t(state === 'open' ? 'until' : 'closed', { time: formatMoment(closesAt, locale) });
}
