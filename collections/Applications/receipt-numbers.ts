import { createLocalReq, type Payload, type PayloadRequest } from 'payload';
import { confirmDrawn, drawNumbers, giveBack } from '@/collections/Counters/drawn-number';
import { formatReceiptNumber, parseReceiptNumber } from '@/domain/applications/receipt-number';
import { yearOf, type Day } from '@/domain/workdays/days';

/** The letters before every receipt number of this portal. */
export const receiptPrefix = (): string => process.env.RECEIPT_PREFIX ?? 'YF';

/**
 * The next receipt number of the year in which an application is filed. What fails after it leaves no
 * gap (drawn-number.ts); who has stored it says so with {@link confirmReceiptNumber}.
 */
export async function drawReceiptNumber(filedOn: Day, req: PayloadRequest): Promise<string> {
  const [number] = await drawReceiptNumbers(yearOf(filedOn), 1, req);
  return number!;
}

type Asked = { year: number; give: (number: string) => void; refuse: (reason: unknown) => void };

const asked: Asked[] = [];
let isDrawing = false;

/**
 * The same for who needs no transaction: while numbers are drawn, those who ask meanwhile wait and get
 * theirs together. Two hundred at once take a few draws.
 */
export function drawWithOthers(filedOn: Day, payload: Payload): Promise<string> {
  return new Promise<string>((give, refuse) => {
    asked.push({ year: yearOf(filedOn), give, refuse });
    if (!isDrawing) void drawAsked(payload);
  });
}

async function drawAsked(payload: Payload): Promise<void> {
  isDrawing = true;
  for (let all = asked.splice(0); all.length > 0; all = asked.splice(0)) {
    for (const year of new Set(all.map((one) => one.year))) {
      const those = all.filter((one) => one.year === year);
      try {
        const req = await createLocalReq({}, payload);
        const numbers = await drawReceiptNumbers(year, those.length, req);
        those.forEach(({ give }, i) => give(numbers[i]!));
      } catch (error) {
        for (const { refuse } of those) refuse(error);
      }
    }
  }
  isDrawing = false;
}

async function drawReceiptNumbers(
  year: number,
  count: number,
  req: PayloadRequest,
): Promise<string[]> {
  const numberOf = (serial: number) =>
    formatReceiptNumber({ prefix: receiptPrefix(), year, serial });
  const serials = await drawNumbers(sequenceOf(year), count, req, async (drawn) => {
    const where = { receiptNumber: { in: drawn.map(numberOf) } };
    const select = { receiptNumber: true } as const;
    const taken = new Set<string>();
    // In the order in which a number goes from the one to the other.
    for (const collection of ['application-drafts', 'applications'] as const) {
      const { docs } = await req.payload.db.find<{ receiptNumber: string }>({
        collection,
        where,
        select,
        pagination: false,
        req,
      });
      for (const { receiptNumber } of docs) taken.add(receiptNumber);
    }
    return new Set(drawn.filter((serial) => taken.has(numberOf(serial))));
  });
  return serials.map(numberOf);
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
