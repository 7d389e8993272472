import { APIError, type PayloadRequest } from 'payload';
import { nextNumber } from '@/collections/Counters/next-number';
import { formatLetterNumber } from '@/domain/applications/receipt-number';
import { missingReplyElements, replyText, type Reply } from '@/domain/applications/reply';
import { isReplyKind } from '@/domain/applications/reply-kinds';
import { dayOf, yearOf, type Day } from '@/domain/workdays/days';
import { toNoon } from '@/fields/day';
import { messages } from '@/messages';
import type { Agency, Application } from '@/payload-types';

/**
 * Makes the letter of an answered application. What the officer wrote is completed from the case;
 * a letter that lacks an element, the remedy notice among them, is refused and the case stays open.
 */
export async function writeReply(
  application: Application,
  on: Day,
  req: PayloadRequest,
): Promise<Application['reply']> {
  const agency = await agencyOf(application, req);
  const decidedOn = application.reply?.decidedOn ? dayOf(application.reply.decidedOn) : on;
  const isServedOnline = application.delivery === 'online';
  const known: Partial<Reply> = {
    kind: isReplyKind(application.reply?.kind) ? application.reply.kind : undefined,
    agencyName: agency?.name,
    applicantKind: application.applicantKind,
    applicantName: application.name,
    receiptNumber: application.receiptNumber ?? undefined,
    request: application.informationTitle,
    receivedOn: application.receivedOn ? dayOf(application.receivedOn) : undefined,
    facts: application.reply?.facts ?? undefined,
    decision: application.reply?.decision ?? undefined,
    reviewBody: agency ? await reviewBodyOf(agency, req) : undefined,
    court: agency?.court,
    isServedOnline,
    onlineReview: await onlineReview(req),
    decidedOn,
  };
  const { replies } = messages['zh-CN'].applications;
  // The number is drawn last, so that a refused letter leaves no gap.
  const missing = missingReplyElements({ ...known, number: '待编' });
  if (missing.length > 0) throw lacking(missing, req);
  const year = yearOf(decidedOn);
  const prefix = agency?.numberPrefix ?? '';
  const number =
    application.reply?.number ||
    formatLetterNumber(
      `${prefix}依申请`,
      year,
      await nextNumber(`letter:${agency?.slug}:${year}`, req),
    );
  return {
    ...application.reply,
    number,
    decidedOn: toNoon(decidedOn),
    letter: replyText({ ...known, number } as Reply, replies),
  };
}

async function agencyOf(application: Application, req: PayloadRequest): Promise<Agency | null> {
  const { agency } = application;
  if (!agency) return null;
  if (typeof agency === 'object') return agency;
  return req.payload.findByID({
    collection: 'agencies',
    id: agency,
    depth: 0,
    locale: 'zh-CN',
    req,
  });
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

async function onlineReview(req: PayloadRequest): Promise<string | undefined> {
  const site = await req.payload.findGlobal({ slug: 'site', depth: 0, req });
  return site.onlineReview ?? undefined;
}

function lacking(missing: readonly (keyof Elements)[], req: PayloadRequest): APIError {
  const locale = req.i18n?.language === 'en' ? 'en' : 'zh-CN';
  const { office, replies } = messages[locale].applications;
  const elements: Record<string, string> = replies.elements;
  const list = missing.map((element) => elements[element] ?? element);
  return new APIError(
    office.replyLacks.replace('{elements}', list.join(locale === 'en' ? ', ' : '、')),
    400,
    { missing },
    true,
  );
}

type Elements = (typeof messages)['zh-CN']['applications']['replies']['elements'];
