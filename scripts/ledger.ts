import { createWriteStream } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { loadEnv } from 'payload/node';
import { createTranslator } from 'use-intl/core';
import { messages } from '../messages';
import { Progress } from '../transfer/import/progress';
import { readApplicantKind, readChannel } from '../transfer/ledger/cell-values';
import { readLedger, type Assumed, type LedgerRow } from '../transfer/ledger/read-ledger';
import { LedgerFileError } from '../transfer/ledger/read-table';
import { noteWords } from '../transfer/ledger/words';
import type { PlannedRow } from '../transfer/ledger/plan-ledger';

/**
 * Takes the ledgers of past years over as closed cases, or gives the ledger out.
 *
 *   npm run ledger -- import FILE [--dry-run] [--overwrite] [--channel WORD] [--applicant-kind WORD] [--agency NAME]
 *   npm run ledger -- export [--year YEAR] [--agency NAME] [--names] -o FILE.xlsx|FILE.csv
 */
const USAGE = [
  '用法：npm run ledger -- import 文件 [--dry-run] [--overwrite] [--channel 渠道] [--applicant-kind 类别] [--agency 机关]',
  '　　　npm run ledger -- export [--year 年份] [--agency 机关] [--names] -o 文件.xlsx',
].join('\n');

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const t = createTranslator({
  locale: 'zh-CN',
  messages: messages['zh-CN'],
  namespace: 'ledger',
});
let isStopped = false;

process.on('SIGINT', () => {
  if (isStopped) process.exit(130);
  isStopped = true;
});

class UsageError extends Error {}

try {
  process.exitCode = await main();
} catch (error) {
  if (error instanceof LedgerFileError) console.error(t(`fileProblems.${error.code}`));
  else console.error(error instanceof UsageError ? error.message : error);
  process.exitCode = 1;
}
// Payload keeps connections and timers open.
process.exit();

async function main(): Promise<number> {
  const { values, positionals } = readArguments();
  const [command, file] = positionals;
  if (command === 'import' && file && positionals.length === 2) return importFrom(file, values);
  if (command === 'export' && values.output && positionals.length === 1) {
    return exportTo(values.output, values);
  }
  throw new UsageError(USAGE);
}

