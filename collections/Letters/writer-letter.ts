import { createLocalReq, getLocalI18n, type Payload, type PayloadRequest } from 'payload';
import { statusOf } from '@/access/thrown';
import { newDraftKey, writeDraft } from '@/collections/ApplicationDrafts/drafts';
import { workCalendar } from '@/collections/HolidayNotices/work-calendar';
import { parseQueryCode } from '@/domain/applications/query-code';
import { isLetterActionOpen, type RedirectChannel } from '@/domain/letters/actions';
import { letterClock } from '@/domain/letters/clock';
import { explainDue } from '@/domain/letters/explain';
import type { LetterStep } from '@/domain/letters/history';
import { parseLetterReceipt } from '@/domain/letters/receipt';
import { dayOf, type Day } from '@/domain/workdays/days';
import { unsealed } from '@/fields/sealed/seal';
import { isSecret } from '@/fields/sealed/secret';
import { messages } from '@/messages';
import type { Agency, Application, Letter } from '@/payload-types';
import { performOnLetter } from './act-letter';
import { LETTER_CODE } from './file-letter';
import { daysOf } from './record-letter';
import { letterFacts, letterHistory, responseLimits, storedLetter } from './stored-letter';

/** What a writer can do; what each is called is the page's business. */
export const writerDeeds = ['withdraw', 'to-application', 'rate', 'ask-deletion'] as const;
export type WriterDeed = (typeof writerDeeds)[number];

/** What the writer of a letter may see of it. */
export type WriterLetter = {
  id: Letter['id'];
  revision: number;
  receiptNumber: string;
  purpose: Letter['purpose'];
  kind: Letter['kind'];
  title: string;
  body: string;
  page: Letter['page'] | null;
  status: Letter['status'];
  agency: { name: string; slug: string; phone: string | null } | null;
  receivedOn: Day;
  dueOn: Day | null;
  closedOn: Day | null;
  /** Why it is due on that day, as sentences; null once it is closed. */
  why: string | null;
  /** What was done that concerns the writer, the oldest first. */
  steps: (Pick<LetterStep, 'action' | 'status' | 'on'> & { agency: string | null })[];
  reply: { text: string; on: Day | null } | null;
  /** Where else to turn, with the office's words. */
  redirect: { channel: RedirectChannel; text: string } | null;
  /** Why it was not taken, as a sentence. */
  discarded: string | null;
  rating: { score: number; comment: string | null } | null;
  application: { receiptNumber: string | null } | null;
  deeds: WriterDeed[];
  isDeletionAsked: boolean;
  isErased: boolean;
};

/**
 * The letter that a receipt number and a query code open together, or null. The work is the same whether
 * there is no such number or the code is another one. The page that asks counts the tries (access/attempts).
 */
export async function openLetter(
  payload: Payload,
  number: string,
  code: string,
  locale: 'zh-CN' | 'en' = 'zh-CN',
): Promise<WriterLetter | null> {
  const stored = await payload.db.findOne<Pick<Letter, 'id' | 'queryHash'>>({
    collection: 'letters',
    where: { receiptNumber: { equals: parseLetterReceipt(number)?.number ?? '-' } },
    select: { queryHash: true },
  });
  const isRight = isSecret(parseQueryCode(code) ?? '', stored?.queryHash, LETTER_CODE);
  if (!isRight || !stored) return null;
  const letter = await payload.db.findOne<Letter>({
    collection: 'letters',
    where: { id: { equals: stored.id } },
  });
  return letter && viewOf(payload, letter, locale);
}

/** Why a deed was not done; the sentences are the page's. */
export type WriterProblem = 'stale' | 'notNow' | 'needs' | 'textTooLong';
export type WriterResult = { ok: true; draftKey?: string } | { ok: false; problem: WriterProblem };

export const MOST_RATING_TEXT = 2000;

/**
 * Does what the writer asks for on the page of the letter that openLetter opened. `to-application` begins an
 * application with what the letter says and gives the key of its draft, for the cookie of the form; the
 * letter is closed when that is filed (linkApplication).
 */
