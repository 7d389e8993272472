import { looksLikeFigure } from '../../../domain/annual-reports/figure';
import { meaningOf } from '../../../domain/annual-reports/labels';

/** Half a label has fewer characters. */
const LONGEST_HALF = 24;

/** Whether two texts are one label that a line break has cut in two: 商业, 企业. */
export function isBroken(first: string, second: string): boolean {
  if (first === '' || second === '' || looksLikeFigure(first) || looksLikeFigure(second))
    return false;
  if (first.length > LONGEST_HALF || second.length > LONGEST_HALF || meaningOf(first)) return false;
  const whole = meaningOf(`${first}${second}`);
  return whole !== null && !whole.guessedFor && !whole.isForm;
}
