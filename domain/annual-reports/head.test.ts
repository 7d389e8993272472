import { expect, test } from 'vitest';
import { findHead, reportTitle } from './head';

const told = (...given: Parameters<typeof findHead>) =>
  findHead(...given).map(({ rule, left, right }) => [rule, left, right]);

test('a report in the layout of its year under its own name has nothing to say of its head', () => {
  expect(told('2021', 2024, reportTitle('青禾县财政局', 2024))).toEqual([]);
  expect(told('2019', 2020, '青禾县2020年政府信息公开工作年度报告（2021年3月更正）')).toEqual([]);
  expect(told('2021', 2024, '青禾县财政局政府信息公开工作年度报告')).toEqual([]);
  expect(told('2021', 2024, null)).toEqual([]);
});

test('a copy that is still called after last year is told both years', () => {
  expect(told('2021', 2024, reportTitle('青禾县财政局', 2023))).toEqual([
    ['title-year', 2024, 2023],
  ]);
  expect(told('2021', 2024, '青禾县财政局２０２３年政府信息公开工作年度报告')).toEqual([
    ['title-year', 2024, 2023],
  ]);
});

test('figures in a layout that another year has are asked about', () => {
  expect(told('2021', 2020)).toEqual([['other-layout', 2020, null]]);
  expect(told('2019', 2023)).toEqual([['other-layout', 2023, null]]);
});
