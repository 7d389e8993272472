import { APIError, type PayloadRequest } from 'payload';
import { isIdShaped } from '@/access/misshapen';
import { auditWrite } from '@/collections/AuditLog/record-audit';
import { workCalendar } from '@/collections/HolidayNotices/work-calendar';
import {
  letterActors,
  type LetterAction,
  type LetterActor,
  type LetterGivenName,
} from '@/domain/letters/actions';
import { judgeLetter, statusAfterLetter, type LetterAct } from '@/domain/letters/case';
import { daysFor, letterClock } from '@/domain/letters/clock';
import { OPEN_LETTER_STATUSES } from '@/domain/letters/codes';
import type { LetterStep } from '@/domain/letters/history';
import { dayOf, type Day } from '@/domain/workdays/days';
import { toNoon } from '@/fields/day';
import { seal } from '@/fields/sealed/seal';
import type { Agency, Letter, User } from '@/payload-types';
import { tellWriter } from '@/transfer/mail/letter-mails';
import { letterError } from './letter-error';
import {
  ANSWERS_LETTERS,
  letterFacts,
  letterHistory,
  responseLimits,
  storedLetter,
} from './stored-letter';

export type LetterActInput = {
  /** The revision that whoever acts has before them; left out, the stored one. */
  revision?: unknown;
  [field: string]: unknown;
};

/**
 * Does something to a letter on behalf of whoever is signed in.
 *
 * @throws APIError 400 with the refusal in the language of the request, 409 when somebody else was
 *   faster, 404 for a letter that this person may not read
 */
export async function actOnLetter(
  req: PayloadRequest,
  id: Letter['id'],
  action: LetterAction,
  input: LetterActInput,
): Promise<Letter> {
  await letterFor(req, id);
  const user = req.user as User;
  const roles = letterActors.filter((actor) => user.roles.some((role) => role === actor));
  return performOnLetter(req, id, action, input, roles, { id: String(user.id), name: user.name });
}

/** @throws APIError 404 for a letter that whoever is signed in may not read: they are told nothing of it */
export async function letterFor(req: PayloadRequest, id: Letter['id']): Promise<void> {
  if (typeof id === 'number' && !Number.isSafeInteger(id)) throw new APIError('Not Found', 404);
  await req.payload.findByID({
    collection: 'letters',
    id,
    depth: 0,
    select: { status: true },
    overrideAccess: false,
    user: req.user,
    req,
  });
}

/**
 * `by` is null for the writer, who has shown the two keys of the letter.
 *
 * @param on the day of it: of samples alone another than today
 */
export async function performOnLetter(
  req: PayloadRequest,
  id: Letter['id'],
  action: LetterAction,
  { revision, ...rest }: LetterActInput,
  roles: readonly LetterActor[],
  by: { id: string; name: string } | null,
  { on = dayOf(new Date()), more = {} }: { on?: Day; more?: Partial<Letter> } = {},
): Promise<Letter> {
  const seen = await storedLetter(req, id);
  if (revision !== undefined && Number(revision) !== (seen.revision ?? 0)) {
    throw conflictOf(req, seen);
  }
  const given = readGiven(rest);
  const facts = letterFacts(seen);
  const actOf = (actor: LetterActor): LetterAct => ({ action, actor, by: by?.id ?? null, given });
  // Who has several roles acts in the one that may.
  const refusals = roles.map((role) => judgeLetter(facts, actOf(role)));
  const at = refusals.indexOf(null);
  if (at < 0) {
    const refusal = refusals.find((each) => each?.key !== 'role') ?? refusals[0];
    throw refusal ? letterError(req, refusal) : new APIError('Forbidden', 403);
  }
  const status = statusAfterLetter(facts, action);
  const agency = given.agency === undefined ? null : await agencyNamed(req, given.agency);
  const change = await effectsOf(req, seen, { ...actOf(roles[at]!), agency, on }, by);
  const step: LetterStep = {
    action,
    status,
    on,
    at: on === dayOf(new Date()) ? new Date().toISOString() : `${on}T02:30:00.000Z`,
    by: by?.name ?? null,
    byId: by?.id ?? null,
    role: roles[at]!,
    ...(agency && { agency: agency.name }),
    ...change.step,
  };
  const closes = isOpenStatus(seen.status) && !isOpenStatus(status);
  const data: Partial<Letter> = {
    ...change.data,
    ...more,
    status,
    history: [...letterHistory(seen), step],
    revision: (seen.revision ?? 0) + 1,
    updatedAt: new Date().toISOString(),
    ...(closes && { closedOn: toNoon(step.on) }),
  };
  // The database compares and writes in one step: of two who act at once one wins.
  const acted = await req.payload.db.updateOne({
    collection: 'letters',
    where: { and: [{ id: { equals: id } }, { revision: { equals: seen.revision ?? 0 } }] },
    data,
    req,
  });
  if (!acted) throw conflictOf(req, await storedLetter(req, id));
  const letter = await storedLetter(req, id);
  await auditWrite(req, 'letters', { ...seen }, { ...letter });
  await tellWriter(req, letter, letterHistory(seen).length);
  return letter;
}

