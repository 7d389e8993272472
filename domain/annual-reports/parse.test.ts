import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyTables } from './fill';
import { parseTables } from './parse';
import { report2020 } from './report-2020.fixture';

describe('reading stored tables', () => {
  it('gives back what was stored as JSON', () => {
    const stored: unknown = JSON.parse(JSON.stringify(report2020()));
    expect(parseTables('2019', stored)).toEqual({ ok: true, value: report2020() });
  });

  it('takes missing cells for blank ones', () => {
    expect(parseTables('2021', {})).toEqual({ ok: true, value: emptyTables('2021') });
  });

  it('does not read a text for a number', () => {
    expect(
      parseTables('2019', { disclosure: { procurement: { 'purchase-amount': '20368万元' } } }),
    ).toEqual({
      ok: false,
      problems: [
        {
          rule: 'not-a-number',
          table: 'disclosure',
          row: 'procurement',
          column: 'purchase-amount',
        },
      ],
    });
  });

  it('does not drop a row that belongs to the other layout', () => {
    expect(parseTables('2021', { applications: { other: { total: 3 } } })).toEqual({
      ok: false,
      problems: [{ rule: 'unknown-cell', table: 'applications', row: 'other', column: 'total' }],
    });
  });

  it.each([
    null,
    [],
    'tables',
    3,
    { applications: [] },
    { extra: {} },
    { litigation: { review: 1 } },
  ])('refuses %j as the shape of tables', (value) => {
    expect(parseTables('2021', value)).toMatchObject({ ok: false });
  });

  it('answers for any value at all', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => typeof parseTables('2021', value).ok === 'boolean'),
    );
  });
});
