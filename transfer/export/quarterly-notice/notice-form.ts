import type { Block } from '../../../domain/documents/blocks';
import { MEASURES, type QuarterFigures } from '../../../domain/statistics/quarter';
import { GROUPS } from '../../../domain/statistics/quarter-table';
import { formatDay, type Day } from '../../../domain/workdays/days';
import type { FormCell, FormPaper, FormTable } from '../forms/form-paper';

/** A quarterly notice as a person holds it. Always in Chinese. */
export type NoticePaper = {
  title: string;
  agency: string;
  publishedOn: Day | null;
  /** The page of the notice on the site, absolute. */
  address: string;
  body: readonly Block[];
  figures: QuarterFigures;
};

/** What stands at the heads of its table; messages `quarterlyNotices` in Chinese. */
export type NoticeWords = {
  unit: string;
  total: string;
  others: string;
  groups: Record<(typeof GROUPS)[number]['code'], string>;
  measures: Record<(typeof MEASURES)[number], string>;
  sections: { table: string };
  note: string;
};

/** The text, then the table by agency that it speaks of, on a page of its own. */
export function noticeForm(paper: NoticePaper, words: NoticeWords): FormPaper {
  const { title, agency, publishedOn, address, body, figures } = paper;
  return {
    title,
    agency,
    publishedOn,
    year: figures.year,
    address,
    preface: body,
    parts: [
      {
        heading: `附：${words.sections.table}`,
        blocks: [
          {
            kind: 'paragraph',
            runs: [{ text: words.note.replace('{day}', formatDay(figures.asOf)) }],
          },
        ],
        tables: [tableOf(figures, words)],
        newPage: true,
      },
    ],
    attachments: [],
    signature: [agency, ...(publishedOn ? [formatDay(publishedOn)] : [])],
  };
}

/** Millimetres of the name; the figures share the rest of the 156. */
const NAME = 39;
const FIGURE = (156 - NAME) / MEASURES.length;

function tableOf({ rows, total }: QuarterFigures, words: NoticeWords): FormTable {
  const cell = (rest: Partial<FormCell> & Pick<FormCell, 'role' | 'at' | 'text'>): FormCell => ({
    colSpan: 1,
    rowSpan: 1,
    isLeft: false,
    ...rest,
  });
  let at = 1;
  const groups = GROUPS.map(({ code, measures }) => {
    const head = cell({ role: 'column', at, text: words.groups[code], colSpan: measures.length });
    at += measures.length;
    return head;
  });
  const row = (name: string, figures: Record<(typeof MEASURES)[number], number>): FormCell[] => [
    cell({ role: 'row', at: 0, text: name, isLeft: true }),
    ...MEASURES.map((measure, i) =>
      cell({
        role: 'figure',
        at: i + 1,
        text: String(figures[measure]),
        value: figures[measure],
      }),
    ),
  ];
  return {
    name: 'quarter',
    caption: words.sections.table,
    sheet: words.sections.table,
    widths: [NAME, ...MEASURES.map(() => FIGURE)],
    size: 8,
    inset: 2,
    head: 2,
    whole: false,
    isKept: () => false,
    rows: [
      [cell({ role: 'column', at: 0, text: words.unit, rowSpan: 2 }), ...groups],
      MEASURES.map((measure, i) =>
        cell({ role: 'column', at: i + 1, text: words.measures[measure] }),
      ),
      ...rows.map((one) => row(one.name ?? words.others, one)),
      row(words.total, total),
    ],
  };
}
