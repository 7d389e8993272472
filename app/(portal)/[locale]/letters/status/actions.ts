'use server';

import { forgetNumber, minutesForNumber, minutesToWait } from '@/access/attempts';
import { openLetter } from '@/collections/Letters/writer-letter';
import { receiptPrefix } from '@/collections/Applications/record-application';
import { parseQueryCode } from '@/domain/applications/query-code';
import { isReceiptNumber } from '@/domain/applications/receipt-number';
import { parseLetterReceipt } from '@/domain/letters/receipt';
import { keepSealed } from '@/fields/sealed/sealed-cookie';
import { redirect } from '@/i18n/navigation';
import { portal } from '@/queries/portal';
import { localeOf } from '../../applications/locale-of';
import { letterWords } from '../form/form-state';

export type StatusState = {
  number: string;
  errors: { field: 'number' | 'code'; message: string }[];
};

export type LetterKeys = { number: string; code: string };

/** Opens a letter for half an hour, or says what is wrong without telling which of the two keys. */
export async function openLetterStatus(_: StatusState, form: FormData): Promise<StatusState> {
  const locale = localeOf(form);
  const t = letterWords(locale);
  const text = (name: string) => String(form.get(name) ?? '').trim();
  // Longer than any number: nobody needs it back.
  const number = text('number').slice(0, 100);
  const code = text('code').slice(0, 100);
  const refuse = (field: 'number' | 'code', message: string): StatusState => ({
    number,
    errors: [{ field, message }],
  });

  if (number === '') return refuse('number', t('status.problems.empty'));
  const parsed = parseLetterReceipt(number);
  if (!parsed) {
    const isApplication = isReceiptNumber(number, receiptPrefix());
    return refuse('number', t(`status.problems.${isApplication ? 'application' : 'shape'}`));
  }
  if (!parseQueryCode(code)) return refuse('code', t('status.problems.code'));
  const minutes = (await minutesToWait('status')) ?? (await minutesForNumber(parsed.number));
  if (minutes !== null) return refuse('number', t('status.problems.tooMany', { minutes }));
  const found = await openLetter(await portal(), number, code);
  if (!found) return refuse('number', t('status.problems.unknown'));
  await forgetNumber(parsed.number);
  const keys: LetterKeys = { number, code };
  await keepSealed('letter', locale === 'en' ? '/en/letters' : '/letters', keys);
  return redirect({ href: '/letters/status/case', locale });
}
