import type { PayloadRequest } from 'payload';
import { workCalendar } from '@/collections/HolidayNotices/work-calendar';
import { letterClock } from '@/domain/letters/clock';
import { OPEN_LETTER_STATUSES } from '@/domain/letters/codes';
import { dayOf } from '@/domain/workdays/days';
import { toNoon } from '@/fields/day';
import type { Letter } from '@/payload-types';
import { daysOf } from './record-letter';

const PAGE = 200;

/**
 * Brings the stored due day of every open letter to what the calendar of now gives, by the days that held
 * when it came in. Written one at a time, and only where it differs: a run broken off is finished by the next.
 * @returns how many changed
 */
export async function recountLetters(req: PayloadRequest): Promise<number> {
  const calendar = await workCalendar(req);
  let changed = 0;
  let after: Letter['id'] | undefined;
  for (;;) {
    const { docs } = await req.payload.db.find<Letter>({
      collection: 'letters',
      where: {
        and: [
          { status: { in: [...OPEN_LETTER_STATUSES] } },
          ...(after === undefined ? [] : [{ id: { greater_than: after } }]),
        ],
      },
      select: { receivedOn: true, dueOn: true, isProvisional: true, history: true, revision: true },
      sort: 'id',
      limit: PAGE,
      pagination: false,
      req,
    });
    for (const letter of docs) {
      const days = daysOf(letter);
      if (days === null || !letter.receivedOn) continue;
      const received = dayOf(letter.receivedOn);
      const { due, provisional } = letterClock(received, { days, routingDays: 1 }, calendar);
      const isSame =
        letter.dueOn &&
        dayOf(letter.dueOn) === due &&
        Boolean(letter.isProvisional) === provisional;
      if (isSame) continue;
      const written = await req.payload.db.updateOne({
        collection: 'letters',
        where: {
          and: [{ id: { equals: letter.id } }, { revision: { equals: letter.revision ?? 0 } }],
        },
        data: { dueOn: toNoon(due), isProvisional: provisional },
        req,
      });
      if (written) changed += 1;
    }
    if (docs.length < PAGE) return changed;
    after = docs.at(-1)?.id;
  }
}
