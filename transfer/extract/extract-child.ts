import { readFile } from 'node:fs/promises';
import type { Extracted, ExtractJob } from './extract-messages';
import { readFileText } from './read';
import { LIMITS, Reading, UnreadableError } from './reading';

/**
 * The process that reads the text out of one file, started by `extract.ts` at the root of the portal. A
 * file may be made to take endless time or memory: then this process ends, and not the portal.
 */
process.once('message', (job: ExtractJob) => {
  void answerTo(job).then((answer) => process.send?.(answer, () => process.disconnect()));
});
process.on('disconnect', () => process.exit());

async function answerTo({ path, name, time }: ExtractJob): Promise<Extracted> {
  const reading = new Reading({
    bytes: LIMITS.unpackedBytes,
    files: LIMITS.files,
    until: performance.now() + time,
  });
  try {
    await readFileText(await readFile(path), name, reading);
  } catch (error) {
    const { reason, detail } =
      error instanceof UnreadableError ? error : new UnreadableError('damaged');
    return { state: 'unreadable', reason, detail, text: '' };
  }
  const { text } = reading;
  const state = text === '' ? 'no-text' : 'read';
  return { state, reason: null, detail: reading.notes.join('；'), text };
}
