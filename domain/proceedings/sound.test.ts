import { expect, test } from 'vitest';
import { proceedingFault } from './sound';

const faultOf = (filedOn: string, closedOn: string | null, result: 'upheld' | null = null) =>
  proceedingFault({ filedOn, closedOn, result }, '2026-03-02');

test('a case is open, or closed on its first day or later, with or without a named result', () => {
  expect(faultOf('2025-05-06', null)).toBeNull();
  expect(faultOf('2025-05-06', '2025-05-06', 'upheld')).toBeNull();
  expect(faultOf('2025-05-06', '2026-03-02')).toBeNull();
});

test.each([
  ['closed before it was filed', 'closedBeforeFiled', '2025-05-06', '2025-05-05', null],
  ['filed tomorrow', 'filedAhead', '2026-03-03', null, null],
  ['closed tomorrow', 'closedAhead', '2025-05-06', '2026-03-03', null],
  ['with a result and no day of closing', 'resultWithoutDay', '2025-05-06', null, 'upheld'],
  ['from before there was a right to information', 'tooEarly', '0025-05-06', null, null],
] as const)('a case %s is told so', (_, fault, filedOn, closedOn, result) => {
  expect(faultOf(filedOn, closedOn, result)).toBe(fault);
});
