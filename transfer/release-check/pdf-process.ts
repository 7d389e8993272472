import { GivenUpError, runBounded, type Bounds } from '../bounded-process';
import type { PdfAnswer, PdfJob } from './pdf-messages';

/** The file took more time or memory than it may, or the process that opened it broke off. */
export class PdfGivenUpError extends Error {
  override name = 'PdfGivenUpError';
}

export type PdfBounds = Partial<Bounds>;

let last: Promise<unknown> = Promise.resolve();

/**
 * Opens a PDF in a process of its own, one after the other: two cores have more to do.
 *
 * @throws PdfGivenUpError
 */
export function runPdf(job: PdfJob, bounds: PdfBounds = {}): Promise<PdfAnswer> {
  const turn = last.then(() => runAlone(job, { time: 120_000, memory: 1536, ...bounds }));
  last = turn.catch(() => undefined);
  return turn;
}

async function runAlone(job: PdfJob, bounds: Bounds): Promise<PdfAnswer> {
  try {
    return await runBounded<PdfAnswer>('transfer/release-check/pdf-child.ts', job, bounds);
  } catch (error) {
    if (error instanceof GivenUpError) throw new PdfGivenUpError(error.message);
    throw error;
  }
}
