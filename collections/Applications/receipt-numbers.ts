import type { PayloadRequest } from 'payload';
import { confirmDrawn, drawNumber, giveBack } from '@/collections/Counters/drawn-number';
import { formatReceiptNumber, parseReceiptNumber } from '@/domain/applications/receipt-number';
import { yearOf, type Day } from '@/domain/workdays/days';

/** The letters before every receipt number of this portal. */
export const receiptPrefix = (): string => process.env.RECEIPT_PREFIX ?? 'YF';

/**
 * The next receipt number of the year in which an application is filed. What fails after it leaves no
 * gap (drawn-number.ts); who has stored it says so with {@link confirmReceiptNumber}.
 */
export async function drawReceiptNumber(filedOn: Day, req: PayloadRequest): Promise<string> {
  const year = yearOf(filedOn);
  const numberOf = (serial: number) =>
    formatReceiptNumber({ prefix: receiptPrefix(), year, serial });
  const serial = await drawNumber(sequenceOf(year), req, async (candidate) => {
    const where = { receiptNumber: { equals: numberOf(candidate) } };
    for (const collection of ['applications', 'application-drafts'] as const) {
      if ((await req.payload.db.count({ collection, where, req })).totalDocs > 0) return true;
    }
    return false;
  });
  return numberOf(serial);
}

/** Something is stored with this number: it is not drawn again. */
export const confirmReceiptNumber = (
  number: string | null | undefined,
  req: PayloadRequest,
): Promise<void> => withSerial(number, req, confirmDrawn);

/** Nothing was stored with it, and nobody has seen it: it is the next one to be drawn. */
export const giveReceiptNumberBack = (number: string, req: PayloadRequest): Promise<void> =>
  withSerial(number, req, giveBack);

async function withSerial(
  number: string | null | undefined,
  req: PayloadRequest,
  act: (sequence: string, serial: number, req: PayloadRequest) => Promise<void>,
): Promise<void> {
  const parsed = parseReceiptNumber(number ?? '', receiptPrefix());
  if (parsed.ok) await act(sequenceOf(parsed.value.year), parsed.value.serial, req);
}

const sequenceOf = (year: number): string => `application:${year}`;