type Effects = { data: Partial<Letter>; step: Partial<LetterStep> };

/** What an action writes besides where the letter stands. */
async function effectsOf(
  req: PayloadRequest,
  seen: Letter,
  {
    action,
    given,
    agency,
    on,
  }: LetterAct & { agency: Pick<Agency, 'id' | 'name'> | null; on: Day },
  by: { id: string; name: string } | null,
): Promise<Effects> {
  const today = toNoon(on);
  const { reason, text } = given;
  switch (action) {
    case 'route':
    case 'reroute':
      return {
        data: { agency: agency!.id, ...(action === 'reroute' && { assignee: null }) },
        step: { ...(reason && { reason }) },
      };
    case 'classify':
      return reclassified(req, seen, given.complexity as NonNullable<Letter['complexity']>);
    case 'draft':
      return {
        data: {
          assignee: by ? (idFor(req, by.id) as number) : null,
          reply: { text, draftedBy: by?.name, reviewedBy: null, repliedOn: null },
          ...(given.result && { page: pageWith(seen, given.result) }),
        },
        step: {},
      };
    case 'return':
      return { data: {}, step: { reason } };
    case 'issue':
      return {
        data: { reply: { ...seen.reply, reviewedBy: by?.name, repliedOn: today } },
        step: {},
      };
    case 'close':
      return {
        data: {
          page: pageWith(seen, given.result!),
          reply: { text: text ?? null, draftedBy: by?.name, reviewedBy: null, repliedOn: today },
        },
        step: {},
      };
    case 'redirect':
      return { data: {}, step: { reason: given.channel, told: text } };
    case 'discard':
      return { data: {}, step: { reason, ...(text && { told: text }) } };
    case 'note':
      return { data: {}, step: { reason: text } };
    case 'rate':
      return {
        data: {
          rating: {
            score: Number(given.score),
            comment: text ? seal(text, 'comment') : null,
          },
        },
        step: {},
      };
    case 'ask-deletion':
      return { data: { deletionAskedOn: today }, step: {} };
    default:
      return { data: {}, step: {} };
  }
}

/** Simple or not: the days of now, from the day on which it came in. */
async function reclassified(
  req: PayloadRequest,
  seen: Letter,
  complexity: NonNullable<Letter['complexity']>,
): Promise<Effects> {
  const limits = await responseLimits(req.payload, req);
  const days = daysFor(limits, seen.purpose, complexity);
  const { due, provisional } = letterClock(
    dayOf(seen.receivedOn!),
    { days, routingDays: limits.routingDays },
    await workCalendar(req),
  );
  return {
    data: { complexity, dueOn: toNoon(due), isProvisional: provisional },
    step: { days },
  };
}

const pageWith = (seen: Letter, result: string): Letter['page'] => ({
  ...seen.page,
  result: result as NonNullable<Letter['page']>['result'],
});

const MOST: Record<LetterGivenName, number> = {
  agency: 50,
  reason: 500,
  text: 5000,
  complexity: 20,
  result: 20,
  channel: 20,
  score: 2,
};

/** What is typed with an action; unknown fields are dropped. */
function readGiven(input: Record<string, unknown>): LetterAct['given'] {
  const given: LetterAct['given'] = {};
  for (const [field, most] of Object.entries(MOST) as [LetterGivenName, number][]) {
    const value = input[field];
    const text = typeof value === 'number' ? String(value) : value;
    if (typeof text === 'string' && text.trim() !== '') {
      given[field] = [...text.replace(/\r\n?/g, '\n').trim()].slice(0, most).join('');
    }
  }
  return given;
}

async function agencyNamed(
  req: PayloadRequest,
  given: string,
): Promise<Pick<Agency, 'id' | 'name'>> {
  const id = idFor(req, given);
  const { docs } = isIdShaped(id, req.payload.db.defaultIDType)
    ? await req.payload.find({
        collection: 'agencies',
        where: { and: [{ id: { equals: id } }, ANSWERS_LETTERS] },
        limit: 1,
        pagination: false,
        depth: 0,
        locale: 'zh-CN',
        select: { name: true },
        req,
      })
    : { docs: [] };
  if (!docs[0]) throw letterError(req, { key: 'agencyUnknown', values: {} });
  return docs[0];
}

/** Ids are numbers on SQLite and texts on MongoDB. */
const idFor = (req: PayloadRequest, id: string): number | string =>
  req.payload.db.defaultIDType === 'number' ? Number(id) : id;

const isOpenStatus = (status: Letter['status']): boolean =>
  OPEN_LETTER_STATUSES.some((each) => each === status);

const conflictOf = (req: PayloadRequest, now: Letter) =>
  letterError(req, { key: 'conflict', values: letterHistory(now).at(-1) ?? null }, 409);
