import { Readable } from 'node:stream';
import type { Locale } from '@/i18n/routing';
import type { downloadWords } from '@/queries/download-words';
import { openDataWords } from '@/queries/lists/words';
import { portal } from '@/queries/portal';
import { isSearchError } from '@/search/engine';
import { PressBusyError, PressFailedError } from '@/transfer/export/press';

/** An answer in a sentence, for who asked for a file and gets none. */
export const inWords = (
  text: string,
  status: number,
  headers: Record<string, string> = {},
): Response =>
  new Response(text, {
    status,
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'no-store',
      ...headers,
    },
  });

/** Why a file could not be made; what is no matter of the press is an error of ours and goes on. */
export async function fileFailure(
  error: unknown,
  t: ReturnType<typeof downloadWords>,
): Promise<Response> {
  if (error instanceof PressBusyError) return inWords(t('busy'), 503, { 'Retry-After': '60' });
  if (!(error instanceof PressFailedError)) throw error;
  const payload = await portal();
  payload.logger.error({ err: error, msg: 'a download could not be made' });
  return inWords(t('failed'), 503, { 'Retry-After': '300' });
}

/** For what is made out of a search: `busy` where the search could not answer; any other error goes on. */
export function busyOr(error: unknown): 'busy' {
  if (isSearchError(error, 'SearchBusyError')) return 'busy';
  throw error;
}

const BUSY_SECONDS = 10;

export const searchIsBusy = (locale: Locale): Response =>
  inWords(openDataWords(locale)('lists.busy', { seconds: BUSY_SECONDS }), 503, {
    'Retry-After': String(BUSY_SECONDS),
  });

export const zipResponse = (
  zip: Readable,
  disposition: string,
  headers: Record<string, string> = {},
): Response =>
  new Response(Readable.toWeb(zip) as ReadableStream, {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': disposition,
      'Cache-Control': 'no-store',
      ...headers,
    },
  });
