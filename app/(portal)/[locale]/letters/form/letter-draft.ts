import { cookies } from 'next/headers';
import {
  draftHash,
  DRAFT_DAYS,
  newDraftKey,
  readKept,
  writeKept,
} from '@/collections/ApplicationDrafts/drafts';
import type { LetterPurpose } from '@/domain/letters/codes';
import { routing } from '@/i18n/routing';
import { portal } from '@/queries/portal';
import { withoutDraft } from '../../applications/new/without-draft';
import { forms, type LetterAnswers } from './forms';

export type LetterDraft = {
  answers: LetterAnswers;
  /** When the browser last sent answers, in its own ms. */
  stamp?: number;
  /** The question for which answers that are public already were shown: once for each question. */
  offered?: string;
  /** What was wrong with the files that came last, as sentences. */
  fileProblems?: string[];
};

export type OpenLetterDraft = { key: string; hash: string; draft: LetterDraft };

/** One cookie a language, with the same key, sent to the pages of its form alone. */
const nameOf = (purpose: LetterPurpose, locale: string): string =>
  locale === 'en' ? `${forms[purpose].cookie}-en` : forms[purpose].cookie;

/** The key that this browser holds, whether there still is a draft or not. */
export async function letterDraftKey(purpose: LetterPurpose): Promise<string | null> {
  const store = await cookies();
  const keys = routing.locales.map((locale) => store.get(nameOf(purpose, locale))?.value ?? '');
  return keys.find((key) => /^[\w-]{43}$/.test(key)) ?? null;
}

/** What this browser has filled in so far; null when that is nothing, or is over. */
export async function openLetterDraft(purpose: LetterPurpose): Promise<OpenLetterDraft | null> {
  const key = await letterDraftKey(purpose);
  const draft = key && (await readKept<LetterDraft>(await portal(), key));
  return key && draft ? { key, hash: draftHash(key), draft } : null;
}

export function beginLetterDraft(): OpenLetterDraft {
  const key = newDraftKey();
  return { key, hash: draftHash(key), draft: { answers: {} } };
}

/** To where a page leads on which there is nothing to go on with. */
export const pathWithoutDraft = (purpose: LetterPurpose): Promise<string> =>
  withoutDraft<{ purpose: LetterPurpose }>(
    forms[purpose].path,
    '/letters/receipt',
    'letter-receipt',
    (receipt) => receipt.purpose === purpose,
  );

/** Keeps the answers, and in the browser the key to them. */
export async function keepLetterDraft(
  purpose: LetterPurpose,
  key: string,
  draft: LetterDraft,
): Promise<void> {
  await writeKept(await portal(), key, draft);
  await setCookies(purpose, key, DRAFT_DAYS * 86_400);
}

export const forgetLetterKey = (purpose: LetterPurpose): Promise<void> =>
  setCookies(purpose, '', 0);

async function setCookies(purpose: LetterPurpose, value: string, maxAge: number): Promise<void> {
  const store = await cookies();
  for (const locale of routing.locales) {
    store.set(nameOf(purpose, locale), value, {
      httpOnly: true,
      sameSite: 'lax',
      secure: (process.env.SITE_URL ?? '').startsWith('https:'),
      path: `${locale === 'en' ? '/en' : ''}${forms[purpose].path}`,
      maxAge,
    });
  }
}
