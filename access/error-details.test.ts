import { expect, test } from 'vitest';
import { tellErrorDetails } from './error-details';

const UNKNOWN = { errors: [{ message: 'An unknown error occurred.' }] };

/** As of a built portal, in which classes lose their names. */
const thrown = (message: string, more: object): Error =>
  Object.assign(new Error(message), { name: '', ...more });

const told = (error: Error) => tellErrorDetails({ error, result: UNKNOWN } as never);

test('a refusal without details is told in its own words, whatever its class is called', () => {
  const error = thrown('请说明年度和要提醒的机关。', { status: 400, isPublic: true, data: null });
  expect(told(error)).toEqual({
    response: { errors: [{ message: '请说明年度和要提醒的机关。' }] },
    status: 400,
  });
});

test('a fault of the portal keeps what it is about to itself', () => {
  expect(told(thrown('SQLITE_ERROR: no such column', {}))).toBeUndefined();
  expect(told(thrown('SQLITE_ERROR', { status: 500, data: null }))).toBeUndefined();
});
