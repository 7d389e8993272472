import { APIError, type PayloadRequest, type Where } from 'payload';
import { isIdShaped } from '@/access/misshapen';
import { workCalendar } from '@/collections/HolidayNotices/work-calendar';
import { actions, actors, type ActionCode, type Actor } from '@/domain/applications/actions';
import { judge, statusAfter, type CaseFacts, type NewAct } from '@/domain/applications/case';
import { isLateEntry } from '@/domain/applications/late-entry';
import type { LetterKind } from '@/domain/applications/letters/kinds';
import type { Calendar } from '@/domain/workdays/calendar';
import { dayOf, type Day } from '@/domain/workdays/days';
import type { Application, User } from '@/payload-types';
import { amendedOf, readAmend } from './amend';
import { caseError } from './case-error';
import { claim, conflict, giveUp, released } from './claim';
import { effectsOf, readDay, readGiven } from './effects';
import { refuseOwnRemedy } from './own-remedy';
import { AS_ACTION } from './record-application';
import { factsOf, historyOf, lettersOf, type HistoryEntry } from './stored-case';
import { lettersFor } from './write-letters';

export type ActInput = {
  /** The day on which it happened; today when left out. */
  on?: unknown;
  /** The revision of the case that whoever acts has before them; left out, the stored one. */
  revision?: unknown;
  [field: string]: unknown;
};

/**
 * Does something to a case on behalf of whoever is signed in: the rules judge it, its letter is made,
 * and all of it is stored at once or not at all.
 *
 * @throws APIError 400 with the refusal in the language of the request, 409 when somebody else was
 *   faster, 404 for a case that this person may not read
 */
export async function act(
  req: PayloadRequest,
  id: Application['id'],
  action: ActionCode,
  input: ActInput,
): Promise<Application> {
  const { roles, by } = await staffFor(req, id);
  return perform(req, id, action, input, roles, by);
}

/**
 * Whoever is signed in, for a case that they may read.
 *
 * @throws APIError 404 for any other: they are told nothing of it
 */
export async function staffFor(
  req: PayloadRequest,
  id: Application['id'],
): Promise<{ roles: Actor[]; by: By }> {
  if (typeof id === 'number' && !Number.isSafeInteger(id)) throw new APIError('Not Found', 404);
  await req.payload.findByID({
    collection: 'applications',
    id,
    depth: 0,
    select: { status: true },
    overrideAccess: false,
    user: req.user,
    req,
  });
  const user = req.user as User;
  const roles = actors.filter((actor) => user.roles.some((role) => role === actor));
  return { roles, by: { id: String(user.id), name: user.name } };
}

/** A member of the staff, as the record names them. */
export type By = { id: string; name: string };

/**
 * The same for the applicant, who has shown the two keys of the case (openCase): nobody else calls it.
 */
export const actAsApplicant = (
  req: PayloadRequest,
  id: Application['id'],
  action: ActionCode,
  input: ActInput,
): Promise<Application> => perform(req, id, action, input, ['applicant'], null);

/**
 * What the rules say to an action: what would be done, or why not. Nothing is changed yet.
 *
 * @throws as `act`
 */
export async function judged(
  req: PayloadRequest,
  id: Application['id'],
  action: ActionCode,
  { on, revision, ...rest }: ActInput,
  roles: readonly Actor[],
  by: By | null,
): Promise<{ seen: Application; done: NewAct; calendar: Calendar }> {
  const seen = await storedCase(req, id);
  if (revision !== undefined && Number(revision) !== (seen.revision ?? 0)) {
    throw await conflict(req, id);
  }
  // Nothing is left that could be corrected; it is still filed away and noted on.
  const changesTexts = action === 'correct' || action === 'amend';
  if (seen.erasedOn && changesTexts) throw caseError(req, { key: 'erased', values: {} });
  const today = dayOf(new Date().toISOString());
  const calendar = await workCalendar(req);
  const facts: CaseFacts = {
    ...factsOf(seen),
    ...(action === 'draft' && { releasedFiles: await countReleased(req, id) }),
  };
  const given = readGiven(req, rest);
  const day = on === undefined || on === '' ? today : readDay(req, on, 'on');
  const actOf = (actor: Actor): NewAct => ({
    action,
    actor,
    by: by?.id ?? null,
    on: day,
    given,
    isSample: Boolean(req.context.isSample),
  });
  // Who has several roles acts in the one that may.
  const refusals = roles.map((role) => judge(facts, actOf(role), calendar, today));
  const at = refusals.indexOf(null);
  if (at < 0) {
    const refusal = refusals.find((each) => each?.key !== 'role') ?? refusals[0];
    throw refusal ? caseError(req, refusal) : new APIError('Forbidden', 403);
  }
  const done = actOf(roles[at]!);
  if (action === 'amend') done.given = readAmend(req, seen, given);
  return { seen, done, calendar };
}

