import { hasLocale } from 'next-intl';
import type { Payload } from 'payload';
import { minutesToWait } from '@/access/attempts';
import { isSolved } from '@/access/challenge';
import { writeDraft } from '@/collections/ApplicationDrafts/drafts';
import {
  AgencyUnknownError,
  countOpenCases,
  receiptOf,
  receiveApplication,
  type Receipt,
} from '@/collections/Applications/receive-application';
import { registerSoon } from '@/collections/Applications/register-received';
import { sharedWork } from '@/collections/shared-work';
import { mayFile } from '@/domain/applications/limits';
import { parseApplication } from '@/domain/applications/parse';
import { asked, firstUnfinished } from '@/domain/applications/steps';
import { dayOf } from '@/domain/workdays/days';
import { keepSealed } from '@/fields/sealed/sealed-cookie';
import { routing, type Locale } from '@/i18n/routing';
import { portal } from '@/queries/portal';
import { inWords } from '../../../download-answers';
import { seeOther, stepPath } from '../addresses';
import {
  draftKey,
  forgetKey,
  openDraft,
  pathsOf,
  pathWithoutDraft,
  type OpenDraft,
} from '../draft-cookie';
import { formWords } from '../form-words';
import { isOwn, receiveForm } from '../received-form';

type Context = { params: Promise<{ locale: string }> };

/** Receives the draft as an application: once, however often it is sent, with the same receipt. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return new Response(null, { status: 404 });
  const t = formWords(locale);
  if (!isOwn(request)) return inWords(t('notices.foreign'), 403);
  const received = await receiveForm(request);
  if (!received) return inWords(t('notices.unreadable'), 400);
  const payload = await portal();
  const open = await openDraft();
  if (!open) {
    const key = await draftKey();
    const earlier = key && (await receiptOf(payload, key));
    return earlier ? done(earlier, locale) : seeOther(locale, await pathWithoutDraft());
  }
  try {
    const solution = received.form.get('altcha');
    const outcome = await once(open.key, () => send(payload, open, solution, locale));
    return 'path' in outcome ? seeOther(locale, outcome.path) : await done(outcome.receipt, locale);
  } catch (error) {
    // Its message may quote what was written to the database: only its kind is logged.
    const kind = error instanceof Error ? error.name : typeof error;
    payload.logger.error({ msg: 'an application could not be filed', kind });
    // What failed may have come after it was stored; where not even that can be read, the reader is told to try again.
    const stored = await receiptOf(payload, open.key).catch(() => null);
    if (!stored) return seeOther(locale, problem('notFiled'));
    registerSoon(payload, open.hash, stored.queryCode);
    return done(stored, locale);
  }
}

/** What came of sending: a receipt, or the page that says what has to be done first. */
type Outcome = { receipt: Receipt } | { path: string };

/**
 * The second of two clicks gets what came of the first, and is not counted as another attempt. Where it
 * reaches another web process it is, and the database refuses the second row.
 */
const once = sharedWork<Outcome>();

async function send(
  payload: Payload,
  { key, hash, draft }: OpenDraft,
  solution: unknown,
  locale: Locale,
): Promise<Outcome> {
  const answers = asked(draft.answers);
  const today = dayOf(new Date());
  const parsed = parseApplication(answers, today);
  if (!parsed.ok) {
    const step = firstUnfinished(answers, today) ?? 'who';
    return { path: `${stepPath(step)}?errors=1&from=check` };
  }
  if (!mayFile(await countOpenCases(payload, parsed.value)).ok) {
    // One of them may be this very application, which the other of two clicks sent through another process.
    const receipt = await receiptOf(payload, key);
    return receipt ? { receipt } : { path: problem('open') };
  }
  const kind = (await isSolved(solution, hash)) ? 'application' : 'unproven';
  const minutes = await minutesToWait(kind);
  if (minutes !== null) {
    const what = kind === 'unproven' ? 'unproven' : 'wait';
    return { path: problem(what, `&minutes=${minutes}`) };
  }
  try {
    const filing = { draftKey: key, letter: draft.letter, language: locale };
    const receipt = await receiveApplication(payload, parsed.value, filing);
    registerSoon(payload, hash, receipt.queryCode);
    return { receipt };
  } catch (error) {
    if (!(error instanceof AgencyUnknownError)) throw error;
    await writeDraft(payload, key, { ...draft, answers: { ...draft.answers, agency: '' } });
    return { path: `${stepPath('what')}?errors=1&from=check` };
  }
}

async function done(receipt: Receipt, locale: Locale): Promise<Response> {
  await forgetKey();
  await keepSealed('receipt', pathsOf(locale), receipt);
  return seeOther(locale, '/applications/receipt');
}

const problem = (what: string, more = ''): string => `${stepPath('check')}?problem=${what}${more}`;
