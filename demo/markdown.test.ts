import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksToText } from '../domain/documents/blocks';
import { MarkdownError, parseMarkdown, parseRuns } from './markdown';

describe('the small Markdown of the demo texts', () => {
  it('reads headings of the second to the fourth level', () => {
    expect(parseMarkdown('## 一、总体要求\n### （一）目标\n#### 1.时限')).toEqual([
      { kind: 'heading', level: 2, runs: [{ text: '一、总体要求' }] },
      { kind: 'heading', level: 3, runs: [{ text: '（一）目标' }] },
      { kind: 'heading', level: 4, runs: [{ text: '1.时限' }] },
    ]);
  });

  it('joins lines that follow each other into one paragraph, Chinese without a space', () => {
    expect(parseMarkdown('县政府\n办公室\n\nThe county\noffice')).toEqual([
      { kind: 'paragraph', runs: [{ text: '县政府办公室' }] },
      { kind: 'paragraph', runs: [{ text: 'The county office' }] },
    ]);
  });

  it('sets every line behind > to the right as a paragraph of its own', () => {
    expect(parseMarkdown('> 宜丰县人民政府\n> 2020年3月2日')).toEqual([
      { kind: 'paragraph', runs: [{ text: '宜丰县人民政府' }], align: 'right' },
      { kind: 'paragraph', runs: [{ text: '2020年3月2日' }], align: 'right' },
    ]);
  });

  it('reads both lists, with blank lines between items and indented second lines', () => {
    expect(parseMarkdown('- 甲\n  的后半\n\n- 乙\n\n1. 一\n2. 二')).toEqual([
      { kind: 'list', ordered: false, items: [[{ text: '甲的后半' }], [{ text: '乙' }]] },
      { kind: 'list', ordered: true, items: [[{ text: '一' }], [{ text: '二' }]] },
    ]);
  });

  it('begins a new numbered list where the numbers begin again', () => {
    expect(parseMarkdown('1. 一\n2. 二\n\n1. 甲').map((block) => block.kind)).toEqual([
      'list',
      'list',
    ]);
  });

  it('leaves numbers without a space after the point in the paragraph', () => {
    expect(parseMarkdown('1.受理申请')).toEqual([
      { kind: 'paragraph', runs: [{ text: '1.受理申请' }] },
    ]);
  });

  it('reads a table with its header, empty cells and an escaped bar', () => {
    expect(parseMarkdown('| 事项 | 时限 |\n|---|:---:|\n| 甲\\|乙 | |')).toEqual([
      {
        kind: 'table',
        rows: [
          [
            { runs: [{ text: '事项' }], header: true },
            { runs: [{ text: '时限' }], header: true },
          ],
          [{ runs: [{ text: '甲|乙' }] }, { runs: [] }],
        ],
      },
    ]);
  });

  it('reads bold, links and links in bold', () => {
    expect(parseRuns('按**第三十三条**办理，见[指南](/disclosure/guide)，**[首页](/)**')).toEqual([
      { text: '按' },
      { text: '第三十三条', bold: true },
      { text: '办理，见' },
      { text: '指南', href: '/disclosure/guide' },
      { text: '，' },
      { text: '首页', bold: true, href: '/' },
    ]);
  });

  it('keeps brackets that are no link and marks behind a backslash', () => {
    expect(parseRuns('宜府发[2020]3号 \\*\\*不加粗\\*\\*')).toEqual([
      { text: '宜府发[2020]3号 **不加粗**' },
    ]);
  });

  it('reads files with a byte order mark and Windows line ends', () => {
    expect(parseMarkdown('\uFEFF## 标题\r\n\r\n正文\r\n').map((block) => block.kind)).toEqual([
      'heading',
      'paragraph',
    ]);
  });

  it('reads an empty text as no blocks', () => {
    expect(parseMarkdown('')).toEqual([]);
    expect(parseMarkdown(' \n\n')).toEqual([]);
  });

  const refused: [what: string, text: string, line: number][] = [
    ['a first-level heading', '正文\n\n# 标题', 3],
    ['a fifth-level heading', '##### 标题', 1],
    ['a heading without words', '##', 1],
    ['bold that is not closed', '正文\n\n按**第三条办理', 3],
    ['an image', '![图](/a.png)', 1],
    ['a script address', '[点这里](javascript:alert)', 1],
    ['an address without a scheme that leaves the portal', '[点这里](//example.org)', 1],
    ['an empty address', '[点这里]()', 1],
    ['a table without its rule', '| 甲 |\n| 乙 |', 2],
    ['a table row that is too short', '| 甲 | 乙 |\n|---|---|\n| 一 |', 3],
    ['a table row that does not end', '| 甲 | 乙\n|---|---|', 1],
    ['a list inside a list', '- 甲\n  - 乙', 2],
    ['a numbered list that starts at two', '2. 二', 1],
    ['a numbered list with a gap', '1. 一\n3. 三', 2],
    ['a list item without words', '1. 一\n2.  ', 2],
    ['code', '```\nx\n```', 1],
    ['HTML', '<script>x</script>', 1],
    ['a rule across the page', '正文\n\n---', 3],
    ['an empty line set to the right', '> ', 1],
  ];
  it.each(refused)('refuses %s and names the line', (_what, text, line) => {
    let thrown: unknown;
    try {
      parseMarkdown(text);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(MarkdownError);
    expect((thrown as MarkdownError).line).toBe(line);
  });

  it('either reads any text or refuses it with a line that exists', () => {
    const piece = fc.constantFrom(
      '## ',
      '- ',
      '1. ',
      '| ',
      '|',
      '**',
      '[',
      '](/a)',
      '> ',
      '\n',
      '字',
      'a ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        try {
          blocksToText(parseMarkdown(text));
        } catch (error) {
          if (!(error instanceof MarkdownError)) throw error;
          expect(error.line).toBeGreaterThanOrEqual(1);
          expect(error.line).toBeLessThanOrEqual(text.split('\n').length + 1);
        }
      }),
    );
  });

  it('keeps every character of plain paragraphs', () => {
    const words = fc.stringMatching(/^[一-龥]{1,20}$/);
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 8 }), (paragraphs) => {
        expect(blocksToText(parseMarkdown(paragraphs.join('\n\n')))).toBe(paragraphs.join('\n'));
      }),
    );
  });
});
