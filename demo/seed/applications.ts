import type { User } from '@/payload-types';
import { idOf, quiet, type Seeding } from './seeding';
import { workdayBefore } from './workday-before';

/**
 * The sample applications, taken through their states one by one as an officer would, so that
 * receipt numbers, due dates and letters come from the same hook as everyone's.
 */
export async function seedApplications(seeding: Seeding, officer: User): Promise<number> {
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
    const { id } = await payload.create({
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
        status: 'received',
      },
    });
    for (const { status, on, note } of steps) {
      const day = workdayBefore(today, on);
      await payload.update({
        collection: 'applications',
        id,
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
  }
  return applications.length;
}
