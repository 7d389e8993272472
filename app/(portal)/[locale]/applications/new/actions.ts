'use server';

import { getTranslations } from 'next-intl/server';
import { localeOf } from '../locale-of';
import { minutesToWait } from '@/access/attempts';
import { AgencyUnknownError, fileApplication } from '@/collections/Applications/file-application';
import { applicationFields, parseApplication, type FieldError } from '@/domain/applications/parse';
import { keepSealed } from '@/fields/sealed/sealed-cookie';
import { redirect } from '@/i18n/navigation';
import { portal } from '@/queries/portal';

export type FormState = {
  values: Record<string, string>;
  errors: { field: string; message: string }[];
};

/** Files an application, or gives the form back as it was with what has to be mended. */
export async function submitApplication(_: FormState, form: FormData): Promise<FormState> {
  const locale = localeOf(form);
  const t = await getTranslations({ locale, namespace: 'applications' });
  const values = Object.fromEntries(
    applicationFields.map((field) => [field, String(form.get(field) ?? '')]),
  );
  const back = (errors: FieldError[]): FormState => ({
    values,
    errors: errors.map(({ field, key, values: inserted }) => ({
      field,
      message: t(`errors.${key as 'nameRequired'}`, inserted),
    })),
  });

  const parsed = parseApplication(values);
  if (!parsed.ok) return back(parsed.errors);
  const wait = await minutesToWait('application');
  if (wait !== null) {
    return { values, errors: [{ field: 'application', message: t('tooMany', { minutes: wait }) }] };
  }
  try {
    const receipt = await fileApplication(await portal(), parsed.value);
    await keepSealed('receipt', pathFor(locale), receipt);
  } catch (error) {
    if (error instanceof AgencyUnknownError) {
      return back([{ field: 'agency', key: 'agencyRequired' }]);
    }
    console.error('an application could not be filed', error);
    return { values, errors: [{ field: 'application', message: t('notFiled') }] };
  }
  return redirect({ href: '/applications/receipt', locale });
}

/** Kept from every page but those of applications. */
const pathFor = (locale: string): string =>
  locale === 'en' ? '/en/applications' : '/applications';
