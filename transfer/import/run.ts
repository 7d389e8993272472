import { entryOf, planBatch, withAmendment, type Decision, type Entry } from './check';
import type { Warning } from './findings';
import type { ImportedDocument } from './imported-document';
import { readItems } from './items';
import { Progress } from './progress';
import { leftToPeople } from './relations';
import { refusalOf } from './refusal';
import type { Outcome, Report } from './report';
import { Spool } from './spool';

/** Set by Ctrl-C: the document at hand is finished, then the run ends with its report. */
export type Stop = { isAsked: boolean };

/** What writes documents; a `DocumentWriter` does. */
export type Writer = { writeBatch: (items: readonly Ready[]) => Promise<(Outcome | Error)[]> };

/** Long enough to save most of what a transaction costs, short enough that the portal can write in between. */
const BATCH = 100;

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

type Ready = { path: string; document: ImportedDocument; warnings: Warning[] };

/**
 * Second pass: reads again, so that memory stays flat, and writes a batch of documents after another.
 * What points to others of the batch is written last, in the order of its decision's rank.
 *
 * @param writer null on a dry run
 */
export async function carryOut(
  target: string,
  plan: Plan,
  writer: Writer | null,
  report: Report,
  stop: Stop,
): Promise<Progress> {
  const progress = new Progress(writer ? '导入' : '试运行', plan.files);
  const held = new Spool<Ready>();
  let ready: Ready[] = [];
  const write = async (): Promise<void> => {
    await writeBatch(ready, writer, report);
    progress.step(ready.length);
    ready = [];
  };
  try {
    let at = -1;
    for await (const { path, parsed } of readItems(target)) {
      if (stop.isAsked) break;
      at += 1;
      const decision = plan.decisions.get(at);
      if ('skip' in parsed) report.skip(path, parsed.skip);
      else if (decision && 'skip' in decision) report.skip(path, decision.skip);
      else if (decision) {
        const { document, warnings } = parsed;
        const { amends, rank } = decision;
        const changed = amends ? withAmendment(document, amends) : document;
        held.add({ path, document: changed, warnings }, rank);
        continue;
      } else {
        ready.push({ path, ...parsed });
        if (ready.length === BATCH) await write();
        continue;
      }
      progress.step();
    }
    await write();
    for (const item of held.inOrder()) {
      if (stop.isAsked) break;
      ready.push(item);
      if (ready.length === BATCH) await write();
    }
    await write();
  } finally {
    held.remove();
  }
  progress.end();
  return progress;
}

async function writeBatch(
  ready: readonly Ready[],
  writer: Writer | null,
  report: Report,
): Promise<void> {
  if (ready.length === 0) return;
  const outcomes = writer ? await writer.writeBatch(ready) : [];
  for (const [at, { path, document, warnings }] of ready.entries()) {
    const outcome = writer ? outcomes[at] : 'ready';
    // One refused document must not stop the others; the report names it with the reason.
    if (outcome instanceof Error) report.skip(path, refusalOf(outcome));
    else if (outcome) {
      report.took(outcome, path, document.title, [...warnings, ...leftToPeople(document)]);
    }
  }
}
