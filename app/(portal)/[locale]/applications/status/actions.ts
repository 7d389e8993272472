'use server';

import { getTranslations } from 'next-intl/server';
import { tryKeys, type KeysState } from '@/access/two-keys';
import { openCase } from '@/collections/Applications/applicant-case';
import { receiptPrefix } from '@/collections/Applications/receipt-numbers';
import { parseReceiptNumber } from '@/domain/applications/receipt-number';
import { keepSealed } from '@/fields/sealed/sealed-cookie';
import { redirect } from '@/i18n/navigation';
import { portal } from '@/queries/portal';
import { localeOf } from '../locale-of';
import { exampleNumber } from './example-number';

/** Opens a case for half an hour, or says what is wrong without telling which of the two keys. */
export async function openStatus(_: KeysState, form: FormData): Promise<KeysState> {
  const locale = localeOf(form);
  const t = await getTranslations({ locale, namespace: 'applications' });
  const tried = await tryKeys(form, {
    read: (number) => {
      const parsed = parseReceiptNumber(number, receiptPrefix());
      return parsed.ok
        ? { kept: parsed.number }
        : { problem: t(`status.problems.${parsed.problem}`, { example: exampleNumber() }) };
    },
    opens: async ({ number, code }) => Boolean(await openCase(await portal(), number, code)),
    words: {
      code: t('status.problems.code'),
      unknown: t('status.problems.unknown'),
      tooMany: (minutes) => t('tooMany', { minutes }),
    },
  });
  if ('refused' in tried) return tried.refused;
  // Kept from every page but those of applications.
  await keepSealed('case', locale === 'en' ? '/en/applications' : '/applications', tried.keys);
  return redirect({ href: '/applications/status/case', locale });
}
