import { hasLocale } from 'next-intl';
import type { Payload } from 'payload';
import { minutesToWait } from '@/access/attempts';
import { challengeFor, isSolved } from '@/access/challenge';
import { closeDraft } from '@/collections/ApplicationDrafts/drafts';
import type { Receipt } from '@/collections/Applications/receive-application';
import {
  fileLetter,
  LetterAgencyUnknownError,
  letterReceiptOf,
} from '@/collections/Letters/file-letter';
import { sharedWork } from '@/collections/shared-work';
import type { LetterPurpose } from '@/domain/letters/codes';
import { dayOf } from '@/domain/workdays/days';
import { keepSealed } from '@/fields/sealed/sealed-cookie';
import { routing, type Locale } from '@/i18n/routing';
import { portal } from '@/queries/portal';
import { inWords } from '../../download-answers';
import { seeOther } from '../../applications/new/addresses';
import { formWords } from '../../applications/new/form-words';
import { isOwn, receiveForm } from '../../applications/new/received-form';
import { forms, parseForm } from './forms';
import {
  forgetLetterKey,
  keepLetterDraft,
  letterDraftKey,
  openLetterDraft,
  type OpenLetterDraft,
  pathWithoutDraft,
} from './letter-draft';

type Context = { params: Promise<{ locale: string }> };

/** What the page after sending shows, kept in the writer's own browser for half an hour. */
export type LetterReceipt = Receipt & { purpose: LetterPurpose };

/** Files the draft: once, however often it is sent, with the same receipt. */
export const sendForm =
  (purpose: LetterPurpose) =>
  async (request: Request, { params }: Context): Promise<Response> => {
    const { locale } = await params;
    if (!hasLocale(routing.locales, locale)) return new Response(null, { status: 404 });
    const t = formWords(locale);
    if (!isOwn(request)) return inWords(t('notices.foreign'), 403);
    const received = await receiveForm(request);
    if (!received) return inWords(t('notices.unreadable'), 400);
    const payload = await portal();
    const key = await letterDraftKey(purpose);
    const earlier = key && (await letterReceiptOf(payload, key));
    if (key && earlier) return done(payload, purpose, key, earlier, locale);
    const open = await openLetterDraft(purpose);
    if (!open) return seeOther(locale, await pathWithoutDraft(purpose));
    try {
      const solution = received.form.get('altcha');
      const outcome = await once(open.key, () => send(payload, purpose, open, solution, locale));
      return 'path' in outcome
        ? seeOther(locale, outcome.path)
        : await done(payload, purpose, open.key, outcome.receipt, locale);
    } catch (error) {
      // Its message may quote what was written to the database: only its kind is logged.
      const kind = error instanceof Error ? error.name : typeof error;
      payload.logger.error({ msg: `a ${purpose} could not be filed`, kind });
      return seeOther(locale, `${forms[purpose].path}/check?problem=notFiled`);
    }
  };

/** A challenge for the draft of this browser, fetched by the page that sends it. */
export const giveChallenge = (purpose: LetterPurpose) => async (): Promise<Response> => {
  const open = await openLetterDraft(purpose);
  if (!open) return new Response(null, { status: 404 });
  return Response.json(await challengeFor(open.hash), { headers: { 'Cache-Control': 'no-store' } });
};

/** What came of sending: a receipt, or the page that says what has to be done first. */
type Outcome = { receipt: Receipt } | { path: string };

/**
 * The second of two clicks gets what came of the first, and is not counted as another attempt. Where it
 * reaches another web process it is, and the database refuses the second row.
 */
const once = sharedWork<Outcome>();

async function send(
  payload: Payload,
  purpose: LetterPurpose,
  { key, hash, draft }: OpenLetterDraft,
  solution: unknown,
  language: Locale,
): Promise<Outcome> {
  const { path } = forms[purpose];
  const parsed = parseForm(purpose, draft.answers, dayOf(new Date()));
  if (!parsed.ok) return { path: `${path}?errors=1` };
  const kind = (await isSolved(solution, hash)) ? 'letter' : 'unprovenLetter';
  const minutes = await minutesToWait(kind);
  if (minutes !== null) {
    const problem = kind === 'letter' ? 'wait' : 'unproven';
    return { path: `${path}/check?problem=${problem}&minutes=${minutes}` };
  }
  try {
    return { receipt: await fileLetter(payload, parsed.value, { draftKey: key, language }) };
  } catch (error) {
    if (!(error instanceof LetterAgencyUnknownError)) throw error;
    const answers = { ...draft.answers, agency: '' };
    await keepLetterDraft(purpose, key, { ...draft, answers });
    return { path: `${path}?problem=agency` };
  }
}

async function done(
  payload: Payload,
  purpose: LetterPurpose,
  key: string,
  receipt: Receipt,
  locale: Locale,
): Promise<Response> {
  await closeDraft(payload, key);
  await forgetLetterKey(purpose);
  const shown: LetterReceipt = { ...receipt, purpose };
  await keepSealed('letter-receipt', locale === 'en' ? '/en/letters' : '/letters', shown);
  return seeOther(locale, '/letters/receipt');
}
