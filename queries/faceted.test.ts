import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chosenItems,
  faceted,
  readListAddress,
  writeListAddress,
  type Chosen,
  type ListFacet,
} from './faceted';

type Row = { colours: string[]; size: string };
const facets: ListFacet<Row>[] = [
  { name: 'colour', label: '颜色', valuesOf: ({ colours }) => colours, labelOf: (value) => value },
  { name: 'size', label: '大小', valuesOf: ({ size }) => [size], labelOf: (value) => value },
];
const colour = fc.constantFrom('red', 'blue', 'green');
const size = fc.constantFrom('s', 'm', 'l');
const rows = fc.array(fc.record({ colours: fc.uniqueArray(colour), size }), { maxLength: 12 });
const chosen = fc.record({ colour: fc.uniqueArray(colour), size: fc.uniqueArray(size) });

describe('a list with filters', () => {
  it('counts for each value the rows that are there when it alone is chosen', () => {
    fc.assert(
      fc.property(rows, chosen, (all, some) => {
        const { counted } = faceted(all, facets, some);
        for (const [name, values] of Object.entries(counted))
          for (const { value, count } of values)
            expect(faceted(all, facets, { ...some, [name]: [value] }).rows.length).toBe(count);
      }),
    );
  });

  it('keeps a chosen value in the form, also when nothing is left under it', () => {
    const { counted, rows: left } = faceted([], facets, { size: ['m'] });
    expect(left).toEqual([]);
    expect(counted.size).toEqual([{ value: 'm', count: 0 }]);
  });

  it('writes an address that it reads again', () => {
    fc.assert(
      fc.property(chosen, fc.integer({ min: 1, max: 99 }), (some, page) => {
        const kept = Object.fromEntries(
          Object.entries(some).filter(([, all]) => all.length),
        ) as Chosen;
        const address = { text: '结婚 登记', chosen: kept, page };
        const url = new URL(writeListAddress('/list', address), 'http://localhost');
        const values = Object.fromEntries(
          [...url.searchParams.keys()].map((key) => [key, url.searchParams.getAll(key)]),
        );
        expect(readListAddress(values, facets)).toEqual(address);
      }),
    );
  });

  it('reads any address without an error, and turns no words round', () => {
    const read = readListAddress({ page: '-3', q: '\u202e钱', colour: ['red', ''] }, facets);
    expect(read).toEqual({ text: '钱', chosen: { colour: ['red'] }, page: 1 });
  });

  it('takes a filter away by itself and leaves the others', () => {
    const address = { text: '', chosen: { colour: ['red'], size: ['s', 'm'] }, page: 2 };
    expect(chosenItems('/list', facets, address).map(({ removeHref }) => removeHref)).toEqual([
      '/list?size=s&size=m',
      '/list?colour=red&size=m',
      '/list?colour=red&size=s',
    ]);
  });
});
