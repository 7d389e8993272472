import { fillWords, type ClockWords } from '../applications/reckon/explain';
import type { LetterClock } from './clock';
import { limitOf } from './clock';
import type { Complexity, LetterPurpose } from './codes';

/** The part of messages that the sentences are made of: `lettersOffice.due` and `clock`. */
type Words = {
  due: {
    why: string;
    skipped: string;
    makeUp: string;
    provisional: string;
    limits: Record<string, string>;
  };
  clock: ClockWords;
};

/** Why a letter is due on its day, as sentences. */
export function explainDue(
  clock: LetterClock,
  { purpose, complexity }: { purpose: LetterPurpose; complexity: Complexity },
  { due, clock: words }: Words,
  comma = '、',
): string {
  const day = (value: string) => fillWords('{day}', { day: value }, words);
  const limit = limitOf(purpose, complexity);
  const name = due.limits[limit] ?? '';
  const fill = (sentence: string, values: Record<string, string>) =>
    sentence.replace(/\{(\w+)\}/g, (place, key: string) => values[key] ?? place);
  return [
    fill(due.why, {
      limit: name,
      days: String(clock.days),
      received: day(clock.receivedOn),
      due: day(clock.due),
    }),
    clock.skipped.length > 0 &&
      fill(due.skipped, {
        holidays: [...new Set(clock.skipped.map((span) => words.holidays[span.name]))].join(comma),
      }),
    clock.makeUp.length > 0 && fill(due.makeUp, { makeUp: clock.makeUp.map(day).join(comma) }),
    clock.provisional && due.provisional,
  ]
    .filter(Boolean)
    .join(comma === '、' ? '' : ' ');
}