type Values = ReturnType<typeof readArguments>['values'];

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean' },
        overwrite: { type: 'boolean' },
        channel: { type: 'string' },
        'applicant-kind': { type: 'string' },
        agency: { type: 'string' },
        year: { type: 'string' },
        names: { type: 'boolean' },
        output: { type: 'string', short: 'o' },
      },
    });
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n${USAGE}`);
  }
}

async function open() {
  Object.assign(process.env, { NODE_ENV: process.env.NODE_ENV ?? 'production' });
  loadEnv(root);
  const [{ getPayload }, { default: config }] = await Promise.all([
    import('payload'),
    import('../payload.config'),
  ]);
  return getPayload({ config, disableOnInit: true });
}

async function importFrom(file: string, values: Values): Promise<number> {
  // A file that can't be read needs no database to say so.
  const bytes = await bytesOf(file);
  const { rows, columns } = await readLedger(bytes, file, assumedOf(values));
  const [{ planLedger }, { writeLedger }, { overwriteLedger }] = await Promise.all([
    import('../transfer/ledger/plan-ledger'),
    import('../transfer/ledger/write-ledger'),
    import('../transfer/ledger/overwrite'),
  ]);
  const payload = await open();
  const planned = await planLedger(payload, rows);
  console.log(
    t('run.columns', { columns: columns.map((column) => t(`columns.${column}`)).join('、') }),
  );
  for (const row of planned) tell(row);
  const count = (outcome: PlannedRow['outcome']): number =>
    planned.filter((row) => row.outcome === outcome).length;
  const counts = { new: count('new'), known: count('known'), own: count('own') };
  console.log(t('run.counts', { rows: planned.length, ...counts, refused: count('refused') }));
  if (counts.new > 0) console.log(t('run.untold'));
  const differing = planned.filter(({ notes }) => notes.some(({ kind }) => kind === 'differs'));
  const toOverwrite = planned.filter(({ overwrites }) => overwrites !== undefined).length;
  if (differing.length > 0) {
    console.log(
      values.overwrite
        ? t('run.toOverwrite', { differing: differing.length, count: toOverwrite })
        : t('run.differing', { count: differing.length }),
    );
  }
  if (values['dry-run']) {
    console.log(t('run.dry'));
    return 0;
  }
  const progress = new Progress(
    t('run.progress'),
    planned.length + (values.overwrite ? toOverwrite : 0),
  );
  const written = await writeLedger(
    payload,
    planned,
    () => progress.step(),
    () => isStopped,
  );
  const overwritten = values.overwrite
    ? await overwriteLedger(
        payload,
        planned,
        () => progress.step(),
        () => isStopped,
      )
    : 0;
  progress.end();
  console.log(t('run.written', { count: written }));
  if (overwritten > 0) console.log(t('run.overwritten', { count: overwritten }));
  if (isStopped) console.log(t('run.stopped'));
  return isStopped ? 130 : 0;
}

function tell({ place, notes }: LedgerRow): void {
  for (const note of notes) {
    const words = noteWords(note, 'zh-CN');
    console.log(t('run.row', { place, kind: t(`kinds.${note.kind}`), words }));
  }
}

function assumedOf(values: Values): Assumed {
  const channel = readChannel(values.channel)?.value;
  const applicantKind = readApplicantKind(values['applicant-kind'], '')?.value;
  const { channels, applicants } = messages['zh-CN'].applications;
  if (values.channel && !channel) {
    throw new UsageError(`渠道：${Object.values(channels).join('、')}`);
  }
  if (values['applicant-kind'] && !applicantKind) {
    throw new UsageError(`类别：${Object.values(applicants.kinds).join('、')}`);
  }
  return {
    ...(channel && { channel }),
    ...(applicantKind && { applicantKind }),
    ...(values.agency && { agency: values.agency }),
  };
}

async function exportTo(file: string, values: Values): Promise<number> {
  const isCsv = /\.csv$/iu.test(file);
  if (!isCsv && !/\.xlsx$/iu.test(file)) throw new UsageError(USAGE);
  const year = values.year === undefined ? undefined : Number(values.year);
  if (year !== undefined && !/^20\d{2}$/u.test(values.year ?? '')) throw new UsageError(USAGE);
  const payload = await open();
  const [{ createLocalReq }, { ledgerList }, { agencyIds }, { auditExport }, csv, xlsx] =
    await Promise.all([
      import('payload'),
      import('../transfer/ledger/list'),
      import('../transfer/ledger/plan-ledger'),
      import('../collections/AuditLog/record-audit'),
      import('../transfer/export/lists/csv'),
      import('../transfer/export/lists/xlsx'),
    ]);
  const agency = values.agency ? (await agencyIds(payload)).get(values.agency) : undefined;
  if (values.agency && agency === undefined) throw new UsageError(`没有这个机关：${values.agency}`);
  const req = await createLocalReq({}, payload);
  const list = await ledgerList(
    req,
    {
      locale: 'zh-CN',
      ...(year !== undefined && { year }),
      ...(agency !== undefined && { agency }),
      isNamed: values.names ?? false,
    },
    true,
  );
  await auditExport(req, 'applications', {
    format: isCsv ? 'csv' : 'xlsx',
    year: year ?? null,
    names: values.names ?? false,
    reason: values.names ? 'npm run ledger' : null,
  });
  const half = `${file}.part`;
  try {
    await pipeline(
      isCsv ? Readable.from(csv.csvOf(list)) : xlsx.xlsxOf(list),
      createWriteStream(half),
    );
    await rename(half, file);
  } finally {
    await rm(half, { force: true });
  }
  console.log(t('run.exported', { count: list.total, file }));
  return 0;
}

async function bytesOf(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new UsageError(`读不到文件 ${file}：${(error as Error).message}`);
  }
}
