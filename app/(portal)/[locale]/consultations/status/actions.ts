'use server';

import { forgetNumber, minutesForNumber, minutesToWait } from '@/access/attempts';
import { openOwnComment } from '@/collections/Comments/writer-comment';
import { parseQueryCode } from '@/domain/applications/query-code';
import { parseCommentReceipt } from '@/domain/consultations/receipt';
import { keepSealed } from '@/fields/sealed/sealed-cookie';
import { redirect } from '@/i18n/navigation';
import { portal } from '@/queries/portal';
import { localeOf } from '../../applications/locale-of';
import { commentWords } from '../[slug]/comment/comment-words';

export type StatusState = {
  number: string;
  errors: { field: 'number' | 'code'; message: string }[];
};

export type CommentKeys = { number: string; code: string };

/** Opens a comment for half an hour, or says what is wrong without telling which of the two keys. */
export async function openCommentStatus(_: StatusState, form: FormData): Promise<StatusState> {
  const locale = localeOf(form);
  const t = commentWords(locale);
  const text = (name: string) => String(form.get(name) ?? '').trim();
  // Longer than any number: nobody needs it back.
  const number = text('number').slice(0, 100);
  const code = text('code').slice(0, 100);
  const refuse = (field: 'number' | 'code', message: string): StatusState => ({
    number,
    errors: [{ field, message }],
  });

  if (number === '') return refuse('number', t('status.problems.empty'));
  const parsed = parseCommentReceipt(number);
  if (!parsed) return refuse('number', t('status.problems.shape'));
  if (!parseQueryCode(code)) return refuse('code', t('status.problems.code'));
  const minutes = (await minutesToWait('status')) ?? (await minutesForNumber(parsed));
  if (minutes !== null) return refuse('number', t('status.problems.tooMany', { minutes }));
  const found = await openOwnComment(await portal(), number, code, new Date().toISOString());
  if (!found) return refuse('number', t('status.problems.unknown'));
  await forgetNumber(parsed);
  const keys: CommentKeys = { number, code };
  const path = locale === 'en' ? '/en/consultations/status' : '/consultations/status';
  await keepSealed('own-comment', path, keys);
  return redirect({ href: '/consultations/status/comment', locale });
}
