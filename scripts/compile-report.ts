import path from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import type { PayloadRequest } from 'payload';
import { statusOf } from '../access/thrown';
import type { Compiled } from '../collections/AnnualReports/compile';
import type { WordedFinding } from '../domain/annual-reports/describe';
import { figureAt } from '../domain/annual-reports/tables';
import { layouts } from '../domain/annual-reports/years';
import { messages } from '../messages';
import type { Agency, AnnualReport } from '../payload-types';

/**
 * Compiles an agency's annual report out of the portal's records and keeps it as a draft. With --json it
 * only tells.
 *
 *   npm run -s compile:report -- --agency SLUG --year YEAR [--json] [--new-draft]
 */
const USAGE = `用法 Usage: npm run -s compile:report -- --agency SLUG --year YEAR [--json] [--new-draft] [--lang zh-CN|en]

按平台上的文件、申请、复议诉讼汇总一个机构一年的政府信息公开工作年度报告，显示统计表、数据和检查结果，存为草稿。
Compiles an agency's annual report out of documents, applications, reviews and lawsuits; prints tables, facts and
findings; keeps it as a draft.

  --agency SLUG     机构标识；县政府的报告是各机构之和
                    whose report; that of the county government is the sum of its agencies'
  --year YEAR       年度 the year
  --json            只输出一个 JSON 对象，不保存 prints one JSON object and saves nothing
  --new-draft       已发布的报告另起草稿；公开的内容不变
                    begins a draft beside a published report; what is public stays
  --lang zh-CN|en   说明用的语言 language of the sentences (zh-CN)
  --help            本说明 this text

docs/how-to/annual-report.md`;

type Locale = keyof typeof messages;
type Options = { slug: string; year: number; isJson: boolean; newDraft: boolean; locale: Locale };

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

async function main(): Promise<number> {
  const options = readOptions();
  if (options === 'help') {
    console.log(USAGE);
    return 0;
  }
  if (!options) return 2;
  // The configuration reads the environment as it loads, and a production start applies migrations.
  Object.assign(process.env, { NODE_ENV: process.env.NODE_ENV ?? 'production' });
  const { loadEnv } = await import('payload/node');
  loadEnv(root);
  const [{ createLocalReq, getPayload }, { default: config }, into, { findingsOf }] =
    await Promise.all([
      import('payload'),
      import('../payload.config'),
      import('../collections/AnnualReports/compile-into'),
      import('../collections/AnnualReports/findings'),
    ]);
  const { logger: own, ...rest } = await config;
  // What is printed is the answer alone; what Payload has to say of itself goes beside it.
  const logger = { ...(own as object), destination: process.stderr } as unknown as typeof own;
  const payload = await getPayload({ config: { ...rest, logger }, disableOnInit: true });
  const req = await createLocalReq({ locale: 'zh-CN' }, payload);
  const { slug, year, isJson, newDraft, locale } = options;
  req.i18n.language = locale === 'en' ? 'en' : 'zh';
  const words = messages[locale].reportCompile.command;
  const agency = await agencyOf(req, slug);
  if (!agency) {
    console.error(words.unknownSlug.replace('{slug}', () => slug));
    return 1;
  }
  try {
    const existing = await reportOf(req, agency, year);
    const report = existing ?? { agency: agency.id, year };
    const layout = into.layoutFor(req, report);
    const { compiled } = await into.counted(req, report, layout);
    const findings = await findingsOf(req, {
      parts: existing?.parts,
      handChanges: undefined,
      reasons: existing?.reasons,
      agency: agency.id,
      year,
      title: existing?.title,
      layout,
      tables: compiled.tables,
      compiled,
    });
    if (isJson) {
      console.log(JSON.stringify({ agency: slug, year, ...compiled, findings }, null, 2));
      return 0;
    }
    for (const line of linesOf(compiled, findings, locale)) console.log(line);
    console.log(await save(req, existing));
    return 0;
  } catch (error) {
    // A refusal is meant for the person; everything else is a fault.
    if (statusOf(error) === null || !(error instanceof Error)) throw error;
    console.error(words.refused.replace('{reason}', () => error.message));
    return 1;
  }

  async function save(by: PayloadRequest, existing: AnnualReport | undefined): Promise<string> {
    const told = (pattern: string, { id, title }: AnnualReport, count = 0) =>
      pattern
        .replace('{title}', () => title ?? '')
        .replace('{address}', `/admin/collections/annual-reports/${id}`)
        .replace('{count}', String(count));
    if (!existing) {
      const { report } = await into.compileNew(by, { agency: agency!.id, year });
      return told(words.created, report);
    }
    const { changed } = await into.compileInto(by, existing, { newDraft, overrideAccess: true });
    return told(words.updated, existing, changed.length);
  }
}

