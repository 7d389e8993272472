import { inspectPdf } from './pdf';
import type { PdfAnswer, PdfJob } from './pdf-messages';
import { stripPdf } from './pdf-strip';

/**
 * The process that opens one PDF, started by `pdf-process.ts` at the root of the portal. A file may
 * be made to take endless time or memory: then this process ends, and not the portal.
 */
process.once('message', (job: PdfJob) => {
  void answerTo(job).then((answer) => process.send?.(answer, () => process.disconnect()));
});
process.on('disconnect', () => process.exit());

async function answerTo({ what, bytes }: PdfJob): Promise<PdfAnswer> {
  try {
    const findings = await inspectPdf(bytes);
    if (what === 'inspect' || findings.some(({ hard }) => hard)) return { findings };
    const copy = await stripPdf(bytes);
    const left = await inspectPdf(copy);
    return left.some(({ hard }) => hard) ? { findings: left } : { bytes: copy };
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}