export async function actAsWriter(
  payload: Payload,
  id: Letter['id'],
  deed: WriterDeed,
  given: { revision: number; score?: number | null; text?: string },
  locale: 'zh-CN' | 'en' = 'zh-CN',
): Promise<WriterResult> {
  if ([...(given.text ?? '').trim()].length > MOST_RATING_TEXT) {
    return { ok: false, problem: 'textTooLong' };
  }
  const i18n = await getLocalI18n({
    config: payload.config,
    language: locale === 'en' ? 'en' : 'zh',
  });
  const req = await createLocalReq({ req: { i18n } }, payload);
  const seen = await storedLetter(req, id);
  if (!deedsOf(seen).includes(deed)) {
    return isDone(seen, deed, given) ? { ok: true } : { ok: false, problem: 'notNow' };
  }
  if (deed === 'rate' && !given.score) return { ok: false, problem: 'needs' };
  if (deed === 'to-application') return { ok: true, draftKey: await beginApplication(req, seen) };
  try {
    await performOnLetter(
      req,
      id,
      deed,
      { revision: given.revision, score: given.score ?? '', text: given.text ?? '' },
      ['writer'],
      null,
    );
    return { ok: true };
  } catch (error) {
    if (statusOf(error) === null) throw error;
    const now = await storedLetter(req, id);
    if (isDone(now, deed, given)) return { ok: true };
    return { ok: false, problem: deedsOf(now).includes(deed) ? 'stale' : 'notNow' };
  }
}

/** The writer's application was filed: the letter it came from is closed and says so. */
export async function linkApplication(
  payload: Payload,
  letter: string,
  application: Application['id'],
): Promise<void> {
  const req = await createLocalReq({}, payload);
  const id = payload.db.defaultIDType === 'number' ? Number(letter) : letter;
  try {
    await performOnLetter(req, id as Letter['id'], 'became-application', {}, ['writer'], null, {
      more: { application: application as number },
    });
  } catch (error) {
    // Closed or changed meanwhile: the application stands for itself.
    if (statusOf(error) === null) throw error;
    payload.logger.warn(`letter ${letter} was not linked to its application`);
  }
}

/** The same sent twice, by a double click or a broken line: the first was done. */
const isDone = (now: Letter, deed: WriterDeed, { score }: { score?: number | null }): boolean =>
  deed === 'rate'
    ? Boolean(score) && now.rating?.score === score
    : deed === 'ask-deletion'
      ? Boolean(now.deletionAskedOn)
      : deed === 'withdraw' && now.status === 'withdrawn';

function deedsOf(letter: Letter): WriterDeed[] {
  const facts = letterFacts(letter);
  const isOpen = (action: Parameters<typeof isLetterActionOpen>[0]) =>
    isLetterActionOpen(action, facts, 'writer');
  return writerDeeds.filter((deed) => {
    switch (deed) {
      case 'to-application':
        // Also out of a letter that was pointed there: §39 the other way.
        return (
          !letter.erasedOn &&
          !letter.application &&
          (isOpen('became-application') || redirectOf(letter)?.channel === 'application')
        );
      case 'rate':
        return isOpen('rate') && !facts.isRated && !letter.erasedOn;
      case 'ask-deletion':
        return isOpen('ask-deletion') && !facts.isDeletionAsked;
      default:
        return isOpen(deed);
    }
  });
}

/** The form of an application, filled with what the letter says; what it does not say is asked there. */
async function beginApplication(req: PayloadRequest, letter: Letter): Promise<string> {
  const { payload } = req;
  const key = newDraftKey();
  const agency = await agencyOf(payload, letter, 'zh-CN');
  const plain = (field: 'name' | 'phone' | 'email') => unsealed(letter[field], field) ?? '';
  await writeDraft(payload, key, {
    answers: {
      applicantKind: 'natural',
      name: plain('name'),
      phone: plain('phone'),
      email: plain('email'),
      ...(agency && { agency: agency.slug }),
      informationTitle: letter.title,
      description: [...(unsealed(letter.body, 'body') ?? '')].slice(0, 2000).join(''),
    },
    letter: String(letter.id),
  });
  return key;
}

