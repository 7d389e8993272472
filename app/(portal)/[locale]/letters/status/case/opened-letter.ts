import type { TwoKeys } from '@/access/two-keys';
import { openLetter, type WriterLetter } from '@/collections/Letters/writer-letter';
import { readSealed } from '@/fields/sealed/sealed-cookie';
import type { Locale } from '@/i18n/routing';
import { portal } from '@/queries/portal';

/** The letter whose two keys this browser holds for half an hour; null when it holds none. */
export async function openedLetter(locale: Locale): Promise<WriterLetter | null> {
  const keys = await readSealed<TwoKeys>('letter');
  return keys && openLetter(await portal(), keys.number, keys.code, locale);
}
