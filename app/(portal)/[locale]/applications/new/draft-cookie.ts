import { cookies } from 'next/headers';
import {
  draftHash,
  DRAFT_DAYS,
  newDraftKey,
  readDraft,
  type Draft,
} from '@/collections/ApplicationDrafts/drafts';
import type { Locale } from '@/i18n/routing';
import { portal } from '@/queries/portal';
import { withoutDraft } from './without-draft';

/** Kept from every page but those of applications, which have two addresses, one a language. */
export const pathsOf = (locale: string): string =>
  locale === 'en' ? '/en/applications' : '/applications';

/** One cookie a language, with the same key: the draft stays when the reader changes the language. */
const NAMES = { 'zh-CN': 'draft', en: 'draft-en' } as const;

/** The key that this browser holds, whether there still is a draft or not. */
export async function draftKey(): Promise<string | null> {
  const store = await cookies();
  const key = store.get(NAMES['zh-CN'])?.value ?? store.get(NAMES.en)?.value ?? '';
  return /^[\w-]{43}$/.test(key) ? key : null;
}

export type OpenDraft = { key: string; hash: string; draft: Draft };

/** What this browser has filled in so far; null when that is nothing, or is over. */
export async function openDraft(): Promise<OpenDraft | null> {
  const key = await draftKey();
  const draft = key && (await readDraft(await portal(), key));
  return key && draft ? { key, hash: draftHash(key), draft } : null;
}

/** To where a page leads on which there is nothing to go on with. */
export const pathWithoutDraft = (): Promise<string> =>
  withoutDraft('/applications/new', '/applications/receipt', 'receipt');

export const beginDraft = (): OpenDraft => {
  const key = newDraftKey();
  return { key, hash: draftHash(key), draft: { answers: {} } };
};

export async function keepKey(key: string): Promise<void> {
  await setCookies(key, DRAFT_DAYS * 86_400);
}

export async function forgetKey(): Promise<void> {
  await setCookies('', 0);
}

async function setCookies(value: string, maxAge: number): Promise<void> {
  const store = await cookies();
  for (const locale of Object.keys(NAMES) as Locale[]) {
    store.set(NAMES[locale], value, {
      httpOnly: true,
      sameSite: 'lax',
      secure: (process.env.SITE_URL ?? '').startsWith('https:'),
      path: pathsOf(locale),
      maxAge,
    });
  }
}