const WRITER_STEPS: readonly LetterStep['action'][] = [
  'register',
  'route',
  'reroute',
  'issue',
  'close',
  'redirect',
  'discard',
  'became-application',
  'withdraw',
];

function redirectOf(letter: Letter): WriterLetter['redirect'] {
  const step = letterHistory(letter).findLast(({ action }) => action === 'redirect');
  return step ? { channel: step.reason as RedirectChannel, text: step.told ?? '' } : null;
}

async function viewOf(
  payload: Payload,
  letter: Letter,
  locale: 'zh-CN' | 'en',
): Promise<WriterLetter> {
  const history = letterHistory(letter);
  const discard = history.findLast(({ action }) => action === 'discard');
  const { discards } = messages[locale].lettersOffice;
  const isAnswered = letter.status === 'answered' && letter.reply?.repliedOn;
  const application = letter.application
    ? await payload.db.findOne<Application>({
        collection: 'applications',
        where: {
          id: {
            equals:
              typeof letter.application === 'object' ? letter.application.id : letter.application,
          },
        },
        select: { receiptNumber: true },
      })
    : null;
  return {
    id: letter.id,
    revision: letter.revision ?? 0,
    receiptNumber: letter.receiptNumber ?? '',
    purpose: letter.purpose,
    kind: letter.kind,
    title: letter.title,
    body: unsealed(letter.body, 'body') ?? '',
    page: letter.purpose === 'letter' ? null : (letter.page ?? null),
    status: letter.status === 'drafted' ? 'routed' : letter.status,
    agency: await agencyOf(payload, letter, locale),
    receivedOn: dayOf(letter.receivedOn!),
    dueOn: letter.dueOn ? dayOf(letter.dueOn) : null,
    closedOn: letter.closedOn ? dayOf(letter.closedOn) : null,
    why: letter.closedOn ? null : await whyDue(payload, letter, locale),
    steps: history
      .filter(({ action }) => WRITER_STEPS.includes(action))
      .map(({ action, status, on, agency }) => ({ action, status, on, agency: agency ?? null })),
    reply:
      isAnswered && letter.reply?.text
        ? { text: letter.reply.text, on: dayOf(letter.reply.repliedOn!) }
        : null,
    redirect: redirectOf(letter),
    discarded: discard
      ? [discards[discard.reason as keyof typeof discards], discard.told].filter(Boolean).join('：')
      : null,
    rating: letter.rating?.score
      ? {
          score: letter.rating.score,
          comment: unsealed(letter.rating.comment, 'comment'),
        }
      : null,
    application: application && { receiptNumber: application.receiptNumber ?? null },
    deeds: deedsOf(letter),
    isDeletionAsked: Boolean(letter.deletionAskedOn),
    isErased: Boolean(letter.erasedOn),
  };
}

/** The due day of a letter in words, by the calendar of now. */
export async function whyDue(
  payload: Payload,
  letter: Letter,
  locale: 'zh-CN' | 'en',
): Promise<string | null> {
  const days = daysOf(letter);
  if (days === null || !letter.receivedOn) return null;
  const { routingDays } = await responseLimits(payload);
  const clock = letterClock(
    dayOf(letter.receivedOn),
    { days, routingDays },
    await workCalendar({ payload }),
  );
  const { purpose } = letter;
  const complexity = letter.complexity ?? 'other';
  return explainDue(
    clock,
    { purpose, complexity },
    { due: messages[locale].lettersOffice.due, clock: messages[locale].clock },
    locale === 'en' ? ', ' : '、',
  );
}

async function agencyOf(
  payload: Payload,
  { agency }: Letter,
  locale: 'zh-CN' | 'en',
): Promise<WriterLetter['agency']> {
  if (!agency) return null;
  const { docs } = await payload.find({
    collection: 'agencies',
    where: { id: { equals: typeof agency === 'object' ? agency.id : agency } },
    limit: 1,
    pagination: false,
    depth: 0,
    locale,
    select: { name: true, slug: true, phone: true },
  });
  const found = docs[0] as Pick<Agency, 'name' | 'slug' | 'phone'> | undefined;
  return found ? { name: found.name, slug: found.slug ?? '', phone: found.phone ?? null } : null;
}
