import {
  applicationColumns,
  figureAt,
  litigationColumns,
  litigationRows,
  type ApplicationColumn,
  type ApplicationRow,
  type Figure,
  type LayoutCode,
  type ReportTables,
  type TableName,
} from './tables';
import { layouts } from './years';

/** Sums that the form itself states, or that follow from what its columns mean. */
export const identityRules = [
  'balance', // 一 + 二 = 三（七）+ 四, in every column
  'outcome-sum', // （七）总计 = the outcomes above it, in every column
  'applicant-sum', // 总计 = the six applicant columns, in every row
  'litigation-sum', // 总计 = 维持 + 纠正 + 其他 + 尚未审结
  'carried-over', // 上年结转 = last year's 结转下年度
  'in-force', // 现行有效 = last year's + 制发 − 废止
  'items-before', // 上一年项目数量 = last year's 上一年项目数量 + 本年增/减 (2019 layout)
] as const;
export type IdentityRule = (typeof identityRules)[number];

export const rules = [
  ...identityRules,
  'blank-column', // an applicant column is blank while 总计 is given
  'blank-table', // nothing is filled in
  'figure', // a count that is no whole number, or below zero
  'more-than-all', // a part that exceeds the whole it is counted in
  'jump', // far from last year's figure
  'blank-part', // a part of the report without text
  'narrative', // a number in the text that the tables contradict
  'narrative-twice', // a number that the text gives in two ways, where the tables have none
  'narrative-sum', // a number in the text that its own parts contradict
  'title-year', // the title is that of another year
  'other-layout', // the layout is that of other years
  'hand-change', // differs from the compiled figure, and nobody said why
] as const;
export type Rule = (typeof rules)[number];

export type FindingPart = {
  side: 'left' | 'right';
  /** The table row and column; `lastYear` when the figure is the report's before. */
  row: string;
  column: string;
  figure: Figure;
  lastYear?: boolean;
  /** −1 for a figure that is taken off. */
  sign?: -1;
};

/** A statement that two sums of cells are equal. */
export type Identity = {
  table: TableName;
  row?: string;
  column?: string;
  rule: IdentityRule;
  parts: FindingPart[];
  /** Whether there may be a good reason for it not to hold. */
  soft?: boolean;
};

/** The applicant columns, without their sum. */
export const applicantColumns = applicationColumns.filter((column) => column !== 'total');

/** 一 + 二 = 三（七）+ 四 and （七） = its parts in every column; 总计 = the applicants in every row. */
export function applicationIdentities(code: LayoutCode, tables: ReportTables): Identity[] {
  const { outcomes, lines } = layouts[code].applications;
  const part = (side: 'left' | 'right', row: ApplicationRow, column: ApplicationColumn) => ({
    side,
    row,
    column,
    figure: figureAt(tables, 'applications', row, column),
  });
  const byColumn = applicationColumns.flatMap((column): Identity[] => [
    {
      table: 'applications',
      column,
      rule: 'balance',
      parts: [
        part('left', 'received', column),
        part('left', 'carried-in', column),
        part('right', 'outcome-total', column),
        part('right', 'carried-out', column),
      ],
    },
    {
      table: 'applications',
      row: 'outcome-total',
      column,
      rule: 'outcome-sum',
      parts: [
        part('left', 'outcome-total', column),
        ...outcomes.map((row) => part('right', row, column)),
      ],
    },
  ]);
  const byRow = lines.flatMap(({ code: row }): Identity[] =>
    row === null
      ? []
      : [
          {
            table: 'applications',
            row,
            column: 'total',
            rule: 'applicant-sum',
            parts: [
              part('left', row, 'total'),
              ...applicantColumns.map((column) => part('right', row, column)),
            ],
          },
        ],
  );
  return [...byColumn, ...byRow];
}

/** 总计 = the four results, for reviews and both kinds of suits. */
export const litigationIdentities = (tables: ReportTables): Identity[] =>
  litigationRows.map((row) => ({
    table: 'litigation',
    row,
    column: 'total',
    rule: 'litigation-sum',
    parts: ['total' as const, ...litigationColumns.filter((column) => column !== 'total')].map(
      (column) => ({
        side: column === 'total' ? ('left' as const) : ('right' as const),
        row,
        column,
        figure: figureAt(tables, 'litigation', row, column),
      }),
    ),
  }));

/** What this year's report repeats from the one before. */
export function yearlyIdentities(
  code: LayoutCode,
  tables: ReportTables,
  lastYear: ReportTables,
): Identity[] {
  const carried = applicationColumns.map((column): Identity => ({
    table: 'applications',
    row: 'carried-in',
    column,
    rule: 'carried-over',
    parts: [
      {
        side: 'left',
        row: 'carried-in',
        column,
        figure: figureAt(tables, 'applications', 'carried-in', column),
      },
      {
        side: 'right',
        row: 'carried-out',
        column,
        figure: figureAt(lastYear, 'applications', 'carried-out', column),
        lastYear: true,
      },
    ],
  }));
  const inForce = (['rules', 'normative'] as const).map((row): Identity => {
    const part = (column: string) => ({
      row,
      column,
      figure: figureAt(tables, 'disclosure', row, column),
    });
    return {
      table: 'disclosure',
      row,
      column: 'in-force',
      rule: 'in-force',
      soft: true,
      parts: [
        { side: 'left', ...part('in-force') },
        {
          side: 'right',
          row,
          column: 'in-force',
          figure: figureAt(lastYear, 'disclosure', row, 'in-force'),
          lastYear: true,
        },
        { side: 'right', ...part('issued') },
        { side: 'right', ...part('abolished'), sign: -1 },
      ],
    };
  });
  // The 2019 layout has no 现行有效件数, so the first report in the 2021 layout has nothing to
  // be compared with.
  const isComparable = code === '2021' && lastYear.disclosure.normative?.['in-force'] !== undefined;
  return [...carried, ...(isComparable ? inForce : itemsBefore(code, tables, lastYear))];
}

/** What the report of 2020 gives as the number of items a year before is what the one of 2019 ended with. */
function itemsBefore(code: LayoutCode, tables: ReportTables, lastYear: ReportTables): Identity[] {
  return layouts[code].disclosure.flatMap(({ rows, columns }) =>
    columns.every((column) => column.code !== 'previous')
      ? []
      : rows.flatMap(({ code: row }): Identity[] => {
          const before = (column: string) => ({
            side: 'right' as const,
            row,
            column,
            figure: figureAt(lastYear, 'disclosure', row, column),
            lastYear: true,
          });
          const parts = [before('previous'), before('change')];
          if (parts.some(({ figure }) => figure === null)) return [];
          const figure = figureAt(tables, 'disclosure', row, 'previous');
          return [
            {
              table: 'disclosure',
              row,
              column: 'previous',
              rule: 'items-before',
              soft: true,
              parts: [{ side: 'left', row, column: 'previous', figure }, ...parts],
            },
          ];
        }),
  );
}
