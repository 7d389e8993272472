import { cookies } from 'next/headers';
import { seal, unseal, UnsealError } from './seal';

const MINUTES = 30;

/**
 * Keeps a citizen's keys for half an hour in their own browser, encrypted: a reload works, the
 * keys stand in no address, no history and no server log.
 */
export async function keepSealed(name: string, path: string, value: unknown): Promise<void> {
  const store = await cookies();
  store.set(name, seal(JSON.stringify(value), `cookie:${name}`), {
    httpOnly: true,
    sameSite: 'lax',
    secure: (process.env.SITE_URL ?? '').startsWith('https:'),
    path,
    maxAge: MINUTES * 60,
  });
}

/** What was kept; null when nothing was, when it expired or when somebody altered it. */
export async function readSealed<T>(name: string): Promise<T | null> {
  const sealed = (await cookies()).get(name)?.value;
  if (!sealed) return null;
  try {
    return JSON.parse(unseal(sealed, `cookie:${name}`)) as T;
  } catch (error) {
    if (error instanceof UnsealError || error instanceof SyntaxError) return null;
    throw error;
  }
}
