import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Finding } from './check';
import { openFindings, wordFindings, type FindingWords } from './describe';
import { examineReport, type Examined } from './examine';
import { emptyTables, fillTables } from './fill';
import { rules } from './identities';
import { report2020 } from './report-2020.fixture';
import type { LayoutCode, ReportTables } from './tables';

const wordsOf = (locale: string) =>
  JSON.parse(
    readFileSync(new URL(`../../messages/${locale}/reportFindings.json`, import.meta.url), 'utf8'),
  ) as FindingWords;
const words = { 'zh-CN': wordsOf('zh-CN'), en: wordsOf('en') };

const told = (examined: Examined, locale: 'zh-CN' | 'en' = 'zh-CN') =>
  wordFindings(examined.layout, examineReport(examined), [], {
    locale,
    words: words[locale],
  });
const texts = (examined: Examined, locale?: 'zh-CN' | 'en') =>
  told(examined, locale).map(({ text }) => text);

/** 23 received from natural persons and 23 answered, by disclosure. */
function plain(layout: LayoutCode = '2021'): ReportTables {
  const tables = fillTables(layout, () => 0);
  for (const row of ['received', 'granted', 'outcome-total'] as const) {
    tables.applications[row]!.natural = 23;
    tables.applications[row]!.total = 23;
  }
  return tables;
}
const changed = (change: (tables: ReportTables) => void, layout: LayoutCode = '2021') => {
  const tables = plain(layout);
  change(tables);
  return { layout, tables };
};

describe('a finding in words', () => {
  it('names the column, both sums and their items by number', () => {
    const report = changed(({ applications }) => {
      applications['outcome-total']!.natural = 22;
      applications.granted!.natural = 22;
      applications['outcome-total']!.total = 22;
      applications.granted!.total = 22;
    });
    expect(texts(report)).toEqual([
      '自然人: 一 23 + 二 0 ≠ 三(七) 22 + 四 0',
      '总计: 一 23 + 二 0 ≠ 三(七) 22 + 四 0',
    ]);
    expect(texts(report, 'en')[0]).toBe(
      'Natural persons: received 23 + carried in 0 ≠ 3(7) results 22 + carried out 0',
    );
  });

  it('lists the results that are not zero, with what they make', () => {
    const report = changed(({ applications }) => {
      applications.granted!.natural = 20;
      applications['refused-third-party']!.natural = 2;
      applications['other-unpaid']!.natural = 2;
      applications.granted!.total = 20;
      applications['refused-third-party']!.total = 2;
      applications['other-unpaid']!.total = 2;
    });
    expect(texts(report)[0]).toBe('自然人: 三(七) 23 ≠ (一) 20 + (三)4 2 + (六)2 2 = 24');
  });

  it('names the row of a sum across it', () => {
    const report = changed(({ applications, litigation }) => {
      applications['refused-internal']!.business = 1;
      litigation.review.upheld = 2;
    });
    expect(texts(report)).toEqual([
      '商业企业: 三(七) 0 ≠ (三)5 1',
      '三(三)5 属于三类内部事务信息: 总计 0 ≠ 商业企业 1',
      '行政复议: 总计 0 ≠ 结果维持 2 + 结果纠正 0 + 其他结果 0 + 尚未审结 0 = 2',
    ]);
  });

  it('says what last year’s report has', () => {
    const lastYear = plain();
    lastYear.applications['carried-out']!.natural = 2;
    lastYear.disclosure.normative = { issued: 0, abolished: 0, 'in-force': 100 };
    const report = changed(({ disclosure }) => {
      disclosure.normative = { issued: 10, abolished: 3, 'in-force': 110 };
    });
    expect(texts({ ...report, lastYear })).toEqual([
      '自然人: 二 0 ≠ 上年报告四 2',
      '行政规范性文件: 现行有效件数 110 ≠ 上年报告现行有效件数 100 + 本年制发件数 10 − 本年废止件数 3 = 107',
    ]);
  });

  it('asks about nothing that last year’s report left blank', () => {
    const lastYear = plain();
    lastYear.applications['carried-out']!.natural = null;
    expect(texts({ layout: '2021', tables: plain(), lastYear })).toEqual([]);
  });

  it('is one for all that blanks leave open by one rule', () => {
    const report = changed(({ applications }) => {
      applications.partial!.natural = null;
      applications['refused-law']!.natural = null;
    });
    expect(texts(report)).toEqual([
      '自然人: 三(七) 23 与 (一) 23 + □×2 有空格，无法核对',
      '有空格，无法核对总计是否等于各类申请人之和: 三(二) 部分公开、三(三)2 其他法律行政法规禁止公开',
    ]);
  });

  it('is one for the columns of a report that gives totals alone', () => {
    const findings = told({ layout: '2019', tables: report2020() });
    expect(findings).toHaveLength(1);
    expect(findings[0]?.text).toContain('没有分列: 自然人、商业企业');
    expect(findings[0]?.cells).toHaveLength(125);
  });

  it('says which tables and parts are empty', () => {
    const narrative = { overview: '全年情况。', problems: ' ', other: '无。' };
    expect(texts({ layout: '2021', tables: emptyTables('2021'), narrative })).toEqual([
      '没有填写: 主动公开情况表、申请情况表、复议诉讼情况表',
      '没有文字: 存在的主要问题及改进情况',
    ]);
  });

  it('gives both figures of a cell that was changed and nobody said why', () => {
    const compiled = { tables: { applications: { granted: { total: 22 } } } };
    const report = { layout: '2021' as const, tables: plain(), compiled };
    expect(told(report)).toMatchObject([
      {
        severity: 'hard',
        rule: 'hand-change',
        needsReason: false,
        text: '三(一) 予以公开 · 总计: 系统汇总 22，填报 23，没有写明改动原因',
      },
    ]);
    const cell = { table: 'applications', row: 'granted', column: 'total' };
    expect(told({ ...report, handChanges: [{ ...cell, why: '补录一件' }] })).toEqual([]);
    expect(
      told({ ...report, handChanges: [{ ...cell, why: '补录一件', entered: 21 }] }),
    ).toHaveLength(1);
  });

  it('asks about a figure far from last year’s, and about a part that exceeds its whole', () => {
    const lastYear = plain();
    lastYear.disclosure.licensing = { decisions: 500 };
    const report = changed(({ disclosure }) => {
      disclosure.licensing = { decisions: 5000 };
      disclosure.normative = { issued: 5, abolished: 0, 'in-force': 3 };
    });
    expect(texts({ ...report, lastYear })).toEqual([
      '行政规范性文件: 现行有效件数 3 ≠ 上年报告现行有效件数 0 + 本年制发件数 5 − 本年废止件数 0 = 5',
      '行政规范性文件: 本年制发件数 5 − 本年废止件数 0 > 现行有效件数 3',
      '行政许可 · 本年处理决定数量: 本年 5000，上年 500，相差很大',
    ]);
  });

  it('does not ask about a small number that grew', () => {
    const lastYear = plain();
    lastYear.applications.received!.total = 3;
    const findings = told({ layout: '2021', tables: plain(), lastYear });
    expect(findings.filter(({ rule }) => rule === 'jump')).toEqual([]);
  });

  it('shows the words of the text beside the cell', () => {
    const narrative = {
      overview: '全年收到申请24件。公开信息10条，其中网站公开信息6条、平台公开信息5条。',
      problems: '无。',
      other: '无。',
    };
    expect(texts({ layout: '2021', tables: plain(), narrative })).toEqual([
      '总体情况“全年收到申请24件”: 文中 24 ≠ 表中 总计 一 23',
      '总体情况“公开信息10条，其中网站公开信息6条、平台公开信息5条”: 总数 10 ≠ 各项之和 11',
    ]);
  });

  it('has words for every rule in both languages, with nothing left to fill in', () => {
    for (const locale of ['zh-CN', 'en'] as const) {
      for (const rule of rules) {
        const finding: Finding = {
          severity: 'soft',
          table: 'applications',
          row: 'granted',
          column: 'natural',
          rule,
          left: 1,
          right: 2,
          parts: [{ side: 'left', row: 'granted', column: 'natural', figure: 1 }],
        };
        const [worded] = wordFindings('2021', [finding], [], { locale, words: words[locale] });
        expect(worded?.text, rule).not.toMatch(/[{}]|undefined/u);
      }
    }
  });
});

