import fc from 'fast-check';
import type { Form, FormCell, FormTable } from './untidy.fixture';

// Pages in the manner of content systems and word processors that nobody here has seen: whatever
// HTML allows around and within the tables of the form.

export type Page = {
  /** Tables of layout around each table, and around the whole. */
  around: number;
  wrap: 'div' | 'center' | 'p' | 'section' | 'font' | 'table' | 'menu';
  sections: 'none' | 'tbody' | 'head-body' | 'many-bodies' | 'all-foot';
  heads: 'td' | 'th-heads' | 'th-all' | 'th-rows';
  spans: 'right' | 'no-rowspan' | 'no-colspan' | 'none' | 'zero' | 'too-far' | 'upper-case';
  cell: 'text' | 'p' | 'span' | 'div-p' | 'br-before' | 'bold' | 'inner-table' | 'link' | 'word';
  blank:
    | ''
    | '&nbsp;'
    | '&#160; &ensp;'
    | '<br>'
    | '<p>&nbsp;</p>'
    | '<o:p></o:p>'
    | '\u3000'
    | '&#8203;';
  tables: 'as-is' | 'repeat-head' | 'split-with-head' | 'split-spaced';
  extra: (
    | 'trailing'
    | 'footnote'
    | 'hidden-row'
    | 'hidden-copy'
    | 'width-row'
    | 'caption'
    | 'colgroup'
    | 'empty-rows'
    | 'sum-note'
    | 'comment'
    | 'sup'
    | 'struck'
    | 'unclosed'
  )[];
  headings: 'h2' | 'p' | 'p-strong' | 'div' | 'td' | 'br';
  charset: 'utf-8' | 'gbk';
};

export const pages: fc.Arbitrary<Page> = fc.record({
  around: fc.nat(3),
  wrap: fc.constantFrom('div', 'center', 'p', 'section', 'font', 'table', 'menu'),
  sections: fc.constantFrom('none', 'tbody', 'head-body', 'many-bodies', 'all-foot'),
  heads: fc.constantFrom('td', 'th-heads', 'th-all', 'th-rows'),
  spans: fc.constantFrom(
    'right',
    'right',
    'right',
    'no-rowspan',
    'no-colspan',
    'none',
    'zero',
    'too-far',
    'upper-case',
  ),
  cell: fc.constantFrom(
    'text',
    'p',
    'span',
    'div-p',
    'br-before',
    'bold',
    'inner-table',
    'link',
    'word',
  ),
  blank: fc.constantFrom(
    '',
    '&nbsp;',
    '&#160; &ensp;',
    '<br>',
    '<p>&nbsp;</p>',
    '<o:p></o:p>',
    '\u3000',
    '&#8203;',
  ),
  tables: fc.constantFrom('as-is', 'as-is', 'repeat-head', 'split-with-head', 'split-spaced'),
  extra: fc.subarray(
    [
      'trailing',
      'footnote',
      'hidden-row',
      'hidden-copy',
      'width-row',
      'caption',
      'colgroup',
      'empty-rows',
      'sum-note',
      'comment',
      'sup',
      'struck',
      'unclosed',
    ],
    { maxLength: 4 },
  ),
  headings: fc.constantFrom('h2', 'p', 'p-strong', 'div', 'td', 'br'),
  charset: fc.constantFrom('utf-8', 'gbk'),
});

const escaped = (text: string): string =>
  text
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/\u00a0/gu, '&nbsp;');

export function unseenPage(form: Form, page: Page): string {
  const body = [
    heading(form.title, page, 1),
    ...form.preface.map((text) => line(text, page)),
    ...form.parts.flatMap((part) => [
      heading(part.heading, page, 2),
      ...part.paragraphs.map((text) => line(text, page)),
      ...form.tables.filter((one) => one.part === part.code).map((one) => drawn(one, page)),
    ]),
  ].join('\n');
  const whole =
    page.wrap === 'menu' || page.headings === 'td'
      ? `<table width="1000"><tr><td colspan="2">网站首页 | 政府信息公开</td></tr><tr><td><table><tr><td>指南</td></tr><tr><td>年报</td></tr></table></td><td>${page.headings === 'td' ? `<table>${body}</table>` : body}</td></tr></table>`
      : `<div id="content">${body}</div>`;
  return `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${page.charset}"><title>${form.title}</title></head><body>${whole}</body></html>`;
}

