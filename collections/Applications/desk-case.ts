import { APIError, type Endpoint, type PayloadRequest } from 'payload';
import { localeOf } from '@/access/language';
import { workCalendar } from '@/collections/HolidayNotices/work-calendar';
import { actions, actionsFor, isTooLate, type ActionCode } from '@/domain/applications/actions';
import { supplementNoticeDue } from '@/domain/applications/clock';
import { isDisclosing, objections, wantsFile } from '@/domain/applications/disclosure';
import { earliestEntry } from '@/domain/applications/late-entry';
import type { Wait } from '@/domain/applications/desk';
import { explainSteps } from '@/domain/applications/reckon/explain';
import type { Clock, Stop } from '@/domain/applications/reckon';
import { officeStep, type OfficeStep, type Status } from '@/domain/applications/statuses';
import { addWorkdays, workdaysBetween } from '@/domain/workdays/count';
import { dayOf, type Day } from '@/domain/workdays/days';
import { messages } from '@/messages';
import type { Agency, Application, CaseFile, User } from '@/payload-types';
import { staffFor, storedCase } from './act';
import { alikeCases, type Alike } from './desk-alike';
import { ownRemedyWords } from './own-remedy';
import { chargedInMonth, requestsInMonth } from './month-requests';
import { clockOf } from './record-application';
import {
  consultationsOf,
  factsOf,
  historyOf,
  lettersOf,
  withoutOld,
  type HistoryEntry,
  type StoredConsultation,
  type StoredLetter,
} from './stored-case';
import { waitOfCase } from './waiting';

type Id = number | string;

/** A case as the office handles it: what the panel shows, and what its forms start from. */
export type DeskCase = {
  revision: number;
  status: Status;
  step: OfficeStep | null;
  due: Day | null;
  /** Working days to the due day; negative when it is past. */
  daysLeft: number | null;
  isProvisional: boolean;
  stopped: Stop | null;
  /** How the clock ended; also of an answer that is being corrected. */
  closed: Clock['closed'];
  /** While others are asked: the day a reply is due if they stay silent. */
  latest: Day | null;
  /** Whom the case waits for, or that nobody is to be waited for any more. */
  wait: Wait | null;
  /** The last day to ask for a supplement, as long as that is possible (§30). */
  supplementBy: Day | null;
  /** How the due day was found, one sentence a step, the same that the applicant reads. */
  sentences: string[];
  actions: ActionCode[];
  history: Omit<ReturnType<typeof withoutOld>, 'byId'>[];
  consultations: Pick<
    StoredConsultation,
    'number' | 'of' | 'askedOn' | 'dueOn' | 'answeredOn' | 'outcome'
  >[];
  letters: (Omit<StoredLetter, 'content'> & { isKept: boolean; isLate: boolean })[];
  files: { id: Id; title: string; purpose: CaseFile['purpose']; url: string | null }[];
  alike: Alike | null;
  /** What whoever examines, signs or sends the reply has to see. */
  warnings: Warning[];
  /** Whether a third party objects to disclosure, and whether the case holds a file to hand over. */
  isObjected: boolean;
  hasReleased: boolean;
  /** What the drafted reply says on remedies beside the paragraph of the rules. */
  remedyWords: string[];
  form: Application['form'];
  hasQueryCode: boolean;
  /** What is printed with a query code. */
  slip: { number: string; page: string };
  /** Whether this person registers, issues query codes and keeps files: an officer. */
  isOfficer: boolean;
  start: FormStart;
};

export type Warning = 'overridden' | 'withheld' | 'nothingReleased' | 'ownRemedy';

