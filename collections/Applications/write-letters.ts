import type { PayloadRequest } from 'payload';
import { localeOf } from '@/access/language';
import { confirmDrawn, drawNumber } from '@/collections/Counters/drawn-number';
import { templateFor } from '@/collections/LetterTemplates/template-for';
import { actions } from '@/domain/applications/actions';
import type { NewAct } from '@/domain/applications/case';
import type { ApplicantKind } from '@/domain/applications/applicants';
import { isDisclosing, objections } from '@/domain/applications/disclosure';
import type { LetterFacts } from '@/domain/applications/letters/facts';
import { fillLetter } from '@/domain/applications/letters/fill';
import {
  addresseeOf,
  isNumbered,
  letterKindFor,
  type LetterKind,
} from '@/domain/applications/letters/kinds';
import type { LetterContent } from '@/domain/applications/letters/letter';
import { formatLetterNumber } from '@/domain/applications/receipt-number';
import { isReplyKind } from '@/domain/applications/reply-kinds';
import { dayOf, yearOf, type Day } from '@/domain/workdays/days';
import { seal, unsealed } from '@/fields/sealed/seal';
import { messages } from '@/messages';
import type { Agency, Application } from '@/payload-types';
import { caseError } from './case-error';
import { letterWords } from './letter-words';
import { lettersPage } from './letters-page';
import { clockOf } from './record-application';
import { consultationsOf, factsOf, historyOf, type StoredLetter } from './stored-case';

export type Written = {
  made: Omit<StoredLetter, 'step'>[];
  /** What else of the case the letters fix. */
  changes: Partial<Application>;
  /** After the case is stored: the numbers are used. */
  confirm: () => Promise<void>;
};

/**
 * The letters that go out with an action. One that lacks an element is refused, and with it the action:
 * the case stays as it was, and no number is lost.
 */
export async function lettersFor(
  req: PayloadRequest,
  before: Application,
  after: Application,
  done: NewAct,
): Promise<Written> {
  // The numbers are drawn last, so that a refused letter leaves no gap.
  const composed = await composeLetters(req, before, after, done);
  if (composed.length === 0) return { made: [], changes: {}, confirm: async () => undefined };
  const agency = await agencyOf(after, req);
  const made: Written['made'] = [];
  const drawn: { sequence: string; serial: number }[] = [];
  let decision: string | null = null;
  for (const { kind, ...letter } of composed) {
    const number = isNumbered(kind) ? await draw(req, agency, done.on, drawn) : null;
    const to = {
      applicant: 'applicant',
      thirdParty: 'third-party',
      otherAgency: 'agency',
    } as const;
    made.push({
      kind,
      number,
      on: done.on,
      to: to[addresseeOf(kind)],
      content: seal(JSON.stringify({ kind, ...letter, number }), 'letter'),
    });
    if (kind.startsWith('decision-')) decision = number;
  }
  const numbers = made.flatMap(({ number }) => number ?? []);
  return {
    made,
    changes: {
      letterNumbers: [before.letterNumbers ?? '|', ...numbers.map((number) => `${number}|`)].join(
        '',
      ),
      ...(decision && { reply: { ...after.reply, number: decision } }),
    },
    confirm: async () => {
      for (const { sequence, serial } of drawn) await confirmDrawn(sequence, serial, req);
    },
  };
}

/** What stands where the number comes, as long as none is drawn. */
const NUMBER_TO_COME = '待编';

/**
 * The words of the letters that go out with an action, without a number and without a trace.
 *
 * @throws the refusal `letterLacks`, naming the elements
 */
export async function composeLetters(
  req: PayloadRequest,
  before: Application,
  after: Application,
  done: NewAct,
): Promise<LetterContent[]> {
  const kinds = letterKindsOf(after, done);
  if (kinds.length === 0) return [];
  const facts = await letterFacts(req, before, after, done, await agencyOf(after, req));
  const composed: LetterContent[] = [];
  for (const { kind, more } of kinds) {
    const template = await templateFor(req.payload, kind, req);
    const known = { ...facts, ...more, number: NUMBER_TO_COME };
    const tried = fillLetter(kind, template, known, letterWords());
    if (!tried.ok) {
      const locale = localeOf(req);
      const names: Record<string, string> = messages[locale].letters.elements;
      const elements = tried.missing.map((element) => names[element] ?? element);
      const letter = messages[locale].cases.letters[kind];
      throw caseError(req, { key: 'letterLacks', values: { letter, elements } });
    }
    composed.push(tried.letter);
  }
  return composed;
}

function letterKindsOf(
  after: Application,
  { action, given }: NewAct,
): { kind: LetterKind; more?: Partial<LetterFacts> }[] {
  const { letter } = actions[action];
  if (!letter) return [];
  if (letter !== 'decision') return [{ kind: letter }];
  const reply = after.reply?.kind;
  if (!isReplyKind(reply)) return [];
  // 条例第三十二条: whoever objected and is overridden is told in writing what is disclosed and why.
  const isOverridden = after.reply?.overridesObjection && isDisclosing(reply);
  const overridden = isOverridden ? objections(factsOf(after).consultations) : [];
  const why = given.kind ? text(given.reason) : lastReason(after);
  return [
    { kind: letterKindFor(reply) },
    ...overridden.map(({ party }) => ({
      kind: 'third-party-result' as const,
      more: {
        thirdParty: party || undefined,
        reason: why,
        decision: [after.reply?.decision, why].filter(Boolean).join('\n') || undefined,
      },
    })),
  ];
}

