'use server';

import { tryKeys, type KeysState } from '@/access/two-keys';
import { openOwnComment } from '@/collections/Comments/writer-comment';
import { parseCommentReceipt } from '@/domain/consultations/receipt';
import { keepSealed } from '@/fields/sealed/sealed-cookie';
import { redirect } from '@/i18n/navigation';
import { portal } from '@/queries/portal';
import { localeOf } from '../../applications/locale-of';
import { commentWords } from '../[slug]/comment/comment-words';

/** Opens a comment for half an hour, or says what is wrong without telling which of the two keys. */
export async function openCommentStatus(_: KeysState, form: FormData): Promise<KeysState> {
  const locale = localeOf(form);
  const t = commentWords(locale);
  const tried = await tryKeys(form, {
    read: (number) => {
      const kept = parseCommentReceipt(number);
      if (kept) return { kept };
      return { problem: t(`status.problems.${number === '' ? 'empty' : 'shape'}`) };
    },
    opens: async ({ number, code }) =>
      Boolean(await openOwnComment(await portal(), number, code, new Date().toISOString())),
    words: {
      code: t('status.problems.code'),
      unknown: t('status.problems.unknown'),
      tooMany: (minutes) => t('status.problems.tooMany', { minutes }),
    },
  });
  if ('refused' in tried) return tried.refused;
  const path = locale === 'en' ? '/en/consultations/status' : '/consultations/status';
  await keepSealed('own-comment', path, tried.keys);
  return redirect({ href: '/consultations/status/comment', locale });
}
