import { describe, expect, it } from 'vitest';
import { keyOfItem, matchItems, titleOfItem } from './items';

const named = (levelOne: string, levelTwo: string, content: string) => ({
  domain: 'budgets' as const,
  levelOne,
  levelTwo,
  content,
});

describe('matchItems', () => {
  const accounts = named('政府决算', '部门决算', '决算表');
  const notes = named('政府决算', '部门决算', '说明');

  it('takes no notice of blanks and marks', () => {
    const read = named('政府决算 ', '部门 决算', '决算表。');
    expect(keyOfItem(read)).toBe(keyOfItem(accounts));
    const { pairs, added, missing } = matchItems([accounts], [read]);
    expect([pairs.length, added, missing]).toEqual([1, [], []]);
  });

  it('takes reworded content as a change where one item stands in that place', () => {
    const read = named('政府决算', '部门决算', '决算表和附表');
    const { pairs, added, missing } = matchItems([accounts], [read]);
    expect(pairs).toEqual([{ stored: accounts, read }]);
    expect([added, missing]).toEqual([[], []]);
  });

  it('does not guess where several stand in one place', () => {
    const read = [named('政府决算', '部门决算', '甲'), named('政府决算', '部门决算', '乙')];
    const { pairs, added, missing } = matchItems([accounts, notes], read);
    expect([pairs, added, missing]).toEqual([[], read, [accounts, notes]]);
  });

  it('says which rows repeat an earlier one, and which items the sheet no longer has', () => {
    const other = named('预算', '', '表');
    const result = matchItems([notes], [other, other, named('绩效', '', '表')]);
    expect(result.repeated).toEqual([other]);
    expect(result.missing).toEqual([notes]);
    expect(result.added).toHaveLength(2);
  });
});

it('names an item by its levels', () => {
  expect(titleOfItem({ levelOne: '政府决算', levelTwo: '部门决算' })).toBe('政府决算 · 部门决算');
  expect(titleOfItem({ levelOne: '政府决算', levelTwo: '' })).toBe('政府决算');
});
