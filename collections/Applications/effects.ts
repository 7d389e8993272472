import type { PayloadRequest } from 'payload';
import type { ActionField, ActionCode } from '@/domain/applications/actions';
import { isAmendItem, type AmendItem } from '@/domain/applications/amendments';
import type { NewAct } from '@/domain/applications/case';
import { longestExtension, opinionDue, paymentWorkdays } from '@/domain/applications/clock';
import { feeOn } from '@/domain/applications/fees';
import { isReplyKind } from '@/domain/applications/reply-kinds';
import { addWorkdays } from '@/domain/workdays/count';
import { isDay, type Day } from '@/domain/workdays/days';
import type { Calendar } from '@/domain/workdays/calendar';
import { toNoon } from '@/fields/day';
import { seal } from '@/fields/sealed/seal';
import type { Application } from '@/payload-types';
import { caseError } from './case-error';
import { consultationsOf, type StoredConsultation } from './stored-case';

/** What is typed with an action, in the shapes that the rules expect. Unknown fields are dropped. */
export function readGiven(req: PayloadRequest, given: Record<string, unknown>): NewAct['given'] {
  const read: NewAct['given'] = {};
  const text = (field: ActionField, most: number) => {
    const value = given[field];
    if (typeof value !== 'string' || value.trim() === '') return;
    const length = [...value.trim()].length;
    // Half of a reply is worse than none.
    if (length > most) throw caseError(req, { key: 'tooLong', values: { field, most, length } });
    read[field] = value.trim();
  };
  for (const field of ['authority', 'party', 'way'] as const) text(field, 100);
  // A word that is none of these says nothing: the rules ask for it again.
  const oneOf = (field: ActionField, codes: readonly string[]) => {
    const code = codes.find((each) => each === given[field]);
    if (code) read[field] = code;
  };
  oneOf('outcome', outcomes);
  oneOf('feeBasis', ['requests', 'pages']);
  for (const field of ['missing', 'text', 'reason', 'facts', 'decision', 'lateReason'] as const)
    text(field, 5000);
  for (const field of ['agency', 'assignee'] as const) {
    const id = given[field];
    if (
      (typeof id === 'number' && Number.isSafeInteger(id)) ||
      (typeof id === 'string' && id !== '')
    ) {
      read[field] = id;
    }
  }
  if (isAmendItem(given.item)) read.item = given.item;
  if (typeof given.value === 'string') read.value = given.value;
  if (!isEmpty(given.consultation)) read.consultation = Number(given.consultation);
  if (!isEmpty(given.workingDays)) {
    const days = Number(given.workingDays);
    const isSound = Number.isInteger(days) && days >= 1 && days <= longestExtension;
    if (!isSound) throw caseError(req, { key: 'workingDays', values: {} });
    read.workingDays = days;
  }
  if (!isEmpty(given.feeCount)) {
    const count = Number(given.feeCount);
    const isSound = Number.isInteger(count) && count >= 0 && count <= 1_000_000;
    if (!isSound) throw caseError(req, { key: 'feeCount', values: {} });
    read.feeCount = count;
  }
  if (!isEmpty(given.termOn)) read.termOn = readDay(req, given.termOn, 'termOn');
  if (!isEmpty(given.kind)) {
    if (!isReplyKind(given.kind)) throw caseError(req, { key: 'kindUnknown', values: {} });
    read.kind = given.kind;
  }
  // A question that has to be answered: neither yes nor no is no answer.
  const yes = [true, 'on', 'yes'].includes(given.overridesObjection as string);
  const no = [false, 'no'].includes(given.overridesObjection as string);
  if (yes || no) read.overridesObjection = yes;
  read.remedyChecked = given.remedyChecked === true || given.remedyChecked === 'on';
  read.withoutFile = given.withoutFile === true || given.withoutFile === 'on';
  return read;
}

/** A day as forms and interfaces send it. */
export function readDay(req: PayloadRequest, value: unknown, field: ActionField | 'on'): Day {
  const day = typeof value === 'string' ? value.slice(0, 10) : '';
  if (!isDay(day)) throw caseError(req, { key: 'day', values: { field } });
  return day;
}

