'use server';

import { getTranslations } from 'next-intl/server';
import { localeOf } from '../locale-of';
import { forgetNumber, minutesForNumber, minutesToWait } from '@/access/attempts';
import { openCase } from '@/collections/Applications/applicant-case';
import { parseReceiptNumber } from '@/domain/applications/receipt-number';
import { parseQueryCode } from '@/domain/applications/query-code';
import { receiptPrefix } from '@/collections/Applications/record-application';
import { keepSealed } from '@/fields/sealed/sealed-cookie';
import { redirect } from '@/i18n/navigation';
import { portal } from '@/queries/portal';

export type StatusState = {
  number: string;
  errors: { field: 'number' | 'code'; message: string }[];
};

export type CaseKeys = { number: string; code: string };

/** Opens a case for half an hour, or says what is wrong without telling which of the two keys. */
export async function openStatus(_: StatusState, form: FormData): Promise<StatusState> {
  const locale = localeOf(form);
  const t = await getTranslations({ locale, namespace: 'applications' });
  const number = String(form.get('number') ?? '').trim();
  const code = String(form.get('code') ?? '').trim();
  const refuse = (field: 'number' | 'code', message: string): StatusState => ({
    number,
    errors: [{ field, message }],
  });

  const parsed = parseReceiptNumber(number, receiptPrefix());
  if (!parsed.ok) return refuse('number', t(`status.problems.${parsed.problem}`));
  if (!parseQueryCode(code)) return refuse('code', t('status.problems.code'));
  const wait = (await minutesToWait('status')) ?? (await minutesForNumber(parsed.number));
  if (wait !== null) return refuse('number', t('tooMany', { minutes: wait }));
  const found = await openCase(await portal(), number, code);
  if (!found) return refuse('number', t('status.problems.unknown'));
  await forgetNumber(parsed.number);
  await keepSealed('case', pathFor(locale), { number, code } satisfies CaseKeys);
  return redirect({ href: '/applications/status/case', locale });
}

/** Kept from every page but those of applications. */
const pathFor = (locale: string): string =>
  locale === 'en' ? '/en/applications' : '/applications';
