import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { report2020 } from '../../../domain/annual-reports/report-2020.fixture';
import type { LayoutCode, ReportTables } from '../../../domain/annual-reports/tables';
import { validTables } from '../../../domain/annual-reports/valid-report.fixture';
import { layouts } from '../../../domain/annual-reports/years';
import { readReport } from '../../import/annual-report/read-report';
import type { ReportFormat } from './format-names';
import { reportFile } from './report-file';
import { sampleReport } from './report-samples';

/** How many reports of each layout go through each format: sixty in all. `RUNS=500` for a thorough look. */
const numRuns = Number(process.env.RUNS ?? 5);

const FORMATS = ['docx', 'xlsx', 'html', 'csv', 'json', 'txt'] as const;

async function readAgain(format: ReportFormat, code: LayoutCode, tables: ReportTables) {
  const bytes = await reportFile(format, sampleReport(code, tables), {
    site: 'https://www.example.gov.cn',
    missingLetters: '',
  });
  return readReport(bytes, `report.${format}`);
}

/** What a reader could not read, guessed or doubts; blanks and what follows from them are told too. */
const doubts = (findings: { severity: string; code: string }[]) =>
  findings.filter(({ severity }) => !['note', 'blank', 'open'].includes(severity));

describe.each(FORMATS)('a report as %s', (format) => {
  it('comes back as the real one of 2020 went out, blanks and all', async () => {
    const tables = report2020();
    const read = await readAgain(format, '2019', tables);
    expect(read.tables).toEqual(tables);
    expect(read).toMatchObject({ isRead: true, layout: '2019', year: 2020 });
  });

  it.each(Object.values(layouts).map(({ code }) => code))(
    'comes back without a difference, whatever a valid report of %s holds',
    async (code) => {
      await fc.assert(
        fc.asyncProperty(validTables(code), async (tables) => {
          const read = await readAgain(format, code, tables);
          expect(read.tables).toEqual(tables);
          expect(read).toMatchObject({ layout: code, year: code === '2019' ? 2020 : 2024 });
        }),
        { numRuns },
      );
    },
    Math.max(60_000, numRuns * 4000),
  );
});

describe.each(['docx', 'xlsx', 'html', 'json', 'txt'] as const)('the words of %s', (format) => {
  it('come back under their parts', async () => {
    const { title, agency, narrative, findings } = await readAgain(format, '2019', report2020());
    expect(title).toBe('青禾县2020年政府信息公开工作年度报告');
    expect(agency).toContain('青禾县');
    expect(narrative.preface.join('')).toContain('本报告按照规定的格式编制');
    expect(narrative.overview.join('\n')).toContain('信息15908条');
    expect(narrative.overview.join('\n')).toContain('（一）主动公开');
    expect(narrative.problems).toEqual(['一是公开的深度还不够。', '二是解读的形式单一。']);
    expect(narrative.other.join('')).toContain('没有其他需要报告的事项。');
    expect(narrative.applications).toEqual([]);
    expect(doubts(findings)).toEqual([]);
  });
});
