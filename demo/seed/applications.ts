import { randomBytes } from 'node:crypto';
import { createLocalReq, type Payload } from 'payload';
import { act } from '@/collections/Applications/act';
import { codeHash } from '@/collections/Applications/applicant-case';
import { actions, type ActionCode } from '@/domain/applications/actions';
import { formatQueryCode, newQueryCode } from '@/domain/applications/query-code';
import { addDays } from '@/domain/workdays/days';
import { messages } from '@/messages';
import type { Application, User } from '@/payload-types';
import { fill } from '@/transfer/mail/mail-text';
import { idOf, quiet, type Seeding } from './seeding';
import { workdayBefore } from './workday-before';

/** The two keys with which a visitor opens a sample case; the code is kept only as a hash. */
export type SampleReceipt = {
  receiptNumber: string;
  queryCode: string;
  status: Application['status'];
};

/** Who handles the sample cases: three people, since nobody examines or approves their own words. */
export type CaseStaff = { officer: User; counsel: User; leader: User };

/**
 * The sample applications, taken through their steps one by one as the office would, so that
 * receipt numbers, due dates and letters come from the same rules as everyone's.
 */
export async function seedApplications(
  seeding: Seeding,
  staff: CaseStaff,
): Promise<{ count: number; receipts: SampleReceipt[] }> {
  const receipts: SampleReceipt[] = [];
  const { payload, demo, ids, today } = seeding;
  // Receipt numbers rise with the day of filing.
  const applications = [...demo.applications].sort((a, b) => a.filed - b.filed);
  for (const application of applications) {
    const { key: _key, agency, filed, steps, ...given } = application;
    const { totalDocs } = await payload.count({
      collection: 'applications',
      where: {
        and: [
          { informationTitle: { equals: given.informationTitle } },
          { agency: { equals: idOf(ids.agencies, agency) } },
        ],
      },
    });
    if (totalDocs > 0) continue;
    const queryCode = newQueryCode(randomBytes);
    const made = await payload.create({
      collection: 'applications',
      user: staff.officer,
      depth: 0,
      context: quiet(),
      data: {
        ...given,
        agency: idOf(ids.agencies, agency),
        filedOn: workdayBefore(today, filed),
        ...(given.channel === 'signed-post' && { signedOn: workdayBefore(today, filed) }),
        queryHash: codeHash(queryCode),
        status: 'received',
      },
    });
    let { status } = made;
    for (const { action, on, termIn, ...told } of steps) {
      const user = staff[actorOf(action)];
      const context = { ...quiet(), isSample: true };
      const req = await createLocalReq({ user, context }, payload);
      const day = workdayBefore(today, on);
      const term = termIn === undefined ? {} : { termOn: addDays(day, termIn) };
      ({ status } = await act(req, made.id, action, { ...told, ...term, on: day }));
    }
    receipts.push({
      receiptNumber: made.receiptNumber ?? '',
      queryCode: formatQueryCode(queryCode),
      status,
    });
  }
  if (receipts.length > 0) await returnOneMail(payload);
  return { count: applications.length, receipts };
}

/** The demonstration sends no mail; of one case the office sees what a mail that came back looks like. */
async function returnOneMail(payload: Payload): Promise<void> {
  const { docs } = await payload.find({
    collection: 'mails',
    where: {
      and: [{ state: { equals: 'skipped' } }, { 'application.closedOn': { exists: false } }],
    },
    sort: '-id',
    limit: 1,
    depth: 0,
  });
  const words = messages['zh-CN'].returned;
  const why = words.reasons.noMailbox + fill(words.code, { code: '5.1.1' });
  for (const { id, createdAt } of docs) {
    const data = { state: 'bounced', sentAt: createdAt, error: fill(words.bounced, { why }) };
    await payload.db.updateOne({ collection: 'mails', id, data, returning: false });
  }
}

/** The first of those who may do it. */
function actorOf(action: ActionCode): keyof CaseStaff {
  const first = actions[action].allowed[0]?.by[0];
  return first === 'counsel' || first === 'leader' ? first : 'officer';
}
