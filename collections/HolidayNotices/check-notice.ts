import { ValidationError, type CollectionBeforeChangeHook } from 'payload';
import { fillWords } from '@/domain/applications/reckon/explain';
import { InvalidDayError, dayOf } from '@/domain/workdays/days';
import { checkNotice, type NoticeFinding } from '@/domain/workdays/notice';
import { messages } from '@/messages';
import type { HolidayNotice } from '@/payload-types';

/**
 * Refuses a notice with a mistake in it, each told at its own field in the language of the editor. One that is
 * not whole, too: it speaks for its whole year, so that a holiday left out would be counted as working days, and
 * nothing would be provisional.
 */
export const refuseWrongNotice: CollectionBeforeChangeHook<HolidayNotice> = ({ data, req }) => {
  const checked = checkNotice({
    year: data.year,
    off: (data.off ?? []).map(({ holiday, from, to }) => ({
      holiday,
      from: dayIn(from),
      to: dayIn(to),
    })),
    worked: (data.worked ?? []).map(({ on }) => dayIn(on)),
  });
  const findings = checked.ok ? checked.warnings : checked.findings;
  if (findings.length === 0) return data;
  const { clock } = messages[req.i18n?.language === 'en' ? 'en' : 'zh-CN'];
  throw new ValidationError(
    {
      collection: 'holiday-notices',
      errors: findings.map((finding) => ({
        path: fieldOf(finding),
        message: fillWords(clock.notice[finding.key], finding.values, clock),
      })),
    },
    req.t,
  );
};

/** The input that a finding is about; of an entry, its first one. */
function fieldOf({ at, key }: NoticeFinding): string {
  if (at === null) return 'off';
  if (/^worked\.\d+$/.test(at)) return `${at}.on`;
  if (/^off\.\d+$/.test(at)) return `${at}.${key === 'unknownHoliday' ? 'holiday' : 'from'}`;
  return at;
}

/** A day as the notice's rules read it; what is none is left for them to name. */
function dayIn(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return dayOf(value);
  } catch (error) {
    if (error instanceof InvalidDayError) return value;
    throw error;
  }
}