async function perform(
  req: PayloadRequest,
  id: Application['id'],
  action: ActionCode,
  input: ActInput,
  roles: readonly Actor[],
  by: By | null,
): Promise<Application> {
  const { seen: judgedCase, done, calendar } = await judged(req, id, action, input, roles, by);
  const { given, on: day } = done;
  if (action === 'dispatch') await refuseUnknown(req, given);
  const remedyWords = await refuseOwnRemedy(req, judgedCase, done, calendar);
  await claim(req, judgedCase);
  try {
    // Nobody changes it now. An ordinary save may have, in the fields that are no business of the
    // rules, since it was judged: its letters say what stands there now.
    const seen = await storedCase(req, id);
    const facts = factsOf(seen);
    const status = statusAfter(facts, done);
    const at = new Date();
    const isLate = Boolean(given.lateReason) && isLateEntry(action, day, dayOf(at), calendar);
    const history = historyOf(seen);
    const changed = { ...effectsOf(seen, done, calendar), status };
    const letters = await lettersFor(req, seen, { ...seen, ...changed } as Application, done);
    const entry: HistoryEntry = {
      action,
      status,
      on: day,
      at: at.toISOString(),
      by: by?.name ?? null,
      byId: by?.id ?? null,
      role: done.actor,
      ...(typeof given.reason === 'string' && { reason: given.reason }),
      ...(remedyWords.length > 0 && { remedyWords }),
      ...(isLate && { lateReason: String(given.lateReason) }),
      ...(typeof given.workingDays === 'number' && { workingDays: given.workingDays }),
      ...(typeof given.termOn === 'string' && { termOn: given.termOn as Day }),
      ...consultationOf(done, seen),
      ...amendedOf(done, seen),
    };
    const acted = await req.payload.update({
      collection: 'applications',
      id,
      depth: 0,
      data: {
        ...changed,
        ...letters.changes,
        history: [...history, entry],
        letters: [
          ...lettersOf(seen).map((letter) =>
            action === 'correct' && isDecided(letter.kind)
              ? { ...letter, isSuperseded: true }
              : letter,
          ),
          ...letters.made.map((letter) => ({ ...letter, step: history.length })),
        ],
        ...released(seen),
      },
      context: { ...AS_ACTION },
      req,
    });
    await letters.confirm();
    return acted;
  } catch (error) {
    await giveUp(req, id);
    throw error;
  }
}

/** What a correction takes back: the reply, and what a third party was told of it. */
const isDecided = (kind: LetterKind): boolean =>
  kind.startsWith('decision-') || kind === 'third-party-result';

/** The case as it is stored, with what no interface gives out: ciphertexts and hashes. */
export async function storedCase(req: PayloadRequest, id: Application['id']): Promise<Application> {
  const stored = await req.payload.db.findOne<Application>({
    collection: 'applications',
    where: { id: { equals: id } },
    req,
  });
  if (!stored) throw new APIError('Not Found', 404);
  return stored;
}

/** Files of the case that are handed over with its reply. */
export async function countReleased(req: PayloadRequest, id: Application['id']): Promise<number> {
  const { totalDocs } = await req.payload.db.count({
    collection: 'case-files',
    where: { and: [{ application: { equals: id } }, { purpose: { equals: 'released' } }] },
    req,
  });
  return totalDocs;
}

/** A case goes to an agency that there is, and to somebody who may work on it. */
async function refuseUnknown(
  req: PayloadRequest,
  { agency, assignee }: NewAct['given'],
): Promise<void> {
  const { db } = req.payload;
  const isThere = async (collection: 'agencies' | 'users', id: unknown, where: Where) =>
    isIdShaped(id, db.defaultIDType) && (await db.count({ collection, where, req })).totalDocs > 0;
  const own: Where = { and: [{ id: { equals: agency } }, { kind: { not_equals: 'external' } }] };
  if (agency !== undefined && !(await isThere('agencies', agency, own))) {
    throw caseError(req, { key: 'agencyUnknown', values: {} });
  }
  const officer: Where = { and: [{ id: { equals: assignee } }, { roles: { in: ['officer'] } }] };
  if (assignee !== undefined && !(await isThere('users', assignee, officer))) {
    throw caseError(req, { key: 'assigneeUnknown', values: {} });
  }
}

/** Which inquiry a step belongs to: the next number for one that begins. */
function consultationOf({ action, given }: NewAct, seen: Application): { consultation?: number } {
  const { consultations } = factsOf(seen);
  if (actions[action].to === 'consulting') return { consultation: consultations.length + 1 };
  return typeof given.consultation === 'number' ? { consultation: given.consultation } : {};
}
