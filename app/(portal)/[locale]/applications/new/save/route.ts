import { hasLocale } from 'next-intl';
import { minutesToWait } from '@/access/attempts';
import { formatDate } from '@/components/DateText/format-date';
import type { DocumentItem } from '@/components/DocumentList/DocumentList';
import { removeDraft, writeDraft, type Draft } from '@/collections/ApplicationDrafts/drafts';
import { removeFile } from '@/collections/ApplicationDrafts/draft-files';
import { applicationFields } from '@/domain/applications/parse';
import {
  errorsOf,
  isFormStep,
  nextStep,
  type Answers,
  type FormStep,
} from '@/domain/applications/steps';
import { dayOf } from '@/domain/workdays/days';
import { readSealed } from '@/fields/sealed/sealed-cookie';
import { routing, type Locale } from '@/i18n/routing';
import { alreadyPublic, wishOf } from '@/queries/already-public';
import { documentItem } from '@/queries/document-items';
import { portal } from '@/queries/portal';
import { inWords } from '../../../download-answers';
import { seeOther, stepPath } from '../addresses';
import {
  beginDraft,
  draftKey,
  forgetKey,
  keepKey,
  openDraft,
  pathWithoutDraft,
} from '../draft-cookie';
import { formWords } from '../form-words';
import { isOwn, receiveForm, type Received } from '../received-form';
import type { Suggested } from '../Suggestions';
import { takeFiles } from '../take-files';

type Context = { params: Promise<{ locale: string }> };

/**
 * Keeps what one page of the form holds, and says where to go on. Each button of a page is one `do`:
 * `next`, `upload`, `remove:…`, `discard`, `found`; the page's script sends `keep` while somebody types.
 *
 * A plain form posted to an address of its own: it works without script and after a new version was
 * deployed, takes files, and needs no more of the browser than the first browsers had.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return new Response(null, { status: 404 });
  const t = formWords(locale);
  if (!isOwn(request)) return inWords(t('notices.foreign'), 403);
  const received = await receiveForm(request);
  if (!received) return inWords(t('notices.unreadable'), 400);
  const action = String(received.form.get('do') ?? 'next');
  if (action === 'discard' || action === 'found') return leave(action, locale);
  return action === 'keep' ? keep(received, locale) : goOn(action, received, locale);
}

/** Nothing of the draft stays behind. */
async function leave(action: 'discard' | 'found', locale: Locale): Promise<Response> {
  const key = await draftKey();
  if (key) await removeDraft(await portal(), key);
  await forgetKey();
  return seeOther(
    locale,
    action === 'found' ? '/applications/new/found' : '/applications/new?cleared=1',
  );
}

/**
 * While somebody types. Never begins a draft in place of one that was sent or cleared a moment ago, which a
 * page behind the first in another tab may still show: what comes late for that is dropped.
 */
async function keep({ form }: Received, locale: Locale): Promise<Response> {
  const open = await openDraft();
  if (!open && (form.get('step') !== 'who' || (await draftKey()))) {
    return new Response(null, { status: 410 });
  }
  if (!open && (await minutesToWait('draft')) !== null) return new Response(null, { status: 429 });
  const { key, draft } = open ?? beginDraft();
  const stamp = stampOf(form);
  if (draft.stamp !== undefined && stamp !== undefined && stamp <= draft.stamp) {
    return Response.json({ kept: true });
  }
  const next: Draft = { ...draft, answers: merged(draft.answers, form), stamp };
  const found = form.get('step') === 'what' ? await alreadyPublic(next.answers, locale) : [];
  if (found.length > 0) next.offered = wishOf(next.answers);
  await writeDraft(await portal(), key, next);
  await keepKey(key);
  const documents = found.map(({ record }) => suggestedOf(documentItem(record, locale), locale));
  return Response.json({ kept: true, documents }, { headers: { 'Cache-Control': 'no-store' } });
}

const suggestedOf = (
  { href, title, lang, number, date }: DocumentItem,
  locale: Locale,
): Suggested => ({
  href: `${locale === 'en' ? '/en' : ''}${href}`,
  title: String(title),
  lang,
  facts: [number, date && formatDate(date, locale)].filter(Boolean).join(' · '),
});

/** A button was pressed: what was entered is kept whatever comes of it. */
async function goOn(action: string, received: Received, locale: Locale): Promise<Response> {
  const { form, isTooLarge } = received;
  const payload = await portal();
  const named = form.get('step');
  const step: FormStep = isFormStep(named) ? named : 'who';
  let open = await openDraft();
  const isLate = !open && step !== 'who';
  if (isLate && (await readSealed('receipt'))) return seeOther(locale, await pathWithoutDraft());
  if (!open) {
    const minutes = await minutesToWait('draft');
    if (minutes !== null) return seeOther(locale, `/applications/new?wait=${minutes}`);
    open = beginDraft();
  }
  const { key, hash, draft } = open;
  const next: Draft = {
    ...draft,
    answers: merged(draft.answers, form),
    stamp: stampOf(form) ?? draft.stamp,
    fileProblems: [],
  };
  await writeDraft(payload, key, next);
  await keepKey(key);
  // Over, or cleared in another tab: what this page held is kept, and the rest is asked again.
  if (isLate) return seeOther(locale, '/applications/new?lost=1');

  if (action.startsWith('remove:')) {
    await removeFile(payload, hash, action.slice('remove:'.length));
    return seeOther(locale, `${stepPath(step)}?${fromOf(form)}#files`);
  }
  const fileProblems = await takeFiles(payload, hash, received, locale, action === 'upload');
  if (fileProblems.length > 0) await writeDraft(payload, key, { ...next, fileProblems });
  if (fileProblems.length > 0 || action === 'upload' || isTooLarge) {
    return seeOther(locale, `${stepPath(step)}?files=1&${fromOf(form)}`);
  }

  if (errorsOf(step, next.answers, dayOf(new Date())).length > 0) {
    return seeOther(locale, `${stepPath(step)}?errors=1&${fromOf(form)}`);
  }
  const wish = wishOf(next.answers);
  if (step === 'what' && next.offered !== wish) {
    const found = await alreadyPublic(next.answers, locale);
    if (found.length > 0) {
      await writeDraft(payload, key, { ...next, offered: wish });
      return seeOther(locale, `${stepPath(step)}?found=1&${fromOf(form)}`);
    }
  }
  // Another kind of applicant answers other questions: those come first, whatever led here.
  const isBack = form.get('from') === 'check' && step !== 'who';
  return seeOther(locale, stepPath(isBack ? 'check' : nextStep(step)));
}

/** The answers with those of the page; what the page does not ask stays. */
function merged(answers: Answers, form: FormData): Answers {
  const given = applicationFields.flatMap((field) => {
    const answer = form.get(field);
    return typeof answer === 'string' ? [[field, answer]] : [];
  });
  return { ...answers, ...(Object.fromEntries(given) as Answers) };
}

const fromOf = (form: FormData): string => (form.get('from') === 'check' ? 'from=check' : '');

function stampOf(form: FormData): number | undefined {
  const stamp = Number(form.get('stamp'));
  return Number.isSafeInteger(stamp) && stamp > 0 ? stamp : undefined;
}
