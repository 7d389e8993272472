import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import type { ReportFinding } from '../transfer/import/annual-report/findings';
import {
  readReport,
  refusedReport,
  type ReadReport,
} from '../transfer/import/annual-report/read-report';
import { reportLines } from '../transfer/import/annual-report/report-lines';
import { fill, findingSentence, type Locale } from '../transfer/import/annual-report/words';
import { LIMITS } from '../transfer/import/source-file';
import { messages } from '../messages';

/**
 * Reads an annual report that exists, tells what was found, guessed and not read, and keeps it as a
 * draft. With --json it only tells, and needs neither database nor settings.
 *
 *   npm run -s import:report -- FILE [--json] [--agency SLUG] [--year YEAR] [--replace-draft]
 */
const USAGE = `用法 Usage: npm run -s import:report -- FILE [--json] [--agency SLUG] [--year YEAR] [--replace-draft] [--lang zh-CN|en]

读一份政府信息公开工作年度报告（DOCX、DOC、网页、XLSX、XLS、从 Word 复制出的文字），说明读出、推断和没有读出的内容，存为草稿。
Reads an annual report (DOCX, DOC, HTML, XLSX, XLS, text copied out of Word), tells what it read, guessed and could not
read, and saves it as a draft.

  --json            只输出一个 JSON 对象，不保存，不需要数据库
                    prints one JSON object; saves nothing and needs no database
  --agency SLUG     机构标识，报告里的名称在平台上找不到时写明
                    whose report it is, where the name in it is not known to the portal
  --year YEAR       年度，报告没有写明时写明 the year, where the report doesn't say
  --replace-draft   同一机构同一年已有报告时，存为它的新草稿；已发布的内容不变
                    where there is a report already, becomes its new draft; what is public stays
  --lang zh-CN|en   说明用的语言 language of the sentences (zh-CN)
  --help            本说明 this text

docs/how-to/annual-report.md`;

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

type Options = {
  file: string;
  isJson: boolean;
  agencySlug?: string;
  year?: number;
  replacesDraft: boolean;
  locale: Locale;
};

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever reads has had enough, as `head` does.
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

async function main(): Promise<number> {
  const options = readOptions();
  if (options === 'help') {
    console.log(USAGE);
    return 0;
  }
  if (!options) return 2;
  const report = await readFrom(options.file);
  if (options.isJson) {
    console.log(JSON.stringify(answer(report, options.locale), null, 2));
    return report.isRead ? 0 : 1;
  }
  const lines = reportLines(report, options.locale);
  if (!report.isRead) {
    for (const line of lines) console.error(line);
    return 1;
  }
  for (const line of lines) console.log(line);
  return save(report, options);
}

async function readFrom(file: string): Promise<ReadReport> {
  try {
    const { size } = await stat(file);
    const limit = LIMITS.packedBytes;
    // Not read into memory at all; the reader has the same bound.
    if (size > limit) {
      return refusedReport(
        'too-large',
        `${(size / 1024 / 1024).toFixed(1)} MB > ${limit / 1024 / 1024} MB`,
      );
    }
    return await readReport(await readFile(file), path.basename(file));
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return refusedReport('not-found', error.message);
  }
}

/** What `--json` prints; its schema is public/schemas/annual-report-import.schema.json. */
const answer = (
  { layout, year, title, agency, tables, narrative, findings }: ReadReport,
  locale: Locale,
) => ({
  layout,
  year,
  title,
  agency,
  tables,
  narrative,
  findings: findings.map((finding: ReportFinding) => {
    const { check: _, ...plain } = finding;
    return { ...plain, message: findingSentence(finding, locale) };
  }),
});

async function save(
  report: ReadReport,
  { agencySlug, year, replacesDraft, locale }: Options,
): Promise<number> {
  const words = messages[locale].reportImport.save;
  // The configuration reads the environment as it loads, and a production start applies migrations.
  Object.assign(process.env, { NODE_ENV: process.env.NODE_ENV ?? 'production' });
  const { loadEnv } = await import('payload/node');
  loadEnv(root);
  const [{ getPayload }, { default: config }, { NotSaved, saveReport }] = await Promise.all([
    import('payload'),
    import('../payload.config'),
    import('../transfer/import/annual-report/save'),
  ]);
  const payload = await getPayload({ config, disableOnInit: true });
  try {
    const wish = { replacesDraft, ...(agencySlug && { agencySlug }), ...(year && { year }) };
    const { id, title, isNew } = await saveReport(payload, report, wish);
    const address = `/admin/collections/annual-reports/${id}`;
    console.log(fill(isNew ? words.created : words.replaced, { title, address }));
    return 0;
  } catch (error) {
    if (!(error instanceof NotSaved)) throw error;
    console.error(fill(words[error.reason], error.values));
    return 1;
  }
}

function readOptions(): Options | 'help' | null {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        agency: { type: 'string' },
        year: { type: 'string' },
        'replace-draft': { type: 'boolean', default: false },
        lang: { type: 'string', default: 'zh-CN' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return 'help';
    const locale = values.lang === 'zh' ? 'zh-CN' : values.lang;
    if (locale !== 'zh-CN' && locale !== 'en') throw new Error(`--lang zh-CN|en: ${values.lang}`);
    const [file, ...more] = positionals;
    if (!file || more.length > 0) throw new Error('请写明一个文件。 Name one file.');
    const year = values.year === undefined ? undefined : Number(values.year);
    if (year !== undefined && !(Number.isInteger(year) && year >= 2008 && year <= 2100)) {
      throw new Error(`--year: ${values.year}`);
    }
    return {
      file,
      isJson: values.json,
      replacesDraft: values['replace-draft'],
      locale,
      ...(values.agency !== undefined && { agencySlug: values.agency }),
      ...(year !== undefined && { year }),
    };
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    console.error(USAGE);
    return null;
  }
}

const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error;

const code = await main();
// A pipe takes a long answer in pieces; leaving before the last one would cut it.
await new Promise<void>((resolve) => process.stdout.write('', () => resolve()));
// Payload keeps connections and timers open.
process.exit(code);
