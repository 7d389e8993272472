'use server';

import { loggedError } from '@/access/logged-error';
import {
  actAsWriter,
  MOST_RATING_TEXT,
  writerDeeds,
  type WriterDeed,
} from '@/collections/Letters/writer-letter';
import { redirect } from '@/i18n/navigation';
import { portal } from '@/queries/portal';
import { keepKey } from '../../../applications/new/draft-cookie';
import { localeOf } from '../../../applications/locale-of';
import { letterWords } from '../../form/form-state';
import { openedLetter } from './opened-letter';

const CASE = '/letters/status/case';

/** Withdraws, asks for deletion or begins an application; the page says what came of it. */
export async function doDeed(form: FormData): Promise<void> {
  const locale = localeOf(form);
  const deed = writerDeeds.find((each) => each === form.get('deed'));
  const letter = await openedLetter(locale);
  if (!letter) return redirect({ href: '/letters/status', locale });
  const outcome = deed && (await attempt(letter.id, deed, { revision: revisionOf(form) }, locale));
  if (outcome?.ok && outcome.draftKey) {
    await keepKey(outcome.draftKey);
    return redirect({ href: '/applications/new', locale });
  }
  const told = outcome?.ok ? `done=${deed}` : `problem=${outcome?.problem ?? 'failed'}`;
  return redirect({ href: `${CASE}?${told}#done`, locale });
}

/** A rating as it was sent and could not be taken. */
export type RatingState = {
  text: string;
  score: string;
  errors: { field: 'score' | 'text'; message: string }[];
};

/** Takes the rating, or gives the form back with what was written. */
export async function rate(_: RatingState, form: FormData): Promise<RatingState> {
  const locale = localeOf(form);
  const t = letterWords(locale);
  const text = String(form.get('text') ?? '').replace(/\r\n/g, '\n');
  const score = String(form.get('score') ?? '');
  const back = (field: 'score' | 'text', message: string): RatingState => ({
    text,
    score,
    errors: [{ field, message }],
  });
  const length = [...text.trim()].length;
  if (!/^[1-5]$/.test(score)) return back('score', t('deeds.problems.score'));
  if (length > MOST_RATING_TEXT) {
    return back('text', t('deeds.problems.tooLong', { most: MOST_RATING_TEXT, length }));
  }
  const letter = await openedLetter(locale);
  if (!letter) return back('score', t('deeds.problems.expired'));
  const given = { revision: revisionOf(form), score: Number(score), text };
  const outcome = await attempt(letter.id, 'rate', given, locale);
  if (!outcome.ok && outcome.problem === 'failed') {
    return back('score', t('deeds.problems.failed'));
  }
  const told = outcome.ok ? 'done=rate' : `problem=${outcome.problem}`;
  return redirect({ href: `${CASE}?${told}#done`, locale });
}

type Given = Parameters<typeof actAsWriter>[3];

async function attempt(
  id: Parameters<typeof actAsWriter>[1],
  deed: WriterDeed,
  given: Given,
  locale: 'zh-CN' | 'en',
): Promise<
  Awaited<ReturnType<typeof actAsWriter>> | { ok: false; problem: 'failed'; draftKey?: undefined }
> {
  try {
    return await actAsWriter(await portal(), id, deed, given, locale);
  } catch (error) {
    console.error(`a writer's ${deed} failed`, loggedError(error));
    return { ok: false, problem: 'failed' };
  }
}

const revisionOf = (form: FormData): number => Number(form.get('revision')) || 0;
