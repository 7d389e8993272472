import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SearchEngine, SearchQuery, SearchRecord } from './engine';
import { record } from './engine.samples';

/** What every engine counts, filters and pages alike. */
export function describeCounts(open: () => Promise<SearchEngine>): void {
  describe('counts, filters and pages', () => {
    let engine: SearchEngine;

    beforeEach(async () => {
      engine = await open();
      await engine.put(manyRecords());
    });
    afterEach(async () => {
      await engine.close();
    });

    const find = async (text: string, query: Partial<SearchQuery> = {}): Promise<string[]> =>
      (await engine.search({ text, ...query })).hits.map(({ key }) => key);

    it('counts each value as often as the list shows it once it is chosen', async () => {
      const { facets, total } = await engine.search({ text: '办法' });
      expect(total).toBe(60);
      for (const [facet, values] of Object.entries(facets)) {
        for (const { value, count } of values) {
          const chosen = await engine.search({
            text: '办法',
            filters: { [facet]: [value] },
            limit: 100,
          });
          expect([facet, value, chosen.total]).toEqual([facet, value, count]);
          expect(chosen.hits).toHaveLength(count);
        }
      }
    });

    it('counts versions of one text as one, in the total, in every value and in the list', async () => {
      await engine.put(manyRecords().map(asVersion));
      const { facets, total } = await engine.search({ text: '办法' });
      expect(total).toBe(35);
      for (const [facet, values] of Object.entries(facets)) {
        for (const { value, count } of values) {
          const chosen = await engine.search({
            text: '办法',
            filters: { [facet]: [value] },
            limit: 100,
          });
          expect([facet, value, chosen.total]).toEqual([facet, value, count]);
          expect(chosen.hits).toHaveLength(count);
        }
      }
    });

    it('keeps the other values of a chosen facet, within what the other facets allow', async () => {
      const filters = { kind: ['rule'], theme: ['economy'] };
      const { facets, total } = await engine.search({ text: '办法', filters });
      const other = facets.kind.find(({ value }) => value === 'notice');
      const both = await engine.search({
        text: '办法',
        filters: { ...filters, kind: ['rule', 'notice'] },
      });
      expect(both.total).toBe(total + (other?.count ?? 0));
    });

    it('filters by days of publication, both included', async () => {
      const filters = { publishedFrom: '2020-01-03', publishedTo: '2020-01-05' };
      const { hits } = await engine.search({ text: '', filters, limit: 100 });
      expect(hits.map(({ publishedOn }) => publishedOn)).toEqual([
        '2020-01-05',
        '2020-01-04',
        '2020-01-03',
      ]);
    });

    it.each(['relevance', 'newest', 'oldest'] as const)(
      'gives every record once over all pages, sorted by %s',
      async (sort) => {
        const keys: string[] = [];
        for (let offset = 0; offset < 60; offset += 7) {
          keys.push(...(await find('办法', { sort, offset, limit: 7 })));
        }
        expect(new Set(keys).size).toBe(60);
        expect(keys).toHaveLength(60);
      },
    );

    it('gives an empty page beyond the end and takes any limit', async () => {
      expect(await find('办法', { offset: 5000 })).toEqual([]);
      expect(await find('办法', { limit: 0 })).toHaveLength(1);
      expect(await find('办法', { limit: Number.NaN, offset: -3 })).toHaveLength(1);
    });
  });
}

function manyRecords(): SearchRecord[] {
  const pick = <T>(values: readonly [T, ...T[]], n: number): T => values[n % values.length] as T;
  return Array.from({ length: 60 }, (_, n) =>
    record(String(n), {
      title: `第${n}号办法`,
      kind: pick(['rule', 'notice', 'plan', null], n),
      themes: pick([['economy'], ['economy', 'finance'], [], ['culture']], Math.floor(n / 2)),
      columns: pick([['a'], ['a', 'b']], n),
      agency: pick(['县教育局', '县财政局', '国务院'], n),
      agencySlug: pick(['education', 'finance', null], n),
      category: pick(['planning', 'budgets'], Math.floor(n / 3)),
      validity: pick(['in-force', 'repealed', 'amended'], Math.floor(n / 5)),
      year: 2020,
      publishedOn: `2020-${n < 28 ? '01' : '03'}-${String((n % 28) + 1).padStart(2, '0')}`,
      hasInterpretation: n % 7 === 0,
      topics: pick([['parking'], ['parking', 'housing'], []], n),
      fileTypes: pick([['pdf'], ['pdf', 'docx'], []], Math.floor(n / 4)),
    }),
  );
}

/** Two in three of the records are versions of some text. */
const asVersion = (one: SearchRecord, n: number): SearchRecord => ({
  ...one,
  work: n % 3 === 0 ? null : `work-${Math.floor(n / 3) % 15}`,
});