/** Why the last draft discloses what somebody objected to. */
const lastReason = (application: Application): string | undefined =>
  historyOf(application).findLast(({ action }) => action === 'draft')?.reason;

const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

async function draw(
  req: PayloadRequest,
  agency: Agency | null,
  on: Day,
  drawn: { sequence: string; serial: number }[],
): Promise<string> {
  const year = yearOf(on);
  const sequence = `letter:${agency?.slug}:${year}`;
  const numberOf = (serial: number) =>
    formatLetterNumber(`${agency?.numberPrefix ?? ''}依申请`, year, serial);
  const serial = await drawNumber(sequence, req, async (candidate) => {
    const { totalDocs } = await req.payload.db.count({
      collection: 'applications',
      where: { letterNumbers: { contains: `|${numberOf(candidate)}|` } },
      req,
    });
    return totalDocs > 0;
  });
  drawn.push({ sequence, serial });
  return numberOf(serial);
}

/** What is known of the case, for any letter. */
export async function letterFacts(
  req: PayloadRequest,
  before: Application,
  after: Application,
  { given, on }: Pick<NewAct, 'given' | 'on'>,
  agency: Agency | null,
): Promise<Partial<LetterFacts>> {
  const site = await req.payload.findGlobal({ slug: 'site', depth: 0, req });
  const clock = await clockOf(before, req);
  const later = await clockAfter(req, before, after, { given, on });
  const day = (value: string | null | undefined) => (value ? dayOf(value) : undefined);
  const reply = after.reply;
  return {
    agency: agency?.name,
    date: on,
    applicant: unsealed(after.name, 'name') ?? undefined,
    applicantKind: after.applicantKind as ApplicantKind,
    receiptNumber: after.receiptNumber ?? undefined,
    request: after.informationTitle,
    filedOn: day(after.filedOn),
    receivedOn: day(after.receivedOn) ?? clock.receivedOn ?? on,
    form: after.form,
    delivery: after.delivery,
    replyKind: isReplyKind(reply?.kind) ? reply.kind : undefined,
    facts: reply?.facts ?? text(given.reason),
    decision: reply?.decision ?? text(given.reason),
    lettersPage: lettersPage('zh-CN'),
    reviewBody: agency ? await reviewBodyOf(agency, req) : undefined,
    court: agency?.court ?? null,
    // 行政复议法（2023）第二十二条 speaks of the internet, and mail goes through it.
    isServedOnline: after.delivery === 'online' || after.delivery === 'email',
    onlineReview: site.onlineReview ?? null,
    contact: [agency?.address, agency?.phone].filter(Boolean).join('，') || undefined,
    missing: text(given.missing),
    respondBy: text(given.termOn) ?? lastTerm(after),
    reason: text(given.reason) ?? after.informationTitle,
    dueOn: clock.due ?? clock.latest ?? undefined,
    newDueOn: text(given.termOn) ?? later ?? undefined,
    workdays: typeof given.workingDays === 'number' ? given.workingDays : undefined,
    thirdParty: text(given.party),
    otherAgency: text(given.authority),
    subject: after.informationTitle,
    ...(after.fee?.basis && {
      fee: {
        basis: after.fee.basis,
        count: after.fee.count ?? 0,
        yuan: after.fee.yuan ?? 0,
      },
    }),
    payment: [agency?.name, agency?.address].filter(Boolean).join('，') || undefined,
    withdrawnOn: on,
    correctedNumber: before.reply?.number ?? undefined,
  };
}

/** The due day that an extension leads to, for its letter; while others are asked, the latest one. */
async function clockAfter(
  req: PayloadRequest,
  before: Application,
  after: Application,
  { given, on }: Pick<NewAct, 'given' | 'on'>,
): Promise<Day | null> {
  if (after.extension?.state !== 'approved' || typeof given.workingDays !== 'number') return null;
  const step = { action: 'extend', on, workingDays: given.workingDays, status: after.status };
  const history = [...((before.history as unknown[] | null) ?? []), step];
  const { due, latest } = await clockOf({ ...after, history } as Application, req);
  return due ?? latest;
}

/** The last day of what is waited for: a consultation, the supplement, the payment. */
function lastTerm(after: Application): Day | undefined {
  const asked = consultationsOf(after).at(-1);
  const term = after.fee?.termOn ?? after.supplement?.termOn;
  return asked?.answeredOn === null ? asked.dueOn : term ? dayOf(term) : undefined;
}

export async function agencyOf(
  application: Application,
  req: PayloadRequest,
): Promise<Agency | null> {
  const { agency } = application;
  if (!agency) return null;
  const id = typeof agency === 'object' ? agency.id : agency;
  return req.payload.findByID({ collection: 'agencies', id, depth: 0, locale: 'zh-CN', req });
}

/**
 * 行政复议法（2023）第二十四条: 县级以上地方各级人民政府管辖对本级人民政府工作部门、下一级人民政府作出的行政行为不服的
 * 行政复议案件. So the county government for its departments and townships; for the government
 * itself the one above, which the agency's record names.
 */
async function reviewBodyOf(agency: Agency, req: PayloadRequest): Promise<string | undefined> {
  if (agency.reviewBody) return agency.reviewBody;
  if (agency.kind !== 'department' && agency.kind !== 'township') return undefined;
  const { docs } = await req.payload.find({
    collection: 'agencies',
    where: { kind: { equals: 'government' } },
    limit: 1,
    depth: 0,
    locale: 'zh-CN',
    req,
  });
  return docs[0]?.name;
}