function heading(text: string, { headings }: Page, level: number): string {
  const inner = escaped(text);
  switch (headings) {
    case 'h2':
      return `<h${level}>${inner}</h${level}>`;
    case 'p-strong':
      return `<p style="text-indent:2em"><strong>${inner}</strong></p>`;
    case 'div':
      return `<div>&nbsp;&nbsp;${inner}</div>`;
    case 'td':
      return `<tr><td>${inner}</td></tr>`;
    case 'br':
      return `${inner}<br>`;
    default:
      return `<p>${inner}</p>`;
  }
}

function line(text: string, { headings }: Page): string {
  const inner = escaped(text);
  return headings === 'td'
    ? `<tr><td>${inner}</td></tr>`
    : headings === 'br'
      ? `${inner}<br/>`
      : `<p>${inner}</p>`;
}

function drawn(table: FormTable, page: Page): string {
  const inner = parts(table, page)
    .map((rows) => around(own(rows, page), page))
    .join(page.tables === 'split-spaced' ? '<p>&nbsp;</p>' : '\n');
  return page.headings === 'td' ? `<tr><td>${inner}</td></tr>` : inner;
}

/** How many rows at the top of a table hold heads only. */
const headRows = (rows: readonly FormCell[][]): number => {
  const at = rows.findIndex((row) => row.some(({ isLabel }) => !isLabel));
  return at < 0 ? 0 : at;
};

function parts({ rows, part }: FormTable, { tables }: Page): FormCell[][][] {
  if (part !== 'applications' || tables === 'as-is') return [rows];
  const head = rows.slice(0, 3);
  const at = rows.findIndex((row) => row.some(({ text }) => /重复/u.test(text)));
  if (at <= 3) return [rows];
  const upper = cut(rows, 0, at);
  const lower = cut(rows, at, rows.length);
  if (tables === 'repeat-head') return [[...upper, ...head, ...lower]];
  return [upper, [...head, ...lower]];
}

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

function around(table: string, { around: depth, wrap }: Page): string {
  let inner =
    wrap === 'table'
      ? `<table border="0"><tbody><tr><td>${table}</td></tr></tbody></table>`
      : wrap === 'menu'
        ? `<div>${table}</div>`
        : `<${wrap}>${table}</${wrap}>`;
  for (let i = 0; i < depth; i += 1) {
    inner =
      i % 2 === 0
        ? `<table cellpadding="0"><tr><td width="10">&nbsp;</td><td align="center">${inner}</td><td></td></tr></table>`
        : `<div class="a"><div>${inner}</div></div>`;
  }
  return inner;
}

