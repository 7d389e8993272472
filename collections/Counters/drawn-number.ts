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
  const [serial] = await drawNumbers(sequence, 1, req, async (drawn) => {
    const taken = new Set<number>();
    for (const one of drawn) if (await isTaken(one)) taken.add(one);
    return taken;
  });
  return serial!;
}

/**
 * The same for several at once, which takes hardly more than for one.
 *
 * @param takenOf those of the given numbers that something has already
 * @returns as many as are asked for, the lowest first
 */
export async function drawNumbers(
  sequence: string,
  count: number,
  req: PayloadRequest,
  takenOf: (serials: number[]) => Promise<ReadonlySet<number>>,
): Promise<number[]> {
  const free: number[] = [];
  while (free.length < count) {
    const old = await redraw(sequence, count - free.length, req);
    const drawn = [...old, ...(await drawNew(sequence, count - free.length - old.length, req))];
    const taken = await takenOf(drawn);
    for (const serial of taken) await confirmDrawn(sequence, serial, req);
    free.push(...drawn.filter((serial) => !taken.has(serial)));
  }
  return free;
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

async function drawNew(sequence: string, count: number, req: PayloadRequest): Promise<number[]> {
  if (count === 0) return [];
  const last = await nextNumber(sequence, req, count);
  const serials = Array.from({ length: count }, (_, i) => last - count + 1 + i);
  for (const serial of serials) {
    const data = { key: keyOf(sequence, serial), value: Date.now() };
    await req.payload.db.create({ collection: 'counters', data, req, returning: false });
  }
  return serials;
}

/** Of each look more than are wanted, since others may take some of them first. */
const MORE = 4;

async function redraw(sequence: string, most: number, req: PayloadRequest): Promise<number[]> {
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
    limit: most + MORE,
    pagination: false,
    req,
  });
  const redrawn: number[] = [];
  for (const { key, value } of docs) {
    if (redrawn.length === most) break;
    // Whoever changes the row from what was read has the number; another finds nothing to change.
    const taken = await req.payload.db.updateOne({
      collection: 'counters',
      where: { and: [{ key: { equals: key } }, { value: { equals: value } }] },
      data: { value: Date.now() },
      req,
    });
    if (taken) redrawn.push(Number(key.slice(prefixOf(sequence).length)));
  }
  return redrawn;
}

const prefixOf = (sequence: string): string => `drawn:${sequence}:`;
/** Padded, so that the lowest number sorts first. */
const keyOf = (sequence: string, serial: number): string =>
  `${prefixOf(sequence)}${String(serial).padStart(9, '0')}`;
