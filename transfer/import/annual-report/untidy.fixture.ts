import fc from 'fast-check';
import { gridsOf } from '../../../domain/annual-reports/grid';
import { partsOf } from '../../../domain/annual-reports/report-paper';
import {
  figureAt,
  type LayoutCode,
  type ReportTables,
} from '../../../domain/annual-reports/tables';
import type { FigureKind, ReportPart } from '../../../domain/annual-reports/layouts';

/** A cell of a report as somebody set it. `isLabel` cells hold words of the form. */
export type FormCell = { text: string; colSpan: number; rowSpan: number; isLabel: boolean };
export type FormTable = { part: ReportPart; rows: FormCell[][] };

/** A report as it stands in a file before it is written in any format. */
export type Form = {
  title: string;
  preface: string[];
  parts: { code: ReportPart; heading: string; paragraphs: string[] }[];
  tables: FormTable[];
};

/** How a report differs from the official form; each was seen in published reports. */
export type Untidiness = {
  spelling: boolean;
  spaced: boolean;
  numbering: 'official' | 'stops' | 'narrow';
  straightQuotes: boolean;
  headings: 'official' | 'stops' | 'bare';
  digits: 'plain' | 'wide' | 'grouped' | 'counted' | 'spaced';
  blanks: '' | '/' | '-' | '—' | '\u00a0';
  money: '万元' | '亿元' | '元' | 'bare';
  tables: 'three' | 'joined' | 'split' | 'by-group';
  spans: 'right' | 'lost-rows';
};

export const untidiness: fc.Arbitrary<Untidiness> = fc.record({
  spelling: fc.boolean(),
  spaced: fc.boolean(),
  numbering: fc.constantFrom('official', 'stops', 'narrow'),
  straightQuotes: fc.boolean(),
  headings: fc.constantFrom('official', 'stops', 'bare'),
  digits: fc.constantFrom('plain', 'wide', 'grouped', 'counted', 'spaced'),
  blanks: fc.constantFrom('', '/', '-', '—', '\u00a0'),
  money: fc.constantFrom('万元', '亿元', '元', 'bare'),
  tables: fc.constantFrom('three', 'joined', 'split', 'by-group'),
  spans: fc.constantFrom('right', 'lost-rows'),
});

export const narrative: Record<ReportPart, string[]> = {
  overview: [
    '2024年，青禾县认真贯彻《中华人民共和国政府信息公开条例》，全年公开信息15908条。',
    '（一）主动公开',
    '公开规范性文件15件，解读48条。',
  ],
  disclosure: [],
  applications: [],
  litigation: [],
  problems: ['一是公开的深度还不够。二是解读的形式单一。', '下一步，将逐项改进。'],
  other: ['无'],
};
export const preface = [
  '本报告依据《中华人民共和国政府信息公开条例》的要求编制，内容分为六个部分。',
];

/** The report in a layout with all that is odd about it. */
export function formOf(layout: LayoutCode, tables: ReportTables, odd: Untidiness): Form {
  const year = layout === '2019' ? 2020 : 2024;
  const grids = gridsOf(layout).map(({ table, rows }) => ({
    part: table,
    rows: rows.map((row) =>
      row.map((cell): FormCell => {
        const { colSpan, rowSpan } = cell;
        if (cell.role !== 'figure') {
          return { text: labelled(cell.label.zh, odd), colSpan, rowSpan, isLabel: true };
        }
        const { address, figure: kind } = cell;
        const figure = figureAt(tables, address.table, address.row, address.column);
        const isHeaded = address.column === 'fee-amount';
        const text = figured(figure, kind, odd, isHeaded);
        return { text, colSpan, rowSpan, isLabel: false };
      }),
    ),
  }));
  return {
    title: `青禾县${year}年政府信息公开工作年度报告`,
    preface,
    parts: partsOf(layout).map(({ code, heading }, i) => ({
      code,
      heading:
        odd.headings === 'stops'
          ? `${i + 1}、 ${heading.slice(2)}`
          : odd.headings === 'bare'
            ? heading.slice(2)
            : heading,
      paragraphs: narrative[code],
    })),
    tables: arranged(grids, odd),
  };
}

