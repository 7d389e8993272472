import { addDays, addMonths, type Day } from '../workdays/days';
import { OPEN_LETTER_STATUSES, type LetterStatus } from './codes';

export type LetterRetention = {
  status: LetterStatus;
  closedOn: Day | null;
  /** The day on which the writer asked for deletion. */
  askedOn: Day | null;
  erasedOn: Day | null;
};

/**
 * How long personal data of a letter are kept after it is closed when nobody asks. 个人信息保护法第十九条:
 * “除法律、行政法规另有规定外，个人信息的保存期限应当为实现处理目的所必要的最短时间。” A reply to a letter decides nothing that could be
 * contested for five years, as an answer to an application does: three years serve questions that come back.
 */
export const letterKeptYears = 3;

/**
 * The day from which the writer's data must be gone, and on which ground: the day after they asked, else
 * `letterKeptYears` after the letter was closed. Null while it is open, and once they are erased.
 */
export function eraseLetterFrom({
  status,
  closedOn,
  askedOn,
  erasedOn,
}: LetterRetention): { day: Day; ground: 'asked' | 'term' } | null {
  if (erasedOn || !closedOn || OPEN_LETTER_STATUSES.some((open) => open === status)) return null;
  if (askedOn) return { day: addDays(askedOn > closedOn ? askedOn : closedOn, 1), ground: 'asked' };
  return { day: addDays(addMonths(closedOn, letterKeptYears * 12), 1), ground: 'term' };
}
