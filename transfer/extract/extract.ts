import { GivenUpError, runBounded, type Bounds } from '../bounded-process';
import type { Extracted, ExtractJob } from './extract-messages';

/** Enough for the largest upload that means no harm. */
const BOUNDS: Bounds = { time: 60_000, memory: 768 };

/**
 * Reads the text out of a file in a process of its own. Whatever is wrong with the file is told in the
 * answer. Two cores have more to do: the caller has one file read after the other (jobs/file-texts.ts).
 */
export async function extractText(
  file: { path: string; name: string },
  limits: Partial<Bounds> = {},
  isSecondTime = false,
): Promise<Extracted> {
  const bounds = { ...BOUNDS, ...limits };
  const job: ExtractJob = { ...file, time: bounds.time * 0.7 };
  try {
    return await runBounded<Extracted>('transfer/extract/extract-child.ts', job, bounds);
  } catch (error) {
    if (!(error instanceof GivenUpError)) throw error;
    const nothing = { state: 'unreadable', text: '' } as const;
    if (error.why === 'time') {
      return { ...nothing, reason: 'timed-out', detail: `${bounds.time / 1000} 秒内没有读完` };
    }
    if (error.why === 'memory') {
      return { ...nothing, reason: 'too-large', detail: `读取要用的内存超过 ${bounds.memory} MB` };
    }
    // An update or a machine short of memory ends a process too, over whatever file it is at.
    if (!isSecondTime) return extractText(file, limits, true);
    const detail = `读取中断：${error.message}`;
    return { ...nothing, reason: 'damaged', detail, isBrokenOff: true };
  }
}
