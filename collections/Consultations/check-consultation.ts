import { ValidationError, type CollectionBeforeChangeHook, type PayloadRequest } from 'payload';
import { commentCounts } from '@/collections/Comments/counts';
import { workCalendar } from '@/collections/HolidayNotices/work-calendar';
import { outcomeDue } from '@/domain/consultations/outcome-due';
import { hasOutcome, outcomeProblems, type OutcomeProblem } from '@/domain/consultations/outcome';
import { isTooShort, openFrom } from '@/domain/consultations/period';
import { blocksFromLexical } from '@/domain/documents/lexical';
import { toNoon } from '@/fields/day';
import { responseLimit } from '@/globals/ResponseLimits/limits';
import { messages } from '@/messages';
import type { Consultation } from '@/payload-types';

type Problem = { path: string; message: string };
type Words = (typeof messages)['en']['consultations']['refusals'];

/**
 * Counts the day of the outcome, and keeps what a consultation must have when it is handed in or goes out:
 * times in their order, a background and a draft to read, an outcome that is whole once one is begun.
 * A draft may still lack it.
 */
export const checkConsultation: CollectionBeforeChangeHook<Consultation> = async ({
  collection,
  context,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const before = operation === 'update' ? originalDoc : undefined;
  const whole = {
    ...originalDoc,
    ...data,
    outcome: { ...originalDoc?.outcome, ...data.outcome },
  } as Consultation;
  const now = new Date().toISOString();
  const isHandedIn = (data.review as { action?: string } | undefined)?.action === 'submit';
  const goesOut = data._status === 'published';
  if (isHandedIn || goesOut) {
    const words = messages[req.i18n?.language === 'en' ? 'en' : 'zh-CN'].consultations.refusals;
    const errors = [
      ...askedProblems(whole, words, publicFrom(before, now, Boolean(context.signOff)), now),
      ...(await outcomeRefusals(whole, now, words, req)),
    ];
    if (errors.length > 0) {
      throw new ValidationError({ collection: collection.slug, errors, req }, req.t);
    }
  }
  // A command that loads what is past says itself when its outcome came.
  const known = context.signOff ? data.outcomeOn : before?.outcomeOn;
  return {
    ...data,
    ...('withoutOutcome' in data && { withoutOutcome: data.withoutOutcome?.trim() || null }),
    outcomeDueOn: await dueOf(whole, before, req),
    outcomeOn: known ?? (goesOut && hasOutcome(whole.outcome ?? {}) ? toNoon(now) : null),
  };
};

/** A change of the limit leaves what was counted before as it is: only another close or promise moves it. */
async function dueOf(
  whole: Consultation,
  before: Consultation | undefined,
  req: PayloadRequest,
): Promise<string | null> {
  const { closesAt, outcomeDays } = whole;
  if (!closesAt || Number.isNaN(Date.parse(closesAt))) return null;
  const isSame =
    before?.closesAt &&
    Date.parse(before.closesAt) === Date.parse(closesAt) &&
    (before.outcomeDays ?? null) === (outcomeDays ?? null);
  if (isSame && before.outcomeDueOn) return before.outcomeDueOn;
  const days = outcomeDays ?? (await responseLimit(req, 'outcomeDays'));
  const closes = new Date(closesAt).toISOString();
  return toNoon(outcomeDue(closes, days, await workCalendar(req)));
}

/**
 * When the public first could read it: now, where it never went out.
 * @returns null of what a command loads, which is past and tells its own days
 */
function publicFrom(
  before: Consultation | undefined,
  now: string,
  isLoaded: boolean,
): string | null {
  if (isLoaded) return null;
  if (!before?.signedBy?.on) return now;
  return before.publishedOn ? new Date(before.publishedOn).toISOString() : null;
}

function askedProblems(
  whole: Consultation,
  words: Words,
  publishedAt: string | null,
  now: string,
): Problem[] {
  const { opensAt, closesAt, background, draft, attachments, finalDocument, replaces } = whole;
  const problems: Problem[] = [];
  if (opensAt && closesAt && !(Date.parse(closesAt) > Date.parse(opensAt))) {
    problems.push({ path: 'closesAt', message: words.closesFirst });
  }
  const iso = (moment: string) => new Date(moment).toISOString();
  const isTimed = [opensAt, closesAt].every((one) => one && !Number.isNaN(Date.parse(one)));
  const opens = isTimed && openFrom(iso(opensAt), publishedAt ?? iso(opensAt));
  if (isTimed && publishedAt === now && iso(closesAt) <= now) {
    problems.push({ path: 'closesAt', message: words.closedAlready });
  } else if (opens && isTooShort(whole.kind, opens, iso(closesAt), whole.shortenedBecause)) {
    problems.push({ path: 'shortenedBecause', message: words.tooShort });
  }
  // 重大行政决策程序暂行条例第十五条: “公布决策草案及其说明等材料，明确提出意见的方式和期限”.
  if (blocksFromLexical(background).length === 0) {
    problems.push({ path: 'background', message: words.background });
  }
  if (blocksFromLexical(draft).length === 0 && (attachments ?? []).length === 0) {
    problems.push({ path: 'draft', message: words.draft });
  }
  if (finalDocument && replaces && idOf(finalDocument) === idOf(replaces)) {
    problems.push({ path: 'finalDocument', message: words.finalIsOld });
  }
  if (whole.takesComments === false && !whole.otherWays?.trim()) {
    problems.push({ path: 'otherWays', message: words.noWay });
  }
  return problems;
}

async function outcomeRefusals(
  { id, outcome = {}, outcomeOn, closesAt, finalDocument }: Consultation,
  now: string,
  words: Words,
  req: PayloadRequest,
): Promise<Problem[]> {
  // What was told once is not taken away by a later version.
  if (!hasOutcome(outcome) && !outcomeOn) {
    return finalDocument ? [{ path: 'finalDocument', message: words.finalFirst }] : [];
  }
  const { received, waiting } = id
    ? await commentCounts(req.payload, id)
    : { received: 0, waiting: 0 };
  return outcomeProblems({ outcome, closesAt, now, received, waiting }).map((problem) => ({
    path: problem.path,
    message: sentence(problem, words),
  }));
}

function sentence(problem: OutcomeProblem, words: Words): string {
  const text = words[problem.code];
  if ('count' in problem) return text.replace('{count}', String(problem.count));
  return 'point' in problem ? text.replace('{point}', String(problem.point)) : text;
}

const idOf = (ref: NonNullable<Consultation['replaces']>): string =>
  String(typeof ref === 'object' ? ref.id : ref);
