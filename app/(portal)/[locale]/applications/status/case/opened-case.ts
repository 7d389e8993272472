import type { TwoKeys } from '@/access/two-keys';
import { openCase } from '@/collections/Applications/applicant-case';
import { isDisputed } from '@/collections/Applications/erase';
import { readSealed } from '@/fields/sealed/sealed-cookie';
import type { Locale } from '@/i18n/routing';
import type { Application } from '@/payload-types';
import { portal } from '@/queries/portal';

/** The case whose two keys this browser holds for half an hour; null when it holds none. */
export async function openedCase(locale: Locale): Promise<Application | null> {
  const keys = await readSealed<TwoKeys>('case');
  const payload = await portal();
  const application = keys && (await openCase(payload, keys.number, keys.code, locale));
  // What a dispute keeps is not said to be deleted on a day.
  return (
    application && {
      ...application,
      isHeld: application.isHeld || (await isDisputed(payload, application)),
    }
  );
}
