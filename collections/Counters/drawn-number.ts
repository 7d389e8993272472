import type { PayloadRequest } from 'payload';
import { nextNumber } from './next-number';

/**
 * A sequence that stays without gaps although what a number was drawn for may not come about: the
 * save may be refused after the draw, the process may stop, a draft may be discarded. A drawn number
 * has a row until `confirmDrawn` says that it is used; one that nobody confirmed in time is drawn
 * again before a new one. Numbers start at 1.
 *
 * @param isTaken whether something has that number already, typed by hand
 */
export async function drawNumber(
  sequence: string,
  req: PayloadRequest,
  isTaken: (serial: number) => Promise<boolean>,
): Promise<number> {
  for (;;) {
    const serial = (await redraw(sequence, req)) ?? (await drawNew(sequence, req));
    if (!(await isTaken(serial))) return serial;
    await confirmDrawn(sequence, serial, req);
  }
}

/** The number is in use: it is not drawn again. */
export async function confirmDrawn(
  sequence: string,
  serial: number,
  req: PayloadRequest,
): Promise<void> {
  await req.payload.db.deleteMany({
    collection: 'counters',
    where: { key: { equals: keyOf(sequence, serial) } },
    req,
  });
}

/** What had the number is gone, and nobody outside has seen it: it is the next one to be drawn. */
export async function giveBack(
  sequence: string,
  serial: number,
  req: PayloadRequest,
): Promise<void> {
  await confirmDrawn(sequence, serial, req);
  const data = { key: keyOf(sequence, serial), value: 0 };
  await req.payload.db.create({ collection: 'counters', data, req, returning: false });
}

/** Within this time a save that has drawn a number is surely through, or will never be. */
const CONFIRMED_WITHIN_MS = 10 * 60 * 1000;

async function drawNew(sequence: string, req: PayloadRequest): Promise<number> {
  const serial = await nextNumber(sequence, req);
  const data = { key: keyOf(sequence, serial), value: Date.now() };
  await req.payload.db.create({ collection: 'counters', data, req, returning: false });
  return serial;
}

async function redraw(sequence: string, req: PayloadRequest): Promise<number | null> {
  const { docs } = await req.payload.db.find<{ key: string; value: number }>({
    collection: 'counters',
    where: {
      and: [
        // ASCII: everything that starts with the prefix sorts between these two.
        { key: { greater_than: `${prefixOf(sequence)}` } },
        { key: { less_than: `${prefixOf(sequence)}~` } },
        { value: { less_than: Date.now() - CONFIRMED_WITHIN_MS } },
      ],
    },
    sort: 'key',
    limit: 5,
    pagination: false,
    req,
  });
  for (const { key, value } of docs) {
    // Whoever changes the row from what was read has the number; another finds nothing to change.
    const taken = await req.payload.db.updateOne({
      collection: 'counters',
      where: { and: [{ key: { equals: key } }, { value: { equals: value } }] },
      data: { value: Date.now() },
      req,
    });
    if (taken) return Number(key.slice(prefixOf(sequence).length));
  }
  return null;
}

const prefixOf = (sequence: string): string => `drawn:${sequence}:`;
/** Padded, so that the lowest number sorts first. */
const keyOf = (sequence: string, serial: number): string =>
  `${prefixOf(sequence)}${String(serial).padStart(9, '0')}`;
