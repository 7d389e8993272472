import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { structureOf } from '../domain/documents/structure';
import { standingOf } from '../domain/documents/validity';
import { missingParts } from '../domain/policies/missing';
import { checkPassage } from '../domain/policies/passage';
import { standing, STANDINGS } from '../domain/policies/standing';
import { addDays } from '../domain/workdays/days';
import { readDemo, type Demo } from './content';

/** As in texts.test.ts: for this day the demo county was written. */
const TODAY = '2026-11-24';

let demo: Demo;
beforeAll(async () => {
  demo = await readDemo(fileURLToPath(new URL('.', import.meta.url)));
});

describe('the demo guides for businesses', () => {
  it('are at least twelve, each under a name of its own and of an agency that is there', () => {
    const slugs = demo.policies.map(({ slug }) => slug);
    expect(slugs.length).toBeGreaterThanOrEqual(12);
    expect(new Set(slugs).size).toBe(slugs.length);
    const agencies = new Set(demo.agencies.map(({ slug }) => slug));
    expect(demo.policies.filter(({ agency }) => !agencies.has(agency))).toEqual([]);
  });

  it('lack nothing, and name nobody and no telephone that could ring', () => {
    for (const { eligibility, benefit, ...policy } of demo.policies) {
      const whole = { ...policy, benefit: benefit.zh, eligibility: eligibility.zh };
      expect([policy.slug, missingParts(whole)]).toEqual([policy.slug, []]);
      expect(policy.phone, policy.slug).toMatch(/^0795-0000\d{3}$/);
      expect(policy.officer, policy.slug).toMatch(/ [一-龥]某$/);
    }
  });

  it('quote what stands in their documents, at the place they name', () => {
    const structures = new Map(demo.documents.map(({ slug, body }) => [slug, structureOf(body)]));
    for (const { slug, sources } of demo.policies) {
      for (const { document, anchor, passage } of sources) {
        const structure = structures.get(document);
        expect(structure && checkPassage(structure, anchor, passage), `${slug} ${anchor}`).toEqual({
          found: 'here',
        });
      }
    }
  });

  it('show every standing, with one whose document was repealed and one whose was amended', () => {
    const found = demo.policies.map((policy) => {
      const { startsIn, endsIn, sources } = policy;
      const days = {
        startsOn: startsIn === undefined ? policy.startsOn : addDays(TODAY, startsIn),
        endsOn: endsIn === undefined ? policy.endsOn : addDays(TODAY, endsIn),
      };
      return standing(
        days,
        sources.map(({ document }) => sourceOf(document)),
        TODAY,
      );
    });
    const states = new Set(found.map(({ state }) => state));
    expect(STANDINGS.filter((state) => state !== 'closed' && !states.has(state))).toEqual([]);
    expect(found.filter(({ expired }) => expired?.how === 'repealed')).toHaveLength(1);
    expect(found.filter(({ amended }) => amended.length > 0)).toHaveLength(1);
  });
});

function sourceOf(slug: string) {
  const document = demo.documents.find((each) => each.slug === slug)!;
  const incoming = demo.documents.flatMap((by) =>
    by.relations
      .filter((relation) => relation.document === slug)
      .map((relation) => ({ ...relation, by })),
  );
  return { id: slug, ...standingOf(document, incoming) };
}
