import type { TwoKeys } from '@/access/two-keys';
import { openCase } from '@/collections/Applications/applicant-case';
import { readSealed } from '@/fields/sealed/sealed-cookie';
import type { Locale } from '@/i18n/routing';
import type { Application } from '@/payload-types';
import { portal } from '@/queries/portal';

/** The case whose two keys this browser holds for half an hour; null when it holds none. */
export async function openedCase(locale: Locale): Promise<Application | null> {
  const keys = await readSealed<TwoKeys>('case');
  return keys && openCase(await portal(), keys.number, keys.code, locale);
}
