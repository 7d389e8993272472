'use server';

import { tryKeys, type KeysState } from '@/access/two-keys';
import { receiptPrefix } from '@/collections/Applications/receipt-numbers';
import { openLetter } from '@/collections/Letters/writer-letter';
import { isReceiptNumber } from '@/domain/applications/receipt-number';
import { parseLetterReceipt } from '@/domain/letters/receipt';
import { keepSealed } from '@/fields/sealed/sealed-cookie';
import { redirect } from '@/i18n/navigation';
import { portal } from '@/queries/portal';
import { localeOf } from '../../applications/locale-of';
import { letterWords } from '../form/form-state';

/** Opens a letter for half an hour, or says what is wrong without telling which of the two keys. */
export async function openLetterStatus(_: KeysState, form: FormData): Promise<KeysState> {
  const locale = localeOf(form);
  const t = letterWords(locale);
  const tried = await tryKeys(form, {
    read: (number) => {
      if (number === '') return { problem: t('status.problems.empty') };
      const parsed = parseLetterReceipt(number);
      if (parsed) return { kept: parsed.number };
      const isApplication = isReceiptNumber(number, receiptPrefix());
      return { problem: t(`status.problems.${isApplication ? 'application' : 'shape'}`) };
    },
    opens: async ({ number, code }) => Boolean(await openLetter(await portal(), number, code)),
    words: {
      code: t('status.problems.code'),
      unknown: t('status.problems.unknown'),
      tooMany: (minutes) => t('status.problems.tooMany', { minutes }),
    },
  });
  if ('refused' in tried) return tried.refused;
  await keepSealed('letter', locale === 'en' ? '/en/letters' : '/letters', tried.keys);
  return redirect({ href: '/letters/status/case', locale });
}
