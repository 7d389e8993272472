import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../workdays/days';
import { nationalCalendar } from '../workdays/national-calendar';
import { publicationDeadline, publishedWithin } from './publication-deadline';

test('twenty working days run from the day after the information was made, around the holidays', () => {
  // 2020: 清明 4–6 April; 26 April is worked for the May holiday.
  expect(publicationDeadline('2020-04-01', '2020-04-01', nationalCalendar)).toEqual({
    due: '2020-04-29',
    left: 20,
    isOverdue: false,
    provisional: false,
  });
});

test('the due day itself is in time, the day after is not', () => {
  const on = (today: string) => publicationDeadline('2020-04-01', today, nationalCalendar);
  expect(on('2020-04-29')).toMatchObject({ left: 0, isOverdue: false });
  expect(on('2020-04-30')).toMatchObject({ left: -1, isOverdue: true });
});

test('a day that the holiday notice may still move is said to be provisional', () => {
  expect(publicationDeadline('2098-12-20', '2098-12-20', nationalCalendar).provisional).toBe(true);
});

test('how long a published document took is counted the same way', () => {
  expect(publishedWithin('2020-04-01', '2020-04-29', nationalCalendar)).toEqual({
    workdays: 20,
    isLate: false,
  });
  expect(publishedWithin('2020-04-01', '2020-04-30', nationalCalendar).isLate).toBe(true);
  expect(publishedWithin('2020-04-01', '2020-03-30', nationalCalendar).isLate).toBe(false);
});

test('late is what came after the due day, and nothing else', () => {
  const anyDay = fc.integer({ min: 0, max: 9000 }).map((n) => addDays('2004-01-01', n));
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -10, max: 60 }), (madeOn, length) => {
      const publishedOn = addDays(madeOn, length);
      const { due } = publicationDeadline(madeOn, madeOn, nationalCalendar);
      return publishedWithin(madeOn, publishedOn, nationalCalendar).isLate === publishedOn > due;
    }),
  );
});

test('what is no day is refused', () => {
  expect(() => publicationDeadline('2020-02-30', '2020-03-01', nationalCalendar)).toThrow();
});