/** What an action changes of the stored case besides its history and its status. */
export function effectsOf(
  application: Application,
  { action, given, on }: NewAct,
  calendar: Calendar,
): Partial<Application> {
  const text = (field: ActionField) => (given[field] as string | undefined) ?? null;
  const day = (field: ActionField) => (given[field] ? toNoon(given[field] as Day) : null);
  const consultations = consultationsOf(application);
  switch (action) {
    case 'dispatch':
      return {
        ...(given.agency !== undefined && { agency: given.agency as number }),
        ...(given.assignee !== undefined && { assignee: given.assignee as number }),
      };
    case 'request-supplement':
      return { supplement: { missing: text('missing'), termOn: day('termOn'), text: null } };
    case 'receive-supplement':
      return { supplement: { ...application.supplement, text: text('text') } };
    case 'ask-third-party':
    case 'ask-agency': {
      const isAgency = action === 'ask-agency';
      const asked: StoredConsultation = {
        number: consultations.length + 1,
        of: isAgency ? 'agency' : 'third-party',
        party: seal(text(isAgency ? 'authority' : 'party') ?? '', 'party'),
        askedOn: on,
        dueOn: opinionDue(on, calendar),
        answeredOn: null,
      };
      return { consultations: [...consultations, asked] };
    }
    case 'receive-opinion':
    case 'close-consultation':
      return { consultations: consultations.map((each) => closed(each, { action, given, on })) };
    case 'ask-extension':
      return {
        extension: {
          state: 'asked',
          workingDays: given.workingDays as number,
          reason: text('reason'),
        },
      };
    case 'extend':
      return {
        extension: {
          state: 'approved',
          workingDays: given.workingDays as number,
          reason: text('reason'),
        },
      };
    case 'refuse-extension':
      return { extension: { ...application.extension, state: 'refused' } };
    case 'receive-reasons':
      return { reasons: { text: text('text') } };
    case 'charge': {
      const basis = given.feeBasis === 'pages' ? 'pages' : 'requests';
      const count = given.feeCount as number;
      const yuan = feeOn(basis, count);
      const termOn = toNoon(addWorkdays(on, paymentWorkdays, calendar).due);
      return { fee: { basis, count, yuan, termOn } };
    }
    case 'draft':
      return {
        reply: {
          kind: given.kind as NonNullable<Application['reply']>['kind'],
          facts: text('facts'),
          decision: text('decision'),
          overridesObjection: given.overridesObjection === true,
          number: null,
          decidedOn: null,
        },
      };
    case 'issue':
      return {
        reply: { ...application.reply, decidedOn: toNoon(on) },
        // A corrected reply was given on the day of the first: a correction moves no date, nor does
        // what becomes of it.
        closedOn: application.closedOn ?? toNoon(on),
      };
    case 'lapse':
      return {
        closedOn: application.closedOn ?? toNoon(on),
        reply: {
          ...application.reply,
          kind: application.status === 'fee-notified' ? 'unpaid' : 'not-supplemented',
          facts: text('facts'),
          decision: text('decision'),
          decidedOn: toNoon(on),
        },
      };
    case 'withdraw':
      return { closedOn: application.closedOn ?? toNoon(on) };
    case 'amend':
      return { [given.item as AmendItem]: given.value };
    case 'deliver':
      return { servedOn: toNoon(on) };
    default:
      return {};
  }
}

function closed(
  each: StoredConsultation,
  { action, given, on }: Pick<NewAct, 'given' | 'on'> & { action: ActionCode },
): StoredConsultation {
  if (each.number !== given.consultation) return each;
  if (action === 'close-consultation') return { ...each, answeredOn: on, outcome: 'silence' };
  const outcome = outcomes.find((code) => code === given.outcome) ?? 'refusal';
  const opinion = given.text ? seal(String(given.text), 'opinion') : undefined;
  return { ...each, answeredOn: on, outcome, ...(opinion && { opinion }) };
}

const outcomes = ['consent', 'partial', 'refusal'] as const;

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';
