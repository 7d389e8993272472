import type { PayloadRequest } from 'payload';
import type { ActionCode } from '@/domain/applications/actions';
import type { ApplicantKind } from '@/domain/applications/applicants';
import type { NewAct } from '@/domain/applications/case';
import { objections } from '@/domain/applications/disclosure';
import type { LetterFacts } from '@/domain/applications/letters/facts';
import type { Clock } from '@/domain/applications/reckon';
import { isReplyKind } from '@/domain/applications/reply-kinds';
import { dayOf, type Day } from '@/domain/workdays/days';
import { unsealed } from '@/fields/sealed/seal';
import type { Agency, Application } from '@/payload-types';
import { lettersPage } from './letters-page';
import { clockOf } from './record-application';
import { consultationsOf, factsOf } from './stored-case';

/** What is known of the case, for any letter. */
export async function letterFacts(
  req: PayloadRequest,
  before: Application,
  after: Application,
  done: Pick<NewAct, 'action' | 'given' | 'on'>,
  agency: Agency | null,
): Promise<Partial<LetterFacts>> {
  const { action, given, on } = done;
  const site = await req.payload.findGlobal({ slug: 'site', depth: 0, req });
  const later = await clockAfter(req, before, after, done);
  // The receipt of a confirmation says what it leads to; other letters speak of the day that held until now.
  const clock = action === 'confirm' && later ? later : await clockOf(before, req);
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
    isObjected: objections(factsOf(after).consultations).length > 0,
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
    respondBy: text(given.termOn) ?? inquiryTerm(after),
    reason: text(given.reason),
    dueOn: clock.due ?? clock.latest ?? undefined,
    dueMayMove: yearAwaited(clock),
    newDueOn:
      (action === 'defer' ? text(given.termOn) : (later?.due ?? later?.latest)) ?? undefined,
    newDueMayMove: later && yearAwaited(later),
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

/** What moves the reply's day or makes it certain, and has a letter that names the day. */
const MOVING: readonly ActionCode[] = ['confirm', 'extend', 'defer'];

/** The clock as it goes on after such a step, which the case does not hold yet. */
async function clockAfter(
  req: PayloadRequest,
  before: Application,
  after: Application,
  { action, given, on }: Pick<NewAct, 'action' | 'given' | 'on'>,
): Promise<Clock | null> {
  if (!MOVING.includes(action)) return null;
  const { workingDays, termOn } = given;
  const step = { action, on, workingDays, termOn, status: after.status };
  const history = [...((before.history as unknown[] | null) ?? []), step];
  return clockOf({ ...after, history } as Application, req);
}

/** The year whose holiday notice is waited for, where the day can still move. */
function yearAwaited({ steps }: Clock): number | null {
  const step = steps.find(({ key }) => key === 'provisional');
  return step ? Number((step.values as { year: number }).year) : null;
}

/** The last day of the inquiry that goes out. A term that was set for something else is none of this letter. */
function inquiryTerm(after: Application): Day | undefined {
  const asked = consultationsOf(after).at(-1);
  return asked?.answeredOn === null ? asked.dueOn : undefined;
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

const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
