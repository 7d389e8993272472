import { hasLocale } from 'next-intl';
import { minutesToWait } from '@/access/attempts';
import { removeFile } from '@/collections/ApplicationDrafts/draft-files';
import { removeDraft } from '@/collections/ApplicationDrafts/drafts';
import type { LetterPurpose } from '@/domain/letters/codes';
import { dayOf } from '@/domain/workdays/days';
import { routing, type Locale } from '@/i18n/routing';
import { alreadyAnswered, questionOf } from '@/queries/already-answered';
import { portal } from '@/queries/portal';
import { inWords } from '../../download-answers';
import { seeOther } from '../../applications/new/addresses';
import { formWords } from '../../applications/new/form-words';
import { isOwn, receiveForm, type Received } from '../../applications/new/received-form';
import { takeFiles } from '../../applications/new/take-files';
import { errorsIn, forms, limitsOf, merged } from './forms';
import {
  beginLetterDraft,
  forgetLetterKey,
  keepLetterDraft,
  letterDraftKey,
  openLetterDraft,
  type LetterDraft,
} from './letter-draft';

type Context = { params: Promise<{ locale: string }> };

/**
 * Keeps what the page of a form holds, and says where to go on, as the application form does: each button
 * is one `do` (`next`, `upload`, `remove:…`, `discard`, `found`), the script sends `keep`.
 */
export const saveForm =
  (purpose: LetterPurpose) =>
  async (request: Request, { params }: Context): Promise<Response> => {
    const { locale } = await params;
    if (!hasLocale(routing.locales, locale)) return new Response(null, { status: 404 });
    const t = formWords(locale);
    if (!isOwn(request)) return inWords(t('notices.foreign'), 403);
    const received = await receiveForm(request);
    if (!received) return inWords(t('notices.unreadable'), 400);
    const action = String(received.form.get('do') ?? 'next');
    if (action === 'discard' || action === 'found') return leave(purpose, action, locale);
    return action === 'keep'
      ? keep(purpose, received, locale)
      : goOn(purpose, action, received, locale);
  };

/** Nothing of the draft stays behind. */
async function leave(
  purpose: LetterPurpose,
  action: 'discard' | 'found',
  locale: Locale,
): Promise<Response> {
  const key = await letterDraftKey(purpose);
  if (key) await removeDraft(await portal(), key);
  await forgetLetterKey(purpose);
  return seeOther(locale, `${forms[purpose].path}?${action}=1`);
}

/** While somebody types. What comes late for a draft that was sent or cleared is dropped. */
async function keep(purpose: LetterPurpose, { form }: Received, locale: Locale): Promise<Response> {
  const open = await openLetterDraft(purpose);
  if (!open && (await letterDraftKey(purpose))) return new Response(null, { status: 410 });
  if (!open && (await minutesToWait('draft')) !== null) return new Response(null, { status: 429 });
  const { key, draft } = open ?? beginLetterDraft();
  const stamp = stampOf(form);
  if (draft.stamp !== undefined && stamp !== undefined && stamp <= draft.stamp) {
    return Response.json({ kept: true });
  }
  const next: LetterDraft = { ...draft, answers: merged(purpose, draft.answers, form), stamp };
  const found = purpose === 'letter' ? await alreadyAnswered(next.answers, locale) : [];
  if (found.length > 0) next.offered = questionOf(next.answers);
  await keepLetterDraft(purpose, key, next);
  const documents = found.map(({ href, ...rest }) => ({
    ...rest,
    href: `${locale === 'en' ? '/en' : ''}${href}`,
  }));
  return Response.json({ kept: true, documents }, { headers: { 'Cache-Control': 'no-store' } });
}

/** A button was pressed: what was entered is kept whatever comes of it. */
async function goOn(
  purpose: LetterPurpose,
  action: string,
  received: Received,
  locale: Locale,
): Promise<Response> {
  const { path } = forms[purpose];
  const payload = await portal();
  let open = await openLetterDraft(purpose);
  if (!open) {
    const minutes = await minutesToWait('draft');
    if (minutes !== null) return seeOther(locale, `${path}?wait=${minutes}`);
    open = beginLetterDraft();
  }
  const { key, hash, draft } = open;
  const next: LetterDraft = {
    ...draft,
    answers: merged(purpose, draft.answers, received.form),
    stamp: stampOf(received.form) ?? draft.stamp,
    fileProblems: [],
  };
  await keepLetterDraft(purpose, key, next);

  if (action.startsWith('remove:')) {
    await removeFile(payload, hash, action.slice('remove:'.length));
    return seeOther(locale, `${path}?kept=1#files`);
  }
  const limits = limitsOf(purpose);
  const isAsked = action === 'upload';
  const fileProblems =
    limits.files > 0 ? await takeFiles(payload, hash, received, locale, isAsked, limits) : [];
  if (fileProblems.length > 0) await keepLetterDraft(purpose, key, { ...next, fileProblems });
  if (fileProblems.length > 0 || isAsked || received.isTooLarge) {
    return seeOther(locale, `${path}?files=1#files`);
  }

  if (errorsIn(purpose, next.answers, dayOf(new Date())).length > 0) {
    return seeOther(locale, `${path}?errors=1`);
  }
  const question = questionOf(next.answers);
  if (purpose === 'letter' && next.offered !== question) {
    const found = await alreadyAnswered(next.answers, locale);
    if (found.length > 0) {
      await keepLetterDraft(purpose, key, { ...next, offered: question });
      return seeOther(locale, `${path}?answered=1`);
    }
  }
  return seeOther(locale, `${path}/check`);
}

function stampOf(form: FormData): number | undefined {
  const stamp = Number(form.get('stamp'));
  return Number.isSafeInteger(stamp) && stamp > 0 ? stamp : undefined;
}