/** Splitting at （三）不予公开 leaves a rest without head; joining puts three tables into one. */
function arranged(tables: FormTable[], { tables: how, spans }: Untidiness): FormTable[] {
  const shaped = spans === 'lost-rows' ? tables.map(withoutRowSpans) : tables;
  const [disclosure, applications, litigation] = shaped as [FormTable, FormTable, FormTable];
  if (how === 'joined') {
    return [
      { part: 'disclosure', rows: [...disclosure.rows, ...applications.rows, ...litigation.rows] },
    ];
  }
  if (how === 'split') {
    const at = applications.rows.findIndex((row) => row.some(({ text }) => /重复/u.test(text)));
    return [
      disclosure,
      { ...applications, rows: cut(applications.rows, 0, at) },
      { ...applications, rows: cut(applications.rows, at, applications.rows.length) },
      litigation,
    ];
  }
  if (how === 'three') return shaped;
  const starts = disclosure.rows.flatMap((row, i) =>
    /第二十条/u.test(row[0]?.text ?? '') ? [i] : [],
  );
  const groups = starts.map((start, i) => ({
    ...disclosure,
    rows: disclosure.rows.slice(start, starts[i + 1]),
  }));
  return [...groups, applications, litigation];
}

/** Rows with the cells that reach into them from above begun anew, as Word does at a page's end. */
function cut(rows: readonly FormCell[][], from: number, to: number): FormCell[][] {
  const reaching = rows
    .slice(0, from)
    .flatMap((row, r) =>
      row
        .filter(({ rowSpan, isLabel }) => isLabel && r + rowSpan > from)
        .map((cell) => ({ ...cell, rowSpan: cell.rowSpan - (from - r) })),
    );
  const kept = rows.slice(from, to).map((row, r) => [...(r === 0 ? reaching : []), ...row]);
  return kept.map((row, r) =>
    row.map((cell) => ({ ...cell, rowSpan: Math.min(cell.rowSpan, kept.length - r) })),
  );
}

const withoutRowSpans = (table: FormTable): FormTable => ({
  ...table,
  rows: table.rows.map((row) => row.map((cell) => ({ ...cell, rowSpan: 1 }))),
});

function labelled(label: string, odd: Untidiness): string {
  let text = label;
  if (odd.spelling) {
    text = text
      .replace('总计', '合计')
      .replace('结果维持', '结果维护')
      .replace('只计', '只记')
      .replace('不计', '不记')
      .replace('信访举报投诉', '信访投诉举报')
      .replace('危及“三安全一稳定”', '危及三安全一稳定');
  }
  if (odd.straightQuotes) text = text.replace(/[“”]/gu, '"');
  if (odd.numbering === 'stops')
    text = text.replace(/^(\d)\./u, '$1、').replace(/^（(.)）/u, '（$1） ');
  if (odd.numbering === 'narrow')
    text = text.replace(/^（(.)）/u, '($1)').replace(/^(\d)\./u, '（$1）');
  if (odd.spaced)
    text = text
      .replace(/^规章$/u, '规    章')
      .replace('商业企业', '商业\n企业')
      .replace('科研机构', '科研 机构');
  return text;
}

function figured(
  figure: number | null,
  kind: FigureKind,
  odd: Untidiness,
  isHeaded: boolean,
): string {
  if (figure === null) return odd.blanks;
  if (kind === 'amount-10k-yuan') return money(figure, odd, isHeaded);
  const text = String(figure);
  switch (odd.digits) {
    case 'wide':
      return text.replace(/\d/gu, (digit) =>
        String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0),
      );
    case 'grouped':
      return figure.toLocaleString('en');
    case 'counted':
      return `${text}${kind === 'count' ? '件' : ''}`;
    case 'spaced':
      return ` \u00a0${text}\u3000`;
    default:
      return text;
  }
}

function money(figure: number, { money: unit }: Untidiness, isHeaded: boolean): string {
  if (unit === 'bare' || (isHeaded && unit === '万元')) return String(figure);
  if (unit === '亿元') return `${plain(figure / 10_000)}亿元`;
  return unit === '元' ? `${plain(figure * 10_000)}元` : `${figure}万元`;
}

const plain = (value: number): string => String(Number(value.toFixed(6)));
