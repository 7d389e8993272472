import { ofdOf } from './ofd';
import type { PressAnswer, PressJob } from './press-messages';
import { Typesetter } from './typesetter';

/**
 * The process that typesets, started by `press.ts` at the root of the portal: it is busy for a second
 * with a long law and holds the fonts, and neither may stop the web process from answering.
 */
const typesetter = new Typesetter(process.cwd(), process.env.FONTS_PATH || undefined);

process.on('message', (job: PressJob) => {
  void answerTo(job).then((answer) => process.send?.(answer));
});
// Whoever started this is gone.
process.on('disconnect', () => process.exit());

async function answerTo({ id, format, sheet }: PressJob): Promise<PressAnswer> {
  try {
    const { pdf, pages, missing } = typesetter.set(sheet);
    const bytes = format === 'pdf' ? pdf : await ofdOf(pdf, sheet, typesetter.fonts.files);
    return { id, bytes, pages, missing, rss: process.memoryUsage().rss };
  } catch (error) {
    return { id, failed: error instanceof Error ? error.message : String(error) };
  }
}
