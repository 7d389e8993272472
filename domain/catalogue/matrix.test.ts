import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DOMAINS } from './domains';
import {
  cellOf,
  COUNTY,
  matrixOf,
  publicationsOf,
  type Catalogued,
  type MatrixItem,
} from './matrix';

const TODAY = '2026-11-26';
const TOWNSHIPS = ['t1', 't2'];

const items: MatrixItem[] = [
  { id: 'a', domain: 'budgets', way: 'proactive', levels: ['county', 'township'], reviewDays: 30 },
  { id: 'b', domain: 'budgets', way: 'proactive', levels: ['county'] },
  { id: 'c', domain: 'elder-care', way: 'on-request', levels: ['township'] },
];

const under = (
  item: string,
  document: string,
  agency: string | null,
  day = '2026-11-20',
): Catalogued => ({
  document,
  agency,
  item,
  publishedOn: `${day}T12:00:00.000Z`,
});

const rowOf = (catalogued: Catalogued[], domain: string) => {
  const matrix = matrixOf(items, catalogued, TOWNSHIPS, TODAY);
  return matrix.rows.find((row) => row.domain === domain)!;
};

describe('the matrix of fields and places', () => {
  it('has all fields in the order of the notice, empty ones too', () => {
    const { rows, sums } = matrixOf(items, [], TOWNSHIPS, TODAY);
    expect(rows.map(({ domain }) => domain)).toEqual(DOMAINS.map(({ code }) => code));
    expect(rows.every(({ townships }) => townships.length === 2)).toBe(true);
    expect(sums.all).toMatchObject({ documents: 0, last: undefined, nothing: 4 });
  });

  it('gives a township what it published, and the county what no township did', () => {
    const row = rowOf(
      [under('a', '1', 't1'), under('a', '2', 'office'), under('b', '3', null)],
      'budgets',
    );
    expect(row.county).toMatchObject({ items: 2, documents: 2, covered: 2, nothing: 0 });
    expect(row.townships[0]).toMatchObject({ items: 1, documents: 1, last: '2026-11-20' });
    expect(row.townships[1]).toMatchObject({ items: 1, documents: 0, nothing: 1 });
    expect(row.all).toMatchObject({ documents: 3, items: 4, nothing: 1 });
  });

  it('counts a document once in a field under whose items it stands twice', () => {
    const row = rowOf([under('a', '1', 'office'), under('b', '1', 'office')], 'budgets');
    expect(row.county.documents).toBe(1);
  });

  it('says what is late at one place though another one is up to date', () => {
    const row = rowOf(
      [under('a', '1', 't1', '2026-06-01'), under('a', '2', 't2', '2026-11-25')],
      'budgets',
    );
    expect([row.townships[0]?.late, row.townships[1]?.late]).toEqual([1, 0]);
    expect(row.all).toMatchObject({ late: 1, last: '2026-11-25' });
  });

  it('loses no document that a township published under an item of the county alone', () => {
    expect(rowOf([under('b', '1', 't1')], 'budgets').townships[0]).toMatchObject({
      documents: 1,
      items: 1,
      nothing: 1,
    });
  });

  it('misses nothing where an item is disclosed on application', () => {
    expect(rowOf([], 'elder-care').townships[0]).toMatchObject({ nothing: 0, 'on-request': 1 });
  });

  it('adds up: rows and columns give one sum, and different documents are never more than that', () => {
    const catalogued = fc.array(
      fc.record({
        item: fc.constantFrom('a', 'b', 'c'),
        // Who published a document does not change with the item.
        document: fc.nat(9).map(String),
        day: fc.constantFrom('2026-01-05', '2026-11-20'),
      }),
    );
    fc.assert(
      fc.property(catalogued, (all) => {
        const pairs = all.map(({ item, document, day }) =>
          under(item, document, ['t1', 't2', 'x', null][Number(document) % 4]!, day),
        );
        const { rows, sums, distinct } = matrixOf(items, pairs, TOWNSHIPS, TODAY);
        const columns = [sums.county, ...sums.townships];
        for (const count of ['documents', 'items', 'nothing', 'late'] as const) {
          const byRow = rows.reduce((sum, { all: cell }) => sum + cell[count], 0);
          const byColumn = columns.reduce((sum, cell) => sum + cell[count], 0);
          expect([byRow, byColumn]).toEqual([sums.all[count], sums.all[count]]);
        }
        expect(distinct.all).toBe(new Set(pairs.map(({ document }) => document)).size);
        expect(distinct.county + distinct.townships.reduce((a, b) => a + b, 0)).toBe(distinct.all);
        expect(distinct.all).toBeLessThanOrEqual(sums.all.documents);
      }),
    );
  });

  it('tells of several places together by the newest of them', () => {
    const publications = publicationsOf(
      items,
      [under('a', '1', 't1', '2026-02-01'), under('a', '2', 't2', '2026-11-25')],
      TOWNSHIPS,
    );
    const asked = { level: 'township', places: TOWNSHIPS } as const;
    expect(cellOf(publications, asked, TODAY)).toMatchObject({
      documents: 2,
      late: 0,
      last: '2026-11-25',
    });
    expect(cellOf(publications, { places: [COUNTY] }, TODAY).documents).toBe(0);
  });

  it('leaves out what stands under an item that is no longer in use', () => {
    const { sums, distinct } = matrixOf(items, [under('retired', '1', 't1')], TOWNSHIPS, TODAY);
    expect([sums.all.documents, distinct.all]).toEqual([0, 0]);
  });
});
