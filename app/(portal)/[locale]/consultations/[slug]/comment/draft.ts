import { cookies } from 'next/headers';
import {
  draftHash,
  DRAFT_DAYS,
  newDraftKey,
  readKept,
  writeKept,
} from '@/collections/ApplicationDrafts/drafts';
import type { Receipt } from '@/collections/Applications/receive-application';
import { COMMENT_FIELDS, type CommentAnswers } from '@/domain/consultations/parse-comment';
import type { Locale } from '@/i18n/routing';
import { portal } from '@/queries/portal';
import { withoutDraft } from '../../../applications/new/without-draft';

/** How many files a comment takes. */
export const MOST_FILES = 3;

/** Far beyond what is taken, so that somebody who wrote too much loses none of it. */
const MOST_KEPT = 100_000;

/** As access/attempts.ts counts them. */
export const UNPROVEN_A_DAY = 5;

export type CommentDraft = {
  /** Address of the consultation. */
  consultation: string;
  answers: CommentAnswers;
  fileProblems?: string[];
};

export type OpenComment = { key: string; hash: string; draft: CommentDraft };

/** One cookie a language, with the same key: the draft stays when the reader changes the language. */
const NAMES = { 'zh-CN': 'comment', en: 'comment-en' } as const;

/** The pages of one consultation's form, without the language. */
export const commentPath = (slug: string, page?: 'check' | 'receipt'): string =>
  `/consultations/${slug}/comment${page ? `/${page}` : ''}`;

/** What the page after sending shows, kept in the sender's own browser for half an hour. */
export type CommentReceipt = Receipt & { consultation: string };

/** To where a page leads on which there is nothing to go on with. */
export const pathWithoutDraft = (slug: string): Promise<string> =>
  withoutDraft<CommentReceipt>(
    commentPath(slug),
    commentPath(slug, 'receipt'),
    'comment-receipt',
    (receipt) => receipt.consultation === slug,
  );

/** To where a form is posted; it stands in plain HTML, and so with the language. */
export const postTo = (locale: string, slug: string, what: 'save' | 'send' | 'challenge'): string =>
  `${locale === 'en' ? '/en' : ''}${commentPath(slug)}/${what}`;

/** Kept from every page but those of consultations. */
export const cookiePath = '/consultations';

export async function commentKey(): Promise<string | null> {
  const store = await cookies();
  const key = store.get(NAMES['zh-CN'])?.value ?? store.get(NAMES.en)?.value ?? '';
  return /^[\w-]{43}$/.test(key) ? key : null;
}

/** What this browser has written so far about a consultation; null when that is nothing, or is over. */
export async function openComment(slug: string): Promise<OpenComment | null> {
  const key = await commentKey();
  const draft = key && (await readKept<CommentDraft>(await portal(), key));
  if (!key || !draft || draft.consultation !== slug) return null;
  return { key, hash: draftHash(key), draft };
}

export const beginComment = (slug: string): OpenComment => {
  const key = newDraftKey();
  return { key, hash: draftHash(key), draft: { consultation: slug, answers: {} } };
};

export async function keepComment({ key, draft }: OpenComment): Promise<void> {
  const answers = Object.fromEntries(
    COMMENT_FIELDS.flatMap((field) => {
      const answer = draft.answers[field];
      return answer ? [[field, answer.slice(0, MOST_KEPT).toWellFormed()]] : [];
    }),
  );
  await writeKept(await portal(), key, { ...draft, answers });
  await setCookies(key, DRAFT_DAYS * 86_400);
}

export const forgetComment = (): Promise<void> => setCookies('', 0);

async function setCookies(value: string, maxAge: number): Promise<void> {
  const store = await cookies();
  for (const locale of Object.keys(NAMES) as Locale[]) {
    store.set(NAMES[locale], value, {
      httpOnly: true,
      sameSite: 'lax',
      secure: (process.env.SITE_URL ?? '').startsWith('https:'),
      path: locale === 'en' ? `/en${cookiePath}` : cookiePath,
      maxAge,
    });
  }
}
