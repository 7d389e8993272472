import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { loadEnv } from 'payload/node';
import { DOMAINS, type Domain } from '../domain/catalogue/domains';
import { LEAVES_OUT, type SheetFinding } from '../domain/catalogue/sheet';
import { messages } from '../messages';
import { readCatalogue, WorkbookError } from '../transfer/catalogue/read-workbook';

/**
 * Takes a standard catalogue over from a workbook, or gives it out as one.
 *
 *   npm run catalogue -- import FILE.xlsx [--dry-run] [--domain CODE] [--retire]
 *   npm run catalogue -- export FILE.xlsx [--domain CODE]
 */
const USAGE = [
  '用法：npm run catalogue -- import 文件.xlsx [--dry-run] [--domain 领域] [--retire]',
  '　　　npm run catalogue -- export 文件.xlsx [--domain 领域]',
  `领域：${DOMAINS.map(({ code, zh }) => `${code}（${zh}）`).join('、')}`,
].join('\n');

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

class UsageError extends Error {}

try {
  await main();
} catch (error) {
  const isTold = error instanceof UsageError || error instanceof WorkbookError;
  console.error(isTold ? error.message : error);
  process.exitCode = 1;
}
// Payload keeps connections and timers open.
process.exit();

async function main(): Promise<void> {
  const { command, file, domain, isDry, retire } = readArguments();
  // A file that can't be read needs no database to say so.
  const catalogue = command === 'import' ? readCatalogue(await bytesOf(file), domain) : null;
  Object.assign(process.env, { NODE_ENV: process.env.NODE_ENV ?? 'production' });
  loadEnv(root);
  const [
    { getPayload },
    { default: config },
    store,
    { catalogueWorkbook },
    { requestRevalidation },
  ] = await Promise.all([
    import('payload'),
    import('../payload.config'),
    import('../transfer/catalogue/store'),
    import('../transfer/catalogue/write-workbook'),
    import('../jobs/request-revalidation'),
  ]);
  const payload = await getPayload({ config, disableOnInit: true });
  if (!catalogue) {
    const items = await store.loadItems(payload, domain);
    await writeFile(file, await catalogueWorkbook(items));
    console.log(`已导出 ${items.length} 项到 ${file}。`);
    return;
  }
  const plan = await store.planCatalogue(payload, catalogue);
  for (const finding of plan.findings) console.log(worded(finding));
  const { added, changed, unchanged, missing } = plan;
  console.log(`新增 ${added.length} 项，改动 ${changed.length} 项，没有变化 ${unchanged} 项。`);
  if (missing.length > 0) {
    console.log(
      retire
        ? `表中没有的 ${missing.length} 项标为停用。`
        : `表中没有的 ${missing.length} 项保留不动；要停用，请加 --retire。`,
    );
  }
  if (isDry) {
    console.log('试运行，没有写入。');
    return;
  }
  await store.writeCatalogue(payload, plan, { retire, context: { disableRevalidate: true } });
  console.log('已写入。');
  if (!(await requestRevalidation(payload.logger))) {
    console.log('门户没有运行或没有应答；页面会在五分钟内自行更新。');
  }
}

function worded({ sheet, row, code, detail }: SheetFinding): string {
  const place = [sheet && `“${sheet}”`, row > 0 && `第 ${row} 行`].filter(Boolean).join('');
  const kind = LEAVES_OUT.includes(code) ? '没有导入' : '提示';
  const words = messages['zh-CN'].catalogue.findings[code];
  return `${kind}　${place}${place && '：'}${words}${detail ? `（${detail.slice(0, 60)}）` : ''}`;
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new UsageError(`读不到文件“${file}”：${(error as Error).message}`);
  }
}

function readArguments() {
  let parsed;
  try {
    parsed = parseArgs({
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean' },
        domain: { type: 'string' },
        retire: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n${USAGE}`);
  }
  const { values, positionals } = parsed;
  const [command, file, ...more] = positionals;
  if ((command !== 'import' && command !== 'export') || !file || more.length > 0) {
    throw new UsageError(USAGE);
  }
  const entry = DOMAINS.find(({ code, zh }) => values.domain === code || values.domain === zh);
  if (values.domain && !entry) throw new UsageError(`没有领域“${values.domain}”。\n${USAGE}`);
  const domain: Domain | undefined = entry?.code;
  return {
    command,
    file: path.resolve(file),
    domain,
    isDry: Boolean(values['dry-run']),
    retire: Boolean(values.retire),
  };
}
