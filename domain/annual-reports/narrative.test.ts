import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from './check';
import { fillTables } from './fill';
import type { ReportPart } from './layouts';
import { checkNarrative } from './narrative';
import { report2020 } from './report-2020.fixture';
import type { LayoutCode, ReportTables } from './tables';

/** 23 received and 2 carried in, 24 closed and 1 carried out; 3 reviews and 1 suit. */
function tables2025(): ReportTables {
  const tables = fillTables('2021', () => 0);
  const natural: Record<string, number> = {
    received: 20,
    'carried-in': 2,
    granted: 12,
    partial: 3,
    'refused-third-party': 2,
    'refused-internal': 1,
    'refused-process': 1,
    'unavailable-not-held': 2,
    'outcome-total': 21,
    'carried-out': 1,
  };
  const business: Record<string, number> = { received: 3, granted: 3, 'outcome-total': 3 };
  for (const [row, cells] of Object.entries(tables.applications)) {
    cells.natural = natural[row] ?? 0;
    cells.business = business[row] ?? 0;
    cells.total = (cells.natural ?? 0) + (cells.business ?? 0);
  }
  tables.litigation.review = { upheld: 2, corrected: 1, other: 0, pending: 0, total: 3 };
  tables.litigation['direct-suit'] = { upheld: 0, corrected: 0, other: 0, pending: 1, total: 1 };
  tables.disclosure = {
    ...tables.disclosure,
    normative: { issued: 12, abolished: 9, 'in-force': 166 },
    licensing: { decisions: 530 },
    penalties: { decisions: 312 },
    fees: { 'fee-amount': 1310.2 },
  };
  return tables;
}

const facts = { year: 2025, publishedItems: 15908, names: ['青禾县财政局'] };

/** As the case file writes it: the cells with the number in the text. */
function told({ rule, table, column, left, right, parts }: Finding): string {
  if (rule === 'narrative-sum') return `sum=${left}/${right}`;
  if (!table) return `published=${left}`;
  const rows = parts.map(({ row }) => row);
  const group = rows.length > 2 ? (rows[0] ?? '').split('-')[0] : rows.join('+');
  return `${table}.${group}.${column}=${left}`;
}

const PARTS: Record<string, ReportPart> = {
  二: 'disclosure',
  三: 'applications',
  四: 'litigation',
};

const cases = readFileSync(new URL('narrative-cases.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '' && !line.startsWith('#'))
  .map((line) => {
    const [, layout, part = '', sentence = '', expected = ''] =
      /^(?:(2019): )?(?:\[(.)\])?(.*) \| (.*)$/u.exec(line) ?? [];
    return {
      sentence,
      part: PARTS[part] ?? ('overview' as const),
      code: (layout ?? '2021') as LayoutCode,
      expected: expected === 'ok' ? [] : expected.split(' ').sort(),
    };
  });

describe('numbers in the text', () => {
  it.each(cases)('$sentence', ({ sentence, part, code, expected }) => {
    const tables = code === '2019' ? report2020() : tables2025();
    const known = code === '2019' ? { year: 2020 } : facts;
    const findings = checkNarrative(code, tables, { [part]: sentence }, known);
    expect(findings.map(told).sort()).toEqual(expected);
    expect(findings.every(({ severity }) => severity === 'soft')).toBe(true);
  });

  it('are told with the words around them', () => {
    const text = '依申请公开工作有序开展，全年 收到申请 24 件，按时答复。';
    const [finding] = checkNarrative('2021', tables2025(), { overview: text }, facts);
    expect(finding).toMatchObject({
      part: 'overview',
      excerpt: '全年 收到申请 24 件',
      left: 24,
      right: 23,
    });
  });

  it('must agree with each other where the table is blank', () => {
    const tables = tables2025();
    tables.applications.received!.total = null;
    const narrative = {
      overview: '全年收到申请23件。',
      applications: '本年新收申请24件。',
    };
    expect(checkNarrative('2021', tables, narrative, facts)).toMatchObject([
      { rule: 'narrative-twice', part: 'applications', left: 24, right: 23 },
    ]);
  });

  it('are told once, however often the text repeats them', () => {
    const narrative = { overview: '收到申请24件。', applications: '收到申请24件。收到申请24件。' };
    expect(checkNarrative('2021', tables2025(), narrative, facts)).toHaveLength(1);
  });

  it('never end in an exception, whatever the text is', () => {
    const words = fc.constantFrom(
      ...'全年共收到申请办结不予公开结转下年度行政复议诉讼规范性文件信息其中件条万亿，。（）《》〔〕0123９.,零十百　\n ',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: words, maxLength: 120 }),
    );
    fc.assert(
      fc.property(text, fc.constantFrom<LayoutCode>('2019', '2021'), (overview, code) => {
        const tables = code === '2019' ? report2020() : tables2025();
        for (const { excerpt } of checkNarrative(code, tables, { overview }, facts)) {
          expect(excerpt).toBeTruthy();
        }
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it('are read in a moment in a text that never ends a sentence', () => {
    const overview = '全年共收到政府信息公开申请和行政复议、不予公开'.repeat(2000);
    expect(checkNarrative('2021', tables2025(), { overview }, facts)).toEqual([]);
  }, 2_000);
});

/** Real, and not of this repository; without it the test says so. */
const REAL = new URL('../../../shared/corpus/yifeng-annual-report-2020.txt', import.meta.url);

it('of a real report agree with its tables, and are asked about when one is changed', () => {
  if (!existsSync(REAL)) {
    console.warn('../shared/corpus is not there: the real report was not read.');
    return;
  }
  const overview = readFileSync(REAL, 'utf8');
  const found = (text: string) =>
    checkNarrative('2019', report2020(), { overview: text }, { year: 2020, names: ['宜丰县'] }).map(
      told,
    );
  expect(found(overview)).toEqual([]);
  expect(found(overview.replace('信件23件', '信件32件'))).toEqual([
    'applications.received.total=32',
  ]);
  expect(found(overview.replace('15908条', '15903条'))).toEqual(['sum=15903/15908']);
  expect(found(overview.replace('15908条', '15918条'))).toEqual(['sum=15918/15908']);
});
