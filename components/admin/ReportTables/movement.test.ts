import { expect, it } from 'vitest';
import type { CellAddress } from '@/domain/annual-reports/fill';
import { applicationsGrid, disclosureGrid, litigationGrid } from '@/domain/annual-reports/grid';
import { directionOf, nextCell } from './movement';

const disclosure = disclosureGrid('2021');
const applications = applicationsGrid('2021');
const part2 = (row: string, column: string): CellAddress => ({ table: 'disclosure', row, column });
const part3 = (row: string, column: string): CellAddress => ({
  table: 'applications',
  row,
  column,
});

it('goes down past a line that only names others', () => {
  expect(nextCell(applications, part3('carried-in', 'natural'), 'down')).toEqual(
    part3('granted', 'natural'),
  );
  expect(nextCell(applications, part3('refused-secret', 'total'), 'up')).toEqual(
    part3('partial', 'total'),
  );
});

it('goes from an item of three columns to the wide one printed below it, and back to the first', () => {
  expect(nextCell(disclosure, part2('normative', 'in-force'), 'down')).toEqual(
    part2('licensing', 'decisions'),
  );
  expect(nextCell(disclosure, part2('licensing', 'decisions'), 'up')).toEqual(
    part2('normative', 'issued'),
  );
});

it('stays at the edges of a table', () => {
  expect(nextCell(applications, part3('received', 'natural'), 'up')).toBeNull();
  expect(nextCell(applications, part3('received', 'natural'), 'left')).toBeNull();
  expect(nextCell(applications, part3('carried-out', 'total'), 'down')).toBeNull();
  expect(nextCell(applications, part3('carried-out', 'total'), 'right')).toBeNull();
});

it('goes from reviews to suits, which stand in one row', () => {
  const grid = litigationGrid('2021');
  const total: CellAddress = { table: 'litigation', row: 'review', column: 'total' };
  expect(nextCell(grid, total, 'right')).toEqual({
    ...total,
    row: 'direct-suit',
    column: 'upheld',
  });
});

const key = (name: string, held: Partial<KeyboardEvent> = {}) => ({
  key: name,
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...held,
});
const selected = { start: 0, end: 3, length: 3 };
const inside = { start: 1, end: 1, length: 3 };
const behind = { start: 3, end: 3, length: 3 };

it('goes down with Enter and up with Shift and Enter', () => {
  expect(directionOf(key('Enter'), inside)).toBe('down');
  expect(directionOf(key('Enter', { shiftKey: true }), inside)).toBe('up');
});

it('leaves a figure sideways only from its edge, or while all of it is selected', () => {
  expect(directionOf(key('ArrowRight'), selected)).toBe('right');
  expect(directionOf(key('ArrowRight'), inside)).toBeNull();
  expect(directionOf(key('ArrowRight'), behind)).toBe('right');
  expect(directionOf(key('ArrowLeft'), behind)).toBeNull();
  expect(directionOf(key('ArrowUp'), inside)).toBe('up');
});

it('leaves keys that are held with others to the browser', () => {
  expect(directionOf(key('ArrowLeft', { altKey: true }), selected)).toBeNull();
  expect(directionOf(key('ArrowRight', { shiftKey: true }), selected)).toBeNull();
  expect(directionOf(key('Enter', { ctrlKey: true }), selected)).toBeNull();
  expect(directionOf(key('5'), selected)).toBeNull();
});