describe('a reason', () => {
  const report = { layout: '2019' as const, tables: report2020() };
  const worded = (tables: ReportTables, reasons: { finding: string; reason: string }[]) =>
    wordFindings('2019', examineReport({ ...report, tables }), reasons, {
      locale: 'zh-CN',
      words: words['zh-CN'],
    });

  it('closes the finding that it was given for', () => {
    const [finding] = told(report);
    const reasons = [{ finding: finding?.key ?? '', reason: ' 原报告只有总计。 ' }];
    expect(worded(report2020(), reasons)).toMatchObject([{ reason: '原报告只有总计。' }]);
    expect(openFindings(worded(report2020(), reasons))).toEqual([]);
    expect(openFindings(worded(report2020(), []))).toHaveLength(1);
    expect(openFindings(worded(report2020(), [{ ...reasons[0]!, reason: '  ' }]))).toHaveLength(1);
  });

  it('lapses when the figures change', () => {
    const reasons = told(report).map(({ key }) => ({ finding: key, reason: '原报告只有总计。' }));
    const tables = report2020();
    for (const row of ['received', 'granted', 'outcome-total'] as const) {
      tables.applications[row]!.total! += 1;
    }
    tables.applications.received!.natural = 24;
    expect(openFindings(worded(tables, reasons))).toMatchObject([{ rule: 'blank-column' }]);
  });

  it('does not close a sum that is wrong', () => {
    const tables = report2020();
    tables.applications.granted!.total = 21;
    const reasons = worded(tables, []).map(({ key }) => ({ finding: key, reason: '无妨。' }));
    expect(openFindings(worded(tables, reasons))).toMatchObject([{ rule: 'outcome-sum' }]);
  });
});
