import { casePath } from './case-path';

/** For one reader: no cache on the way keeps it, and no other page shows it. */
export const PRIVATE = {
  'Cache-Control': 'private, no-store',
  'X-Robots-Tag': 'noindex',
} as const;

/** Whoever has no open case, or no longer, is asked for its keys. */
export const askForKeys = (locale: string): Response =>
  new Response(null, {
    status: 303,
    headers: { ...PRIVATE, Location: casePath(locale).replace(/\/case$/, '') },
  });

export const inPrivateWords = (words: string, status: number): Response =>
  new Response(words, {
    status,
    headers: { ...PRIVATE, 'Content-Type': 'text/plain; charset=utf-8' },
  });
