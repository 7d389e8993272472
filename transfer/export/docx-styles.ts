import { AlignmentType, LineRuleType, type IPropertiesOptions } from 'docx';

/**
 * GB/T 9704-2012 党政机关公文格式: A4; 天头 37 mm, 订口 28 mm, 版心 156 mm × 225 mm; 每面 22 行、
 * 每行 28 字; 标题 2 号小标宋; 正文 3 号仿宋; 一、黑体 （一）楷体 1. 仿宋; 页码 4 号半角宋体.
 */
export const PAGE = {
  size: { width: mm(210), height: mm(297) },
  margin: {
    top: mm(37),
    bottom: mm(297 - 37 - 225),
    left: mm(28),
    right: mm(210 - 28 - 156),
    header: mm(15),
    // 页码 stands 7 mm below the type area.
    footer: mm(297 - 37 - 225 - 7 - 5),
  },
};

/** 第 10.1 条: 信函格式的发文机关标志上边缘至上页边为 30 mm; the lower line stands 20 mm above the edge. */
export const LETTER_PAGE = { ...PAGE, margin: { ...PAGE.margin, top: mm(30), footer: mm(20) } };

/** Width of the type area in twips. */
export const TEXT_WIDTH = mm(156);

/** 22 lines in 225 mm: 28.95 points each. */
export const LINE = { line: 579, lineRule: LineRuleType.EXACT } as const;

export const GRID = { type: 'lines', linePitch: LINE.line } as const;

/**
 * 28 characters of 16 points want 158 mm where 156 mm are given, so each is set a quarter point
 * closer. Word's own character grid would do the same but other programs misread it.
 */
const CHARACTER_SPACING = -5;

export const FONTS = {
  title: east('方正小标宋简体'),
  heading: east('黑体'),
  subheading: east('楷体'),
  body: east('仿宋'),
  number: east('宋体'),
};

/** Half points: 2 号 is 22 points, 3 号 is 16, 4 号 is 14. */
export const SIZE = { title: 44, body: 32, small: 28, table: 24 };

export const STYLES: IPropertiesOptions['styles'] = {
  default: {
    document: {
      run: {
        font: FONTS.body,
        size: SIZE.body,
        characterSpacing: CHARACTER_SPACING,
        language: { value: 'zh-CN', eastAsia: 'zh-CN' },
      },
      paragraph: { spacing: { ...LINE, before: 0, after: 0 } },
    },
    title: {
      run: {
        font: FONTS.title,
        size: SIZE.title,
        characterSpacing: 0,
        bold: false,
        color: '000000',
      },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { line: 700, lineRule: LineRuleType.EXACT, before: 0, after: 240 },
        keepNext: true,
      },
    },
    heading1: headingStyle(FONTS.heading),
    heading2: headingStyle(FONTS.subheading),
    heading3: headingStyle(FONTS.body, true),
    hyperlink: { run: { color: '0B4F8A', underline: { type: 'single' } } },
  },
  paragraphStyles: [
    {
      id: 'BodyText',
      name: 'Body Text',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { indent: { firstLineChars: 200, firstLine: 640 } },
    },
    {
      id: 'TableText',
      name: 'Table Text',
      basedOn: 'Normal',
      run: { size: SIZE.table },
      paragraph: { spacing: { line: 320, lineRule: LineRuleType.AT_LEAST } },
    },
  ],
};

/**
 * The font table, with what to use where a machine lacks the official fonts: few readers have
 * 方正小标宋, and older systems know 仿宋 as 仿宋_GB2312.
 */
export const FONT_TABLE = {
  path: 'word/fontTable.xml',
  data: [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
    ...[
      ['方正小标宋简体', '宋体', 'roman'],
      ['宋体', 'SimSun', 'roman'],
      ['黑体', 'SimHei', 'swiss'],
      ['楷体', '楷体_GB2312', 'script'],
      ['仿宋', '仿宋_GB2312', 'modern'],
    ].map(
      ([name, other, family]) =>
        `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="86"/>` +
        `<w:family w:val="${family}"/></w:font>`,
    ),
    '</w:fonts>',
  ].join(''),
};

/** Millimetres in twips. */
export function mm(value: number): number {
  return Math.round((value / 25.4) * 1440);
}

/** A Chinese font, with Times New Roman for Latin letters and digits as office practice has it. */
function east(name: string) {
  return {
    ascii: 'Times New Roman',
    hAnsi: 'Times New Roman',
    cs: 'Times New Roman',
    eastAsia: name,
  };
}

function headingStyle(font: ReturnType<typeof east>, bold = false) {
  return {
    run: { font, size: SIZE.body, bold, italics: false, color: '000000' },
    paragraph: {
      indent: { firstLineChars: 200, firstLine: 640 },
      spacing: { ...LINE, before: 0, after: 0 },
      keepNext: true,
    },
  };
}