/** What the forms of the actions start from. */
export type FormStart = {
  today: Day;
  /** A letter of an earlier day is recorded late, with a reason. */
  earliestEntry: Day;
  /** A reasonable time for a supplement, to be changed: no law says how long. */
  supplementTerm: Day;
  agencies: { id: Id; name: string }[];
  officers: { id: Id; name: string; agency: Id | null }[];
  agency: Id | null;
  assignee: Id | null;
  /** How many applications this applicant filed in the same calendar month (§42). */
  requestsInMonth: number;
  /** Of how many others of that month a fee by number was asked for already: it is one sum for the month. */
  chargedInMonth: number;
  extension: { workingDays: number | null; reason: string | null };
  reply: { kind: string | null; facts: string | null; decision: string | null };
};

/** Working days proposed for a supplement. */
const SUPPLEMENT_WORKDAYS = 15;

/** `GET /api/applications/:id/desk`: for those of the staff who may read the case. */
export const deskCase: Endpoint = {
  path: '/:id/desk',
  method: 'get',
  handler: async (req) => {
    const id = caseIdOf(req);
    const { roles } = await staffFor(req, id);
    const application = await storedCase(req, id);
    const body: DeskCase = await describe(req, application, roles);
    return Response.json(body, { headers: { 'Cache-Control': 'private, no-store' } });
  },
};

/** The id in the address of an endpoint of one case, for whoever is signed in. */
export function caseIdOf(req: PayloadRequest): Application['id'] {
  if (!req.user) throw new APIError('Unauthorized', 401);
  const { id } = req.routeParams as { id: string };
  return (req.payload.db.defaultIDType === 'number' ? Number(id) : id) as Application['id'];
}

async function describe(
  req: PayloadRequest,
  application: Application,
  roles: Awaited<ReturnType<typeof staffFor>>['roles'],
): Promise<DeskCase> {
  const today = dayOf(new Date());
  const calendar = await workCalendar(req);
  const clock = await clockOf(application, req);
  const status = application.status as Status;
  const past = historyOf(application);
  const had = past.map(({ action }) => action);
  const files = await filesOf(req, application);
  const hasReleased = files.some(({ purpose }) => purpose === 'released');
  const isObjected = objections(factsOf(application).consultations).length > 0;
  const remedyWords = isOnItsWay(application.status)
    ? await ownRemedyWords(req, application, application, {
        action: 'issue',
        actor: 'officer',
        by: null,
        on: today,
        given: {},
      })
    : [];
  const possible = actionsFor(status, roles).filter((action) => isInPlace(action, had));
  return {
    revision: application.revision ?? 0,
    status,
    step: officeStep(status),
    due: clock.due,
    daysLeft: clock.due && !clock.closed ? workdaysBetween(today, clock.due, calendar) : null,
    isProvisional: clock.provisional,
    stopped: clock.stopped,
    closed: clock.closed,
    latest: clock.latest,
    wait: waitOfCase(application, calendar, today),
    supplementBy:
      // Made up for while an answer is corrected, it is bound to no day any more.
      clock.receivedOn && !application.closedOn && possible.includes('request-supplement')
        ? supplementNoticeDue(clock.receivedOn, calendar)
        : null,
    sentences: explainSteps(clock.steps, messages[localeOf(req)].clock),
    actions: possible,
    history: past.map(withoutOld).map(({ byId: _, ...entry }) => entry),
    consultations: consultationsOf(application).map(
      ({ party: _party, opinion: _opinion, ...rest }) => rest,
    ),
    letters: lettersOf(application).map(({ content, ...letter }) => ({
      ...letter,
      isKept: content !== null,
      isLate: Boolean(past[letter.step]?.lateReason),
    })),
    files,
    warnings: [
      ...warningsOf(application, isObjected, hasReleased),
      ...(remedyWords.length > 0 ? (['ownRemedy'] as const) : []),
    ],
    remedyWords,
    isObjected,
    hasReleased,
    form: application.form,
    alike: await alikeCases(req, application),
    hasQueryCode: Boolean(application.queryHash),
    slip: {
      number: application.receiptNumber ?? '',
      page: new URL('/applications/status', process.env.SITE_URL || 'http://localhost:3000').href,
    },
    isOfficer: roles.includes('officer'),
    start: {
      today,
      earliestEntry: earliestEntry(today, calendar),
      supplementTerm: addWorkdays(today, SUPPLEMENT_WORKDAYS, calendar).due,
      ...(await colleagues(req)),
      agency: idOf(application.agency),
      assignee: idOf(application.assignee),
      requestsInMonth: await requestsInMonth(req, application),
      chargedInMonth: await chargedInMonth(req, application),
      extension: {
        workingDays: application.extension?.workingDays ?? null,
        reason: application.extension?.reason ?? null,
      },
      reply: {
        kind: application.reply?.kind ?? null,
        facts: application.reply?.facts ?? null,
        decision: application.reply?.decision ?? null,
      },
    },
  };
}

