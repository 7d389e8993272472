import { entryOf, planBatch, withAmendment, type Decision, type Entry } from './check';
import { skip } from './findings';
import type { ImportedDocument } from './imported-document';
import { readItems } from './items';
import { Progress } from './progress';
import type { Report } from './report';
import { KeptByHandError, type DocumentWriter } from './write';

/** Set by Ctrl-C: the document at hand is finished, then the run ends with its report. */
export type Stop = { isAsked: boolean };

export type Plan = { decisions: Map<number, Decision>; files: number; readable: number };

/** First pass: reads everything once and looks over the batch as a whole. Nothing is written. */
export async function planRun(target: string, stop: Stop): Promise<Plan> {
  const progress = new Progress('检查', null);
  const entries: Entry[] = [];
  let files = 0;
  for await (const { path, parsed } of readItems(target)) {
    if (stop.isAsked) break;
    if ('document' in parsed) entries.push(entryOf(files, path, parsed.document));
    files += 1;
    progress.step();
  }
  progress.end();
  return { decisions: planBatch(entries), files, readable: entries.length };
}

type Held = { path: string; document: ImportedDocument; rank: number; warnings: Warnings };
type Warnings = Parameters<Report['took']>[3];

/**
 * Second pass: reads again, so that memory stays flat, and writes one document after another.
 * Later versions of a law are written last, in their order: they point to the one that they amend.
 *
 * @param writer null on a dry run
 */
export async function carryOut(
  target: string,
  plan: Plan,
  writer: DocumentWriter | null,
  report: Report,
  stop: Stop,
): Promise<Progress> {
  const progress = new Progress(writer ? '导入' : '试运行', plan.files);
  const held: Held[] = [];
  let at = -1;
  for await (const { path, parsed } of readItems(target)) {
    if (stop.isAsked) break;
    at += 1;
    const decision = plan.decisions.get(at);
    if ('skip' in parsed) report.skip(path, parsed.skip);
    else if (decision && 'skip' in decision) report.skip(path, decision.skip);
    else if (decision) {
      const { document, warnings } = parsed;
      const amending = withAmendment(document, decision.amends);
      held.push({ path, document: amending, rank: decision.rank, warnings });
      continue;
    } else {
      await writeOne({ path, ...parsed }, writer, report);
    }
    progress.step();
  }
  for (const item of held.sort((a, b) => a.rank - b.rank)) {
    if (stop.isAsked) break;
    await writeOne(item, writer, report);
    progress.step();
  }
  progress.end();
  return progress;
}

async function writeOne(
  { path, document, warnings }: Omit<Held, 'rank'>,
  writer: DocumentWriter | null,
  report: Report,
): Promise<void> {
  try {
    const outcome = writer ? await writer.write(document) : 'ready';
    report.took(outcome as Exclude<typeof outcome, 'skipped'>, path, document.title, warnings);
  } catch (error) {
    // One refused document must not stop the others; the report names it with the reason.
    const finding =
      error instanceof KeptByHandError
        ? skip('kept-by-hand', error.message)
        : skip('write-failed', messageOf(error));
    report.skip(path, finding);
  }
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
