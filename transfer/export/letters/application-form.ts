import {
  Document,
  HeightRule,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  VerticalAlignTable,
  WidthType,
  AlignmentType,
} from 'docx';
import { messages } from '../../../messages';
import { inlines, plainText } from '../docx-runs';
import { FONTS, FONT_TABLE, mm, PAGE, STYLES, TEXT_WIDTH } from '../docx-styles';
import { press } from '../press';
import { inlinesOf, type Sheet } from '../sheet';
import {
  applicationTable,
  formColumns,
  type Entered,
  type FormCell,
  type FormLocale,
} from './application-table';

export type FormOptions = {
  locale: FormLocale;
  /** Where it is handed in: name, address, postcode, phone, fax, a line each office. */
  offices: readonly string[];
  /** What somebody has entered already; left out, every field is blank. */
  entered?: Entered;
};

/**
 * 政府信息公开申请表 for those who write by hand, as Word or PDF, on one page while what is entered
 * fits it.
 *
 * @throws PressBusyError, PressFailedError for PDF.
 */
export async function blankForm(format: 'docx' | 'pdf', options: FormOptions): Promise<Buffer> {
  if (format === 'docx') return formDocx(options);
  return (await press().print('pdf', formSheet(options))).bytes;
}

/** The form for the typesetter. */
export function formSheet({ locale, offices, entered }: FormOptions): Sheet {
  const { letters, downloads } = messages[locale];
  const { title } = letters.application;
  return {
    language: locale === 'en' ? 'en' : 'zh',
    title,
    titleLines: [title],
    authors: [],
    keywords: [],
    day: null,
    form: 'blank',
    mark: '',
    number: '',
    nodes: [
      {
        t: 'table',
        columns: formColumns,
        head: 0,
        wide: false,
        size: SIZE,
        over: null,
        rows: applicationTable(locale, offices, entered).map((row) =>
          row.cells.map(({ text, isLabel = false, colSpan = 1, rowSpan = 1 }, i) => ({
            runs: inlinesOf([{ text }], undefined),
            c: colSpan,
            r: rowSpan,
            h: isLabel,
            n: false,
            // The row is as high as the highest of its cells that belong to it alone.
            ...(i === row.cells.length - 1 && { mm: row.mm - CELL_PADDING }),
          })),
        ),
      },
    ],
    attachments: { label: '', items: [] },
    signature: [],
    imprint: [],
    annexes: [],
    facts: [],
    colon: '：',
    missing: downloads.missingLetters,
  };
}

function formDocx({ locale, offices, entered }: FormOptions): Promise<Buffer> {
  const { title } = messages[locale].letters.application;
  const whole = formColumns.reduce((sum, share) => sum + share, 0);
  const columnWidths = formColumns.map((share) => Math.floor((TEXT_WIDTH * share) / whole));
  const table = new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths,
    margins: { top: 20, bottom: 20, left: 80, right: 80 },
    rows: applicationTable(locale, offices, entered).map(
      (row) =>
        new TableRow({
          cantSplit: true,
          height: { value: mm(row.mm), rule: HeightRule.ATLEAST },
          children: row.cells.map((cell) => cellOf(cell, locale)),
        }),
    ),
  });
  const file = new Document({
    title: plainText(title),
    styles: STYLES,
    sections: [
      {
        properties: { page: { ...PAGE, margin: { ...PAGE.margin, top: mm(25), bottom: mm(20) } } },
        children: [
          new Paragraph({ style: 'Title', children: inlines([{ text: title }], undefined) }),
          table,
        ],
      },
    ],
  });
  return Packer.toBuffer(file, undefined, [FONT_TABLE]);
}

const cellOf = ({ text, isLabel, colSpan, rowSpan }: FormCell, locale: FormLocale): TableCell =>
  new TableCell({
    columnSpan: colSpan,
    rowSpan,
    verticalAlign: VerticalAlignTable.CENTER,
    children: [
      new Paragraph({
        style: 'TableText',
        ...(isLabel && { alignment: AlignmentType.CENTER }),
        spacing: { line: 280, lineRule: 'atLeast' },
        children: inlines([{ text }], undefined, {
          size: 2 * SIZE,
          language: LANGUAGES[locale],
          font: isLabel ? FONTS.heading : /^[□■]/u.test(text) ? BOXES : FONTS.body,
        }),
      }),
    ],
  });

/** Of the Latin text: a program that takes English for Chinese parts its words anywhere. */
const LANGUAGES = {
  en: { value: 'en-GB', eastAsia: 'zh-CN' },
  'zh-CN': { value: 'zh-CN', eastAsia: 'zh-CN' },
};

/** One face for all boxes to tick: some programs take the Latin one for the first of a line. */
const BOXES = { ascii: '宋体', hAnsi: '宋体', cs: '宋体', eastAsia: '宋体' };

/** Points. */
const SIZE = 10.5;

/** Millimetres above and below the text of a cell together. */
const CELL_PADDING = 2.8;
