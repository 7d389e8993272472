import { describe, expect, it } from 'vitest';
import { emptyTables, fillTables } from './fill';
import { handChangesOf, readGivenChanges, recompiled, type HandChange } from './hand-changes';
import { figureAt, type Figure, type ReportTables } from './tables';

const received = { table: 'applications', row: 'received', column: 'natural' } as const;
const licences = { table: 'disclosure', row: 'licensing', column: 'decisions' } as const;
const isAt = (cell: object, other: object) => JSON.stringify(cell) === JSON.stringify(other);

/** Tables with one figure in 一 of 自然人, one in 行政许可, and nothing else. */
const tablesWith = (figure: Figure, licensing: Figure = null): ReportTables =>
  fillTables('2021', (cell) =>
    isAt(cell, received) ? figure : isAt(cell, licences) ? licensing : null,
  );

const editor = { by: 7, byName: '李编辑', at: '2026-01-05T01:00:00.000Z' };
const later = { by: 8, byName: '王编辑', at: '2026-01-06T01:00:00.000Z' };
const change: HandChange = { ...received, computed: 3, entered: 4, why: '漏登一件', ...editor };

describe('changes by hand', () => {
  const changes = (entered: Figure, rest: Partial<Parameters<typeof handChangesOf>[3]> = {}) =>
    handChangesOf('2021', tablesWith(entered), tablesWith(3), {
      known: [],
      given: [],
      editor,
      ...rest,
    });

  it('keep both figures, who, when and why', () => {
    expect(changes(4, { given: [{ ...received, why: '漏登一件' }] })).toEqual([change]);
  });

  it('are told without a reason until somebody gives one', () => {
    expect(changes(4)).toEqual([{ ...change, why: '' }]);
    expect(changes(null)).toEqual([{ ...change, entered: null, why: '' }]);
  });

  it('stay whose they were when another person saves', () => {
    const given = [{ ...received, why: '漏登一件' }];
    expect(changes(4, { known: [change], given, editor: later })).toEqual([change]);
  });

  it('are the other person’s who enters another figure, and ask for a reason anew', () => {
    expect(changes(5, { known: [change], editor: later })).toEqual([
      { ...change, ...later, entered: 5, why: '' },
    ]);
  });

  it('drop out when the figure is the computed one again', () => {
    expect(changes(3, { known: [change] })).toEqual([]);
  });

  it('are none in a cell that nothing is computed for', () => {
    const tables = tablesWith(3, 20);
    expect(handChangesOf('2021', tables, tablesWith(3), { known: [], given: [], editor })).toEqual(
      [],
    );
  });

  it('are read out of anything that is sent', () => {
    expect(readGivenChanges([{ ...received, why: ' 漏登 ', by: 99 }, null, { why: 'x' }])).toEqual([
      { ...received, why: '漏登' },
    ]);
    expect(readGivenChanges('x')).toEqual([]);
  });
});

describe('counting anew', () => {
  const at = (tables: ReportTables) =>
    [received, licences].map(({ table, row, column }) => figureAt(tables, table, row, column));

  it('fills empty tables', () => {
    const { tables, changed } = recompiled('2021', emptyTables('2021'), tablesWith(3), {
      before: null,
      changes: [],
    });
    expect(at(tables)).toEqual([3, null]);
    expect(changed).toEqual([{ ...received, before: null, after: 3 }]);
  });

  it('brings a computed cell up to date and leaves what only people know', () => {
    const { tables, changed } = recompiled('2021', tablesWith(3, 20), tablesWith(5), {
      before: tablesWith(3),
      changes: [],
    });
    expect(at(tables)).toEqual([5, 20]);
    expect(changed).toHaveLength(1);
  });

  it('leaves what was changed by hand, blanks too', () => {
    for (const entered of [4, null]) {
      const { tables, changed } = recompiled('2021', tablesWith(entered), tablesWith(5), {
        before: tablesWith(3),
        changes: [received],
      });
      expect(at(tables)).toEqual([entered, null]);
      expect(changed).toEqual([]);
    }
  });

  it('leaves what was entered or imported before anything was computed', () => {
    const { tables } = recompiled('2021', tablesWith(4), tablesWith(5), {
      before: null,
      changes: [],
    });
    expect(at(tables)).toEqual([4, null]);
  });
});