function own(rows: FormCell[][], page: Page): string {
  const { extra, sections } = page;
  const head = headRows(rows);
  const width = Math.max(...rows.map((row) => row.reduce((sum, { colSpan }) => sum + colSpan, 0)));
  const drawnRows = rows.map((row, r) => {
    const cells = row
      .map((cell, c) => drawnCell(cell, page, r < head, c === 0))
      .join(r % 2 ? '\n      ' : '');
    const trailing = extra.includes('trailing') ? '<td>&nbsp;</td>' : '';
    return extra.includes('unclosed')
      ? `<tr>${(cells + trailing).replace(/<\/t[dh]>/gu, '')}`
      : `<tr>${cells}${trailing}</tr>`;
  });
  const all = [...drawnRows];
  if (extra.includes('hidden-row'))
    all.splice(head, 0, `<tr style="display: none"><td>${'<td>7</td>'.repeat(7)}</tr>`);
  if (extra.includes('hidden-copy')) {
    const copy = rows.at(-1)?.map((cell) => (cell.isLabel ? cell : { ...cell, text: '987' })) ?? [];
    all.push(`<tr hidden>${copy.map((cell) => drawnCell(cell, page, false, false)).join('')}</tr>`);
  }
  if (extra.includes('empty-rows')) all.push(`<tr>${`<td>${page.blank}</td>`.repeat(width)}</tr>`);
  if (extra.includes('footnote'))
    all.push(`<tr><td colspan="${width}">注：1.本表数据截至2024年12月31日；2.单位为件。</td></tr>`);
  if (extra.includes('sum-note'))
    all.push(
      `<tr><td colspan="${width}">（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）</td></tr>`,
    );
  if (extra.includes('width-row'))
    all.push(
      `<![if !supportMisalignedColumns]><tr height=0>${'<td width=60 style="border:none"></td>'.repeat(width)}</tr><![endif]>`,
    );
  const caption = extra.includes('caption') ? '<caption>政府信息公开情况统计表</caption>' : '';
  const cols = extra.includes('colgroup')
    ? `<colgroup><col span="${width}" width="50"></colgroup>`
    : '';
  const content =
    sections === 'none'
      ? all.join('\n')
      : sections === 'tbody'
        ? `<tbody>${all.join('')}</tbody>`
        : sections === 'head-body'
          ? `<thead>${all.slice(0, head).join('')}</thead><tbody>${all.slice(head).join('')}</tbody>`
          : sections === 'many-bodies'
            ? `<tbody>${all.slice(0, head).join('')}</tbody><tbody>${all.slice(head).join('')}</tbody>`
            : `<thead>${all.slice(0, head).join('')}</thead><tbody>${all.slice(head, -1).join('')}</tbody><tfoot>${all.slice(-1).join('')}</tfoot>`;
  return `<table border=1 class="MsoNormalTable">${caption}${cols}${content}</table>`;
}

function drawnCell(
  { text, colSpan, rowSpan, isLabel }: FormCell,
  page: Page,
  isHead: boolean,
  isFirst: boolean,
): string {
  const { heads, spans, extra } = page;
  const tag =
    (heads === 'th-all' && isLabel) ||
    (heads === 'th-heads' && isHead) ||
    (heads === 'th-rows' && isLabel && isFirst && !isHead)
      ? 'th'
      : 'td';
  const attributes: string[] = [];
  if (colSpan > 1 && spans !== 'no-colspan' && spans !== 'none')
    attributes.push(`${spans === 'upper-case' ? 'COLSPAN' : 'colspan'}="${colSpan}"`);
  if (rowSpan > 1 && spans !== 'no-rowspan' && spans !== 'none')
    attributes.push(`rowspan=${spans === 'too-far' && isLabel && !isHead ? rowSpan : rowSpan}`);
  if (spans === 'zero' && colSpan === 1) attributes.push('colspan="0"');
  const mark = extra.includes('sup') && !isLabel && /^\d+$/u.test(text) ? '<sup>1</sup>' : '';
  const struck = extra.includes('struck') && !isLabel && /^\d+$/u.test(text) ? '<s>9</s>' : '';
  const note = extra.includes('comment') ? '<!-- 99 -->' : '';
  return `<${tag} ${attributes.join(' ')} width="8%">${note}${struck}${content(text, page)}${mark}</${tag}>`;
}

function content(text: string, { cell, blank }: Page): string {
  if (text === '') return blank;
  const lines = text.split('\n').map(escaped);
  const broken = lines.join('<br/>');
  switch (cell) {
    case 'p':
      return lines.map((one) => `<p>${one}</p>`).join('\n');
    case 'span':
      return `<span style="font-size:12px"><span lang="EN-US">${broken}</span></span>`;
    case 'div-p':
      return `<div><p align="center">${broken}</p></div>`;
    case 'br-before':
      return `<br>${broken}<br>`;
    case 'bold':
      return `<b><font face="宋体">${broken}</font></b>`;
    case 'inner-table':
      return `<table><tr><td>${broken}</td></tr></table>`;
    case 'link':
      return `<a href="#">${broken}</a>`;
    case 'word':
      return `<p class=MsoNormal align=center style='text-align:center'><span lang=EN-US style='font-size:9.0pt'>${broken}<o:p></o:p></span></p>`;
    default:
      return `\n        ${broken}\n      `;
  }
}