/** Whether a reply is worded and not sent yet. */
const isOnItsWay = (status: Application['status']): boolean =>
  status === 'drafted' || status === 'reviewed' || status === 'approved';

function warningsOf(
  { status, reply, form }: Application,
  isObjected: boolean,
  hasReleased: boolean,
): Warning[] {
  if (!isOnItsWay(status)) return [];
  const warnings: Warning[] = [];
  if (isObjected && isDisclosing(reply?.kind)) {
    warnings.push(reply?.overridesObjection ? 'overridden' : 'withheld');
  }
  if (!hasReleased && wantsFile(reply?.kind, form)) warnings.push('nothingReleased');
  return warnings;
}

/** Whether an action still makes sense after what was done: the rules would refuse it, or it would lead nowhere. */
function isInPlace(action: ActionCode, had: readonly HistoryEntry['action'][]): boolean {
  if (actions[action].once && had.includes(action)) return false;
  if (isTooLate(action, had)) return false;
  if (action === 'ask-extension') return !had.includes('extend');
  if (action === 'refuse-extension') return had.findLast(isOfExtension) === 'ask-extension';
  return action !== 'defer' || had.includes('receive-reasons');
}

/** Nobody refuses what nobody asks for. */
const isOfExtension = (action: HistoryEntry['action']): boolean =>
  action === 'ask-extension' || action === 'extend' || action === 'refuse-extension';

async function filesOf(req: PayloadRequest, { id }: Application): Promise<DeskCase['files']> {
  const { docs } = await req.payload.find({
    collection: 'case-files',
    where: { application: { equals: id } },
    sort: 'createdAt',
    depth: 0,
    limit: 100,
    overrideAccess: false,
    user: req.user,
    req,
  });
  return docs.map(({ id: file, title, purpose, url }) => ({
    id: file,
    title,
    purpose,
    url: url ?? null,
  }));
}

/** To whom a case can be passed. */
async function colleagues(req: PayloadRequest): Promise<Pick<FormStart, 'agencies' | 'officers'>> {
  const { payload } = req;
  const [agencies, officers] = await Promise.all([
    payload.find({
      collection: 'agencies',
      where: { kind: { not_equals: 'external' } },
      sort: 'order',
      pagination: false,
      depth: 0,
      locale: localeOf(req),
      select: { name: true },
      req,
    }),
    // Their names alone, which whoever passes a case on has to know.
    payload.find({
      collection: 'users',
      where: { roles: { in: ['officer'] } },
      sort: 'name',
      pagination: false,
      depth: 0,
      select: { name: true, agency: true },
      req,
    }),
  ]);
  return {
    agencies: agencies.docs.map(({ id, name }: Pick<Agency, 'id' | 'name'>) => ({ id, name })),
    officers: officers.docs.map(({ id, name, agency }: Pick<User, 'id' | 'name' | 'agency'>) => ({
      id,
      name,
      agency: idOf(agency),
    })),
  };
}

function idOf(value: { id: Id } | Id | null | undefined): Id | null {
  return typeof value === 'object' ? (value?.id ?? null) : (value ?? null);
}
