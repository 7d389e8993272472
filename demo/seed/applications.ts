import { randomBytes } from 'node:crypto';
import { formatQueryCode, newQueryCode } from '@/domain/applications/query-code';
import { keyedHash } from '@/fields/sealed/seal';
import type { Application, User } from '@/payload-types';
import { idOf, quiet, type Seeding } from './seeding';
import { workdayBefore } from './workday-before';

/** The two keys with which a visitor opens a sample case; the code is kept only as a hash. */
export type SampleReceipt = {
  receiptNumber: string;
  queryCode: string;
  status: Application['status'];
};

/**
 * The sample applications, taken through their states one by one as an officer would, so that
 * receipt numbers, due dates and letters come from the same hook as everyone's.
 */
export async function seedApplications(
  seeding: Seeding,
  officer: User,
): Promise<{ count: number; receipts: SampleReceipt[] }> {
  const receipts: SampleReceipt[] = [];
  const { payload, demo, ids, today } = seeding;
  // Receipt numbers rise with the day of filing.
  const applications = [...demo.applications].sort((a, b) => a.filed - b.filed);
  for (const application of applications) {
    const { key: _key, agency, filed, steps, reply, ...plain } = application;
    const { totalDocs } = await payload.count({
      collection: 'applications',
      where: {
        and: [
          { informationTitle: { equals: plain.informationTitle } },
          { name: { equals: plain.name } },
        ],
      },
    });
    if (totalDocs > 0) continue;
    const queryCode = newQueryCode(randomBytes);
    const made = await payload.create({
      collection: 'applications',
      user: officer,
      depth: 0,
      context: quiet(),
      data: {
        ...plain,
        agency: idOf(ids.agencies, agency),
        filedOn: workdayBefore(today, filed),
        occurredOn: workdayBefore(today, filed),
        ...(plain.channel === 'signed-post' && { signedOn: workdayBefore(today, filed) }),
        queryHash: keyedHash(queryCode, 'query-code'),
        status: 'received',
      },
    });
    let { status: last } = made;
    for (const { status, on, note } of steps) {
      last = status;
      const day = workdayBefore(today, on);
      await payload.update({
        collection: 'applications',
        id: made.id,
        user: officer,
        depth: 0,
        context: quiet(),
        data: {
          status,
          note,
          occurredOn: day,
          ...(status === 'answered' && { reply: { ...reply, decidedOn: day } }),
        },
      });
    }
    receipts.push({
      receiptNumber: made.receiptNumber ?? '',
      queryCode: formatQueryCode(queryCode),
      status: last,
    });
  }
  return { count: applications.length, receipts };
}
