import path from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { loadEnv } from 'payload/node';
import { Report } from '../transfer/import/report';
import type { Indexing } from '../transfer/import/after';
import { carryOut, planRun, type Stop, type Writer } from '../transfer/import/run';
import { SourceError } from '../transfer/import/sources';

/**
 * Imports documents from a folder, an archive or a single file: saved State Council pages, law
 * Markdown, Word files, plain text, lists in spreadsheets and JSON Lines, mixed as they come.
 *
 *   npm run import -- PATH [--dry-run] [--report FILE]
 *                     [--editor EMAIL] [--clerk EMAIL] [--leader EMAIL]
 */
const USAGE =
  '用法：npm run import -- 路径 [--dry-run] [--report 文件] [--editor 邮箱] [--clerk 邮箱] [--leader 邮箱]';
const CHANGES = ['created', 'updated', 'approved'] as const;
const OPINION = '批量导入，已核对来源。';
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const stop: Stop = { isAsked: false };

let atSecondStop = '';

process.on('SIGINT', () => {
  if (stop.isAsked) {
    console.error(atSecondStop);
    process.exit(130);
  }
  stop.isAsked = true;
  console.error('\n正在停止：写完当前这一件就结束。再按一次立即退出。');
});

try {
  process.exitCode = await main();
} catch (error) {
  const isTold = error instanceof Error && ['SourceError', 'SignersError'].includes(error.name);
  console.error(isTold ? (error as Error).message : error);
  process.exitCode = 1;
}
// Payload keeps connections and timers open.
process.exit();

async function main(): Promise<number> {
  const { values, target } = readArguments();
  const report = openReport(values.report);
  const plan = await planRun(target, stop);
  if (plan.readable === 0 || values['dry-run']) {
    await carryOut(plan, null, report, stop);
    tell(report, '试运行完成，没有写入。 Dry run: nothing was written.');
    if (plan.readable > 0 || stop.isAsked) return 0;
    console.error('没有一个文件可以导入。 No file can be imported.');
    return 1;
  }
  // The configuration reads the environment as it loads, and a production start applies migrations.
  Object.assign(process.env, { NODE_ENV: process.env.NODE_ENV ?? 'production' });
  loadEnv(root);
  const [{ getPayload }, { default: config }, { DocumentWriter }, { findSigners }, after] =
    await Promise.all([
      import('payload'),
      import('../payload.config'),
      import('../transfer/import/write'),
      import('../transfer/import/signers'),
      import('../transfer/import/after'),
    ]);
  const payload = await getPayload({ config, disableOnInit: true });
  const isDemo = process.env.DEMO === 'true';
  const signers = await findSigners(payload, values, { isDemo, opinion: OPINION });
  const writer = await DocumentWriter.open(payload, signers);
  // What is public already must be found, even after a run that was broken off.
  let indexing: Indexing | undefined;
  const onPublic = () => (indexing ??= signers.signOff ? after.beginIndexing(root) : undefined);
  const progress = await carryOut(plan, telling(writer, onPublic), report, stop);
  tell(report, `导入完成，每秒 ${progress.rate.toFixed(0)} 件。`);
  console.log(signers.note);
  if (!indexing) return 0;
  atSecondStop = '检索没有更新完，请运行 npm run search:rebuild。';
  for (const line of await after.afterImport(payload, indexing)) console.log(line);
  return 0;
}

/** Calls `onPublic` after each batch in which something was written. */
function telling(writer: Writer, onPublic: () => void): Writer {
  return {
    writeBatch: async (items) => {
      const outcomes = await writer.writeBatch(items);
      if (outcomes.some((outcome) => CHANGES.some((change) => change === outcome))) onPublic();
      return outcomes;
    },
  };
}

function tell(report: Report, done: string): void {
  report.close();
  console.log(stop.isAsked ? '已中断，再次运行会接着做。' : done);
  for (const line of report.summary()) console.log(line);
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean' },
        report: { type: 'string' },
        editor: { type: 'string' },
        clerk: { type: 'string' },
        leader: { type: 'string' },
      },
    });
    const [target, ...more] = positionals;
    if (target && more.length === 0) return { values, target };
  } catch (error) {
    throw new SourceError(`${(error as Error).message}\n${USAGE}`);
  }
  throw new SourceError(USAGE);
}

function openReport(file: string | undefined): Report {
  try {
    return new Report(file);
  } catch (error) {
    throw new SourceError(`无法写入报告“${file}”：${(error as Error).message}`);
  }
}
