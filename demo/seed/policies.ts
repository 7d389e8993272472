import { addDays } from '@/domain/workdays/days';
import { idOf, quiet, storedIds, type Seeding } from './seeding';

/** The guides for businesses, under the three signatures; some days are counted from that of the seed. */
export async function seedPolicies(seeding: Seeding): Promise<number> {
  const { payload, demo, ids, signOff, today } = seeding;
  const known = await storedIds(payload, 'policies');
  for (const { title, benefit, eligibility, agency, sources, ...rest } of demo.policies) {
    if (known.has(rest.slug)) continue;
    const { startsIn, endsIn, startsOn, endsOn, ...plain } = rest;
    await payload.create({
      collection: 'policies',
      depth: 0,
      context: quiet(signOff),
      data: {
        ...plain,
        agency: idOf(ids.agencies, agency),
        title: title.zh,
        benefit: benefit.zh,
        eligibility: eligibility.zh,
        english: { title: title.en, benefit: benefit.en, eligibility: eligibility.en },
        sources: sources.map(({ document, ...source }) => ({
          ...source,
          document: idOf(ids.documents, document),
        })),
        startsOn: startsIn === undefined ? startsOn : addDays(today, startsIn),
        endsOn: endsIn === undefined ? endsOn : addDays(today, endsIn),
        _status: 'published',
      },
    });
  }
  return demo.policies.length;
}
