import type { PayloadRequest } from 'payload';
import type { ActionCode } from '@/domain/applications/actions';
import type { NewAct } from '@/domain/applications/case';
import { remedyWordsOf } from '@/domain/applications/letters/remedy-words';
import { ownWords } from '@/domain/applications/letters/template';
import type { Calendar } from '@/domain/workdays/calendar';
import type { Application } from '@/payload-types';
import { caseError } from './case-error';
import { effectsOf } from './effects';
import { prepareLetters } from './write-letters';

/** What a reply says is seen by whoever words it, examines it and signs it, before it goes out. */
const TOWARDS_ISSUE: readonly ActionCode[] = ['draft', 'review', 'approve'];

/** The step as it will send its letter, if it does not send it yet. */
export const asSent = (done: NewAct): NewAct =>
  TOWARDS_ISSUE.includes(done.action) ? { ...done, action: 'issue' } : done;

/**
 * What the letters of a step say on remedies beside the paragraph of the rules: in the words of the office,
 * or in a template that was kept before such words were refused.
 */
export async function ownRemedyWords(
  req: PayloadRequest,
  before: Application,
  after: Application,
  done: NewAct,
): Promise<string[]> {
  const prepared = await prepareLetters(req, before, after, asSent(done));
  return [
    ...new Set(
      prepared.flatMap(({ kind, template, known }) =>
        remedyWordsOf(kind, ownWords(template), known),
      ),
    ),
  ];
}

/**
 * Nobody lets a reply pass with such words without having said that they are no remedy of their own: who
 * examines it, and for the letter that nobody examines, who sends it.
 *
 * @returns the words of which that was said
 * @throws the refusal `remedyWords`
 */
export async function refuseOwnRemedy(
  req: PayloadRequest,
  seen: Application,
  done: NewAct,
  calendar: Calendar,
): Promise<string[]> {
  if (done.action !== 'review' && done.action !== 'lapse') return [];
  const after = { ...seen, ...effectsOf(seen, done, calendar) } as Application;
  const words = await ownRemedyWords(req, seen, after, done);
  if (words.length > 0 && done.given.remedyChecked !== true) {
    throw caseError(req, { key: 'remedyWords', values: { words } });
  }
  return words;
}
