import { APIError, ValidationError } from 'payload';
import { expect, test } from 'vitest';
import { statusOf } from './thrown';

/** A class of the same shape from another copy of the package. */
class Twin extends Error {
  status = 409;
}

test('knows the status of an error by its shape, whichever copy of the class it is of', () => {
  expect(statusOf(new APIError('no', 400))).toBe(400);
  expect(statusOf(new ValidationError({ errors: [] }))).toBe(400);
  expect(statusOf(new Twin('no'))).toBe(409);
});

test('finds none in what is no refusal', () => {
  for (const thrown of [new Error('no'), null, 'no', { status: 400 }]) {
    expect(statusOf(thrown)).toBeNull();
  }
});
