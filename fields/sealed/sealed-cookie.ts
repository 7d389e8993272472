import { cookies } from 'next/headers';
import { seal, unseal, UnsealError } from './seal';

const MINUTES = 30;

/** A browser sends each to the pages of one language alone. */
const LANGUAGES = [
  { prefix: '', suffix: '' },
  { prefix: '/en', suffix: '-en' },
] as const;

/**
 * Keeps a citizen's keys for half an hour in their own browser, encrypted: a reload and a change of the
 * language work, the keys stand in no address, no history and no server log.
 *
 * @param path the pages to which the browser sends them, in any language
 */
export async function keepSealed(name: string, path: string, value: unknown): Promise<void> {
  const store = await cookies();
  const sealed = seal(JSON.stringify(value), `cookie:${name}`);
  const bare = path.replace(/^\/en(?=\/)/, '');
  for (const { prefix, suffix } of LANGUAGES) {
    store.set(`${name}${suffix}`, sealed, {
      httpOnly: true,
      sameSite: 'lax',
      secure: (process.env.SITE_URL ?? '').startsWith('https:'),
      path: `${prefix}${bare}`,
      maxAge: MINUTES * 60,
    });
  }
}

/** What was kept; null when nothing was, when it expired or when somebody altered it. */
export async function readSealed<T>(name: string): Promise<T | null> {
  const store = await cookies();
  const sealed = LANGUAGES.map(({ suffix }) => store.get(`${name}${suffix}`)?.value).find(Boolean);
  if (!sealed) return null;
  try {
    return JSON.parse(unseal(sealed, `cookie:${name}`)) as T;
  } catch (error) {
    if (error instanceof UnsealError || error instanceof SyntaxError) return null;
    throw error;
  }
}
