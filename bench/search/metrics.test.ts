import { expect, test } from 'vitest';
import { firstPlace, ndcg, percentile, qualityOf } from './metrics';

const places = (written: string): boolean[] => [...written].map((one) => one === 'x');

test('an answer counts by its place, and not at all after the tenth', () => {
  expect(firstPlace({ places: places('x--'), relevant: 1 })).toBe(1);
  expect(firstPlace({ places: places('--xx'), relevant: 2 })).toBe(3);
  expect(firstPlace({ places: places('----------x'), relevant: 1 })).toBeNull();
  expect(firstPlace({ places: [], relevant: 1 })).toBeNull();
});

test('the gain is whole when all answers stand first, however many there are', () => {
  expect(ndcg({ places: places('xx-'), relevant: 2 })).toBeCloseTo(1);
  expect(ndcg({ places: places('xxxxxxxxxx'), relevant: 40 })).toBeCloseTo(1);
});

test('the gain of a place is one over the binary logarithm of the place and one', () => {
  // 1/log2(3) of 1, and (1 + 1/log2(4)) of (1 + 1/log2(3) + 1/log2(4))
  expect(ndcg({ places: places('-x'), relevant: 1 })).toBeCloseTo(0.6309, 4);
  expect(ndcg({ places: places('x-x'), relevant: 3 })).toBeCloseTo(1.5 / 2.1309, 4);
  expect(ndcg({ places: places('---'), relevant: 1 })).toBe(0);
});

test('the quality of a set is the mean over its questions', () => {
  const quality = qualityOf([
    { places: places('x'), relevant: 1 },
    { places: places('-x'), relevant: 1 },
    { places: places('---'), relevant: 1 },
    { places: places('---x'), relevant: 1 },
  ]);
  expect(quality).toMatchObject({ questions: 4, success1: 0.25, success10: 0.75 });
  expect(quality.mrr).toBeCloseTo((1 + 1 / 2 + 0 + 1 / 4) / 4);
  expect(quality.ndcg).toBeCloseTo((1 + 0.6309 + 0 + 0.4307) / 4, 3);
});

test('no questions give no figures, and no division by nothing', () => {
  expect(qualityOf([])).toEqual({ questions: 0, success1: 0, success10: 0, mrr: 0, ndcg: 0 });
});

test('a percentile is a value that was measured', () => {
  const values = Array.from({ length: 100 }, (_, n) => 100 - n);
  expect(percentile(values, 0.5)).toBe(51);
  expect(percentile(values, 0.95)).toBe(96);
  expect(percentile([7], 0.95)).toBe(7);
  expect(percentile([], 0.95)).toBe(0);
});
