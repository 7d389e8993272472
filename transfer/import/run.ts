import { entryOf, planBatch, withAmendment, type Decision, type Entry } from './check';
import type { Warning } from './findings';
import type { ImportedDocument } from './imported-document';
import { readItems, type Item } from './items';
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

/** What was read, and what the batch as a whole means for each document of it. */
export type Plan = { items: Spool<Item>; decisions: Map<number, Decision>; readable: number };

/** Reads everything once and looks over the batch as a whole. Nothing is written. */
export async function planRun(target: string, stop: Stop): Promise<Plan> {
  const progress = new Progress('检查', null);
  const entries: Entry[] = [];
  const items = new Spool<Item>();
  for await (const item of readItems(target)) {
    if (stop.isAsked) break;
    if ('document' in item.parsed) {
      entries.push(entryOf(items.size, item.path, item.parsed.document));
    }
    items.add(item);
    progress.step();
  }
  progress.end();
  return { items, decisions: planBatch(entries), readable: entries.length };
}

type Ready = { path: string; document: ImportedDocument; warnings: Warning[] };

/**
 * Writes a batch of documents after another, one batch in memory at a time. What points to others is
 * written last, in the order of its decision's rank.
 *
 * @param writer null on a dry run
 */
export async function carryOut(
  plan: Plan,
  writer: Writer | null,
  report: Report,
  stop: Stop,
): Promise<Progress> {
  const { items, decisions } = plan;
  const progress = new Progress(writer ? '导入' : '试运行', items.size);
  let ready: Ready[] = [];
  try {
    for (const at of inTurn(items.size, decisions)) {
      if (stop.isAsked) break;
      const { path, parsed } = items.get(at);
      const decision = decisions.get(at);
      if ('skip' in parsed) report.skip(path, parsed.skip);
      else if (decision && 'skip' in decision) report.skip(path, decision.skip);
      else {
        const { document, warnings } = parsed;
        const amends = decision?.amends;
        ready.push({
          path,
          document: amends ? withAmendment(document, amends) : document,
          warnings,
        });
        if (ready.length < BATCH) continue;
        await writeBatch(ready, writer, report);
        progress.step(ready.length);
        ready = [];
        continue;
      }
      progress.step();
    }
    await writeBatch(ready, writer, report);
    progress.step(ready.length);
  } finally {
    items.remove();
  }
  progress.end();
  return progress;
}

/** The places of all items: those that wait for others come last, by rank and then as they came. */
function inTurn(count: number, decisions: Plan['decisions']): number[] {
  const rankOf = (at: number): number => {
    const decision = decisions.get(at);
    return decision && 'rank' in decision ? decision.rank + 1 : 0;
  };
  return Array.from({ length: count }, (_, at) => at).sort((a, b) => rankOf(a) - rankOf(b));
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
