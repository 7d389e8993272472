import { AlignmentType, BorderStyle, Footer, Paragraph, TextRun, type IBorderOptions } from 'docx';
import type { Paper } from '../../domain/documents/paper';
import { titleLines } from '../../domain/documents/title-lines';
import { plainText } from './docx-runs';
import { FONTS, LINE, mm, SIZE } from './docx-styles';

const RED = 'D40000';
/** A 2 号 title has 20 characters a line. */
const TITLE_LINE = 20;
/** 发文机关标志 is at most 15 mm a character and at most 150 mm wide; half points. */
const LARGEST_MARK = 85;
const MARK_WIDTH = 150;

/** 发文机关标志, 发文字号 and the red rule, as far as the document has them; then nothing of the title. */
export function docxHead(paper: Paper): Paragraph[] {
  const { masthead } = paper;
  if (!masthead) return [];
  // 第 7.2.4 条: 35 mm below the type area's edge; 第 10.2 条 (命令): 20 mm; 第 10.1 条 (信函): at the top.
  const above = { document: mm(35), order: mm(20), letter: 0 }[masthead.form];
  const number = plainText(paper.number ?? '');
  const mark = new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: above, after: 0 },
    ...(masthead.form === 'letter' && {
      indent: { left: -mm(8), right: -mm(6) },
      border: { bottom: rule(BorderStyle.THICK_THIN_SMALL_GAP, 24, 11) },
    }),
    children: [markRun(masthead.mark)],
  });
  if (masthead.form === 'letter') {
    return [
      mark,
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        spacing: { ...LINE, before: 60 },
        children: [new TextRun(number)],
      }),
    ];
  }
  return [
    mark,
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { ...LINE, before: 2 * LINE.line },
      // 第 7.2.7 条: 发文字号之下 4 mm 处居中印一条与版心等宽的红色分隔线.
      ...(masthead.form === 'document' && { border: { bottom: rule(BorderStyle.SINGLE, 10, 11) } }),
      children: [new TextRun(number)],
    }),
  ];
}

/** The title in its lines; two lines below the head where there is one. */
export const docxTitle = (paper: Paper): Paragraph =>
  new Paragraph({
    style: 'Title',
    ...(paper.masthead && {
      spacing: { line: 700, lineRule: 'exact' as const, before: 2 * LINE.line, after: 240 },
    }),
    children: titleLines(plainText(paper.title), TITLE_LINE).map(
      (text, i) => new TextRun({ text, ...(i > 0 && { break: 1 }) }),
    ),
  });

/**
 * 第 7.3.5 条: 成文日期一般右空四字编排, 发文机关署名以成文日期为准居中编排: the widest line ends four
 * characters from the edge, and the others stand centred on it.
 */
export function docxSignature(lines: readonly string[]): Paragraph[] {
  const widest = Math.max(...lines.map(widthOf));
  return lines.map(
    (text, i) =>
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        spacing: { ...LINE, before: i === 0 ? LINE.line : 0 },
        indent: { right: Math.round((4 + (widest - widthOf(text)) / 2) * 20 * (SIZE.body / 2)) },
        keepNext: i < lines.length - 1,
        children: [new TextRun(plainText(text))],
      }),
  );
}

/** 第 7.4 条 版记: 首条和末条分隔线用粗线 (0.35 mm), 中间的用细线 (0.25 mm); 4 号仿宋, 左右各空一字. */
export const docxImprint = (lines: readonly string[]): Paragraph[] =>
  lines.map(
    (text, i) =>
      new Paragraph({
        spacing: { line: 400, before: i === 0 ? LINE.line : 0 },
        border: {
          top: rule(BorderStyle.SINGLE, i === 0 ? 8 : 6, 1, '000000'),
          ...(i === lines.length - 1 && { bottom: rule(BorderStyle.SINGLE, 8, 1, '000000') }),
        },
        children: [new TextRun({ text: `　${plainText(text)}`, size: SIZE.small })],
      }),
  );

/** 第 10.1 条: the first page of a letter has a red double line at its foot and no number. */
export const letterFooter = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        indent: { left: -mm(8), right: -mm(6) },
        border: { bottom: rule(BorderStyle.THIN_THICK_SMALL_GAP, 24, 1) },
        children: [],
      }),
    ],
  });

function markRun(mark: string): TextRun {
  const fitting = Math.floor(((MARK_WIDTH / 25.4) * 144) / Math.max(1, [...mark].length));
  return new TextRun({
    text: plainText(mark),
    font: FONTS.title,
    color: RED,
    size: Math.max(48, Math.min(LARGEST_MARK, fitting)),
    characterSpacing: 0,
  });
}

const rule = (
  style: IBorderOptions['style'],
  size: number,
  space: number,
  color = RED,
): IBorderOptions => ({ style, size, space, color });

const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (/[\u0020-\u024f]/u.test(letter) ? 0.5 : 1), 0);