async function agencyOf(req: PayloadRequest, slug: string): Promise<Agency | undefined> {
  const { docs } = await req.payload.find({
    collection: 'agencies',
    where: { slug: { equals: slug } },
    limit: 1,
    depth: 0,
    req,
  });
  return docs[0];
}

async function reportOf(
  req: PayloadRequest,
  agency: Agency,
  year: number,
): Promise<AnnualReport | undefined> {
  const { docs } = await req.payload.find({
    collection: 'annual-reports',
    where: { and: [{ agency: { equals: agency.id } }, { year: { equals: year } }] },
    draft: true,
    limit: 1,
    depth: 0,
    req,
  });
  return docs[0];
}

/** Tables with what is in them, facts and findings, for a person at a terminal. */
function linesOf(compiled: Compiled, findings: readonly WordedFinding[], locale: Locale): string[] {
  const { command, facts: names } = messages[locale].reportCompile;
  const { tables: captions } = messages[locale].reportFindings;
  const { layout, tables, facts } = compiled;
  const { disclosure, applications, litigation } = layouts[layout];
  type Labelled = { code: string | null; label: { zh: string; en: string } };
  const say = ({ label }: Labelled) => (locale === 'en' ? label.en : label.zh);
  const rows = (table: keyof typeof captions, lines: Labelled[], columns: Labelled[]) =>
    lines.map((line) => {
      if (line.code === null) return `  ${say(line)}`;
      const cells = columns.flatMap((column) => {
        const figure = figureAt(tables, table, line.code!, column.code!);
        return figure === null ? [] : [`${say(column)} ${figure}`];
      });
      return `  ${say(line)}  ${cells.join('  ') || '–'}`;
    });
  const { documentsByKind: _, ...figures } = facts;
  return [
    layouts[layout].source.number,
    '',
    captions.disclosure,
    ...disclosure.flatMap((group) => rows('disclosure', group.rows, group.columns)),
    '',
    captions.applications,
    ...rows('applications', applications.lines, applications.columns),
    '',
    captions.litigation,
    ...rows('litigation', litigation.rows, litigation.columns),
    '',
    command.facts,
    ...Object.entries(figures).map(
      ([name, figure]) => `  ${names[name as keyof typeof names]}  ${figure}`,
    ),
    '',
    command.findings,
    ...(findings.length > 0
      ? findings.map(({ severity, text }) => `  [${command[severity]}] ${text}`)
      : [`  ${command.none}`]),
    '',
  ];
}

function readOptions(): Options | 'help' | null {
  try {
    const { values } = parseArgs({
      options: {
        agency: { type: 'string' },
        year: { type: 'string' },
        json: { type: 'boolean', default: false },
        'new-draft': { type: 'boolean', default: false },
        lang: { type: 'string', default: 'zh-CN' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return 'help';
    const locale = values.lang === 'zh' ? 'zh-CN' : values.lang;
    if (locale !== 'zh-CN' && locale !== 'en') throw new Error(`--lang zh-CN|en: ${values.lang}`);
    const year = Number(values.year);
    if (!values.agency) throw new Error('请用 --agency 写明机构。 Name the agency with --agency.');
    if (!(Number.isInteger(year) && year >= 2008 && year <= 2100)) {
      throw new Error('请用 --year 写明年度。 Name the year with --year.');
    }
    return {
      slug: values.agency,
      year,
      isJson: values.json,
      newDraft: values['new-draft'],
      locale,
    };
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    console.error(USAGE);
    return null;
  }
}

const code = await main();
// A pipe takes a long answer in pieces; leaving before the last one would cut it.
await new Promise<void>((resolve) => process.stdout.write('', () => resolve()));
// Payload keeps connections and timers open.
process.exit(code);
