import * as xlsx from '@e965/xlsx';
import {
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import type { Form, FormCell, FormTable } from './untidy.fixture';

// The same report in each format, in the manner of the programs and pages that reports come from.

type Written = { bytes: Uint8Array; name: string };
export type PageStyle = 'plain' | 'word' | 'nested';

const escaped = (text: string): string =>
  text
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/\u00a0/gu, '&nbsp;');

/** `word`: saved from Word into a content system; `nested`: tables within tables of layout. */
export function asPage(form: Form, style: PageStyle, charset: 'utf-8' | 'gb2312'): Written {
  const paragraph = (text: string): string =>
    style === 'word'
      ? `<p class="MsoNormal" style="text-indent:32pt;line-height:150%"><span style="font-size:16pt;font-family:仿宋_GB2312">${escaped(text)}<o:p></o:p></span></p>`
      : `<p>${escaped(text)}</p>`;
  const heading = (text: string): string =>
    style === 'word'
      ? paragraph(text).replace('<span', '<b><span').replace('</span>', '</span></b>')
      : style === 'nested'
        ? `<div><strong>${escaped(text)}</strong></div>`
        : `<h2>${escaped(text)}</h2>`;
  const cell = ({ text, colSpan, rowSpan }: FormCell): string => {
    const spans = `${colSpan > 1 ? ` colspan="${colSpan}"` : ''}${rowSpan > 1 ? ` rowspan=${rowSpan}` : ''}`;
    const lines = text.split('\n').map(escaped);
    const content =
      style === 'word'
        ? lines
            .map(
              (line) =>
                `<p class="MsoNormal" align="center"><span lang="EN-US">${line || '&nbsp;'}<o:p></o:p></span></p>`,
            )
            .join('')
        : lines.join('<br/>');
    return `<td${spans} valign="center">${content}</td>`;
  };
  const table = ({ rows }: FormTable): string => {
    const own = `<table border="1" cellspacing="0"><tbody>${rows.map((row) => `<tr>${row.map(cell).join('\n')}</tr>`).join('\n')}</tbody></table>`;
    return style === 'nested'
      ? `<table width="100%"><tr><td align="center">${own}</td></tr></table>`
      : `<div align="center">${own}</div>`;
  };
  const body = [
    `<h1>${escaped(form.title)}</h1>`,
    ...form.preface.map(paragraph),
    ...form.parts.flatMap((part) => [
      heading(part.heading),
      ...part.paragraphs.map(paragraph),
      ...form.tables.filter((one) => one.part === part.code).map(table),
    ]),
  ].join('\n');
  const around =
    style === 'nested'
      ? `<table id="main"><tr><td class="left"><ul><li><a href="/">首页</a></li><li>政府信息公开年报</li></ul></td><td><table><tr><td>${body}</td></tr></table></td></tr></table>`
      : `<div class="nav"><a href="/">首页</a> &gt; 政府信息公开年报</div><div id="zoom">${body}</div>`;
  const html = `<!DOCTYPE html><html><head><meta charset="${charset}"><title>${form.title}_青禾县人民政府</title>
<script>var tables = "<table><tr><td>一、本年新收</td><td>99</td></tr></table>";</script><style>td{padding:0}</style></head>
<body>${around}<div class="footer"><p>主办：青禾县人民政府办公室</p><p>版权所有</p></div><script src="/a.js"></script></body></html>`;
  return { bytes: charset === 'utf-8' ? Buffer.from(html) : gbk(html), name: '年报.html' };
}

export async function asWord(form: Form): Promise<Written> {
  const line = (text: string): Paragraph => new Paragraph({ children: [new TextRun(text)] });
  const table = ({ rows }: FormTable): Table =>
    new Table({
      rows: rows.map(
        (row) =>
          new TableRow({
            children: row.map(
              ({ text, colSpan, rowSpan }) =>
                new TableCell({
                  children: text.split('\n').map(line),
                  columnSpan: colSpan,
                  rowSpan,
                }),
            ),
          }),
      ),
    });
  const document = new Document({
    sections: [
      {
        children: [
          new Paragraph({ text: form.title, heading: HeadingLevel.TITLE }),
          ...form.preface.map(line),
          ...form.parts.flatMap((part) => [
            new Paragraph({ children: [new TextRun({ text: part.heading, bold: true })] }),
            ...part.paragraphs.map(line),
            ...form.tables.filter((one) => one.part === part.code).map(table),
          ]),
        ],
      },
    ],
  });
  return { bytes: new Uint8Array(await Packer.toBuffer(document)), name: '年报.docx' };
}

/** On one sheet, or the text and each table on a sheet of its own. */
export function asWorkbook(form: Form, isOneSheet: boolean, type: 'xlsx' | 'xls'): Written {
  const book = xlsx.utils.book_new();
  const sheets: { rows: (FormCell | string)[][]; name: string }[] = isOneSheet
    ? [
        {
          name: 'Sheet1',
          rows: [
            [form.title],
            ...form.preface.map((text) => [text]),
            ...form.parts.flatMap((part) => [
              [part.heading],
              ...part.paragraphs.map((text) => [text]),
              ...form.tables
                .filter((one) => one.part === part.code)
                .flatMap(({ rows }) => [...rows, []]),
            ]),
          ],
        },
      ]
    : [
        {
          name: '正文',
          rows: [
            [form.title],
            ...form.preface.map((text) => [text]),
            ...form.parts.flatMap(({ heading, paragraphs }) => [
              [heading],
              ...paragraphs.map((text) => [text]),
            ]),
          ],
        },
        ...form.tables.map(({ rows }, i) => ({ name: `表${i + 1}`, rows })),
      ];
  for (const { name, rows } of sheets) xlsx.utils.book_append_sheet(book, sheetOf(rows), name);
  const bytes = xlsx.write(book, {
    type: 'buffer',
    bookType: type === 'xls' ? 'biff8' : 'xlsx',
  }) as Buffer;
  return { bytes: new Uint8Array(bytes), name: `年报.${type}` };
}

function sheetOf(rows: readonly (FormCell | string)[][]): xlsx.WorkSheet {
  const sheet: xlsx.WorkSheet = {};
  const merges: xlsx.Range[] = [];
  const taken = new Set<string>();
  let [width, height] = [0, 0];
  for (const [r, row] of rows.entries()) {
    let c = 0;
    for (const cell of row) {
      const { text, colSpan, rowSpan } =
        typeof cell === 'string' ? { text: cell, colSpan: 1, rowSpan: 1 } : cell;
      while (taken.has(`${r},${c}`)) c += 1;
      const isNumber = /^-?\d+(?:\.\d+)?$/u.test(text);
      sheet[xlsx.utils.encode_cell({ r, c })] = isNumber
        ? { t: 'n', v: Number(text) }
        : { t: 's', v: text };
      for (let y = r; y < r + rowSpan; y += 1)
        for (let x = c; x < c + colSpan; x += 1) taken.add(`${y},${x}`);
      if (colSpan > 1 || rowSpan > 1)
        merges.push({ s: { r, c }, e: { r: r + rowSpan - 1, c: c + colSpan - 1 } });
      width = Math.max(width, c + colSpan);
      height = Math.max(height, r + rowSpan);
      c += colSpan;
    }
  }
  sheet['!ref'] = xlsx.utils.encode_range({
    s: { r: 0, c: 0 },
    e: { r: Math.max(0, height - 1), c: Math.max(0, width - 1) },
  });
  sheet['!merges'] = merges;
  return sheet;
}

/**
 * `cells`: one cell a line after a tab, an empty line between rows. `rows`: cells of a row parted by
 * tabs. `lines`: one cell a line and nothing else. `spaces`: cells of a row parted by spaces.
 */
export function asText(form: Form, style: 'cells' | 'rows' | 'lines' | 'spaces'): Written {
  const flat = (text: string): string => text.replace(/\s+/gu, '');
  const table = ({ rows }: FormTable): string[] => {
    const plain =
      style === 'lines' || style === 'spaces'
        ? rows.map((row) => row.map((cell) => cell.text))
        : withHoles(rows);
    switch (style) {
      case 'cells':
        return plain.flatMap((row) => [...row.map((text) => `\t${text}`), '']);
      case 'rows':
        return plain.map((row) => row.map((text) => flat(text)).join('\t'));
      case 'lines':
        return plain.flatMap((row) => row.map(flat));
      default:
        return plain.map((row) => row.map(flat).join(' '));
    }
  };
  const lines = [
    form.title,
    '',
    ...form.preface,
    '',
    ...form.parts.flatMap((part) => [
      part.heading,
      ...part.paragraphs,
      ...form.tables.filter((one) => one.part === part.code).flatMap(table),
      '',
    ]),
  ];
  return { bytes: Buffer.from(lines.join('\n')), name: '年报.txt' };
}

/** Each row with an empty cell wherever one reaches down from above. */
function withHoles(rows: readonly FormCell[][]): string[][] {
  const taken = new Map<string, true>();
  return rows.map((row, r) => {
    const out: string[] = [];
    let c = 0;
    const skip = (): void => {
      while (taken.has(`${r},${c}`)) {
        if (taken.has(`${r},${c}`) && !taken.has(`${r},${c}-`)) out.push('');
        c += 1;
      }
    };
    for (const { text, colSpan, rowSpan } of row) {
      skip();
      out.push(text);
      for (let y = r + 1; y < r + rowSpan; y += 1) {
        for (let x = c; x < c + colSpan; x += 1) {
          taken.set(`${y},${x}`, true);
          if (x > c) taken.set(`${y},${x}-`, true);
        }
      }
      c += colSpan;
    }
    skip();
    return out;
  });
}

let table: Map<string, number> | undefined;

/** GBK, which browsers mean by gb2312; made from what the decoder knows. */
export function gbk(text: string): Uint8Array {
  if (!table) {
    table = new Map();
    const decoder = new TextDecoder('gbk');
    for (let high = 0x81; high <= 0xfe; high += 1) {
      for (let low = 0x40; low <= 0xfe; low += 1) {
        const character = decoder.decode(Uint8Array.of(high, low));
        if (character.length === 1 && character !== '\ufffd')
          table.set(character, high * 256 + low);
      }
    }
  }
  const bytes: number[] = [];
  for (const character of text) {
    const code = table.get(character);
    if ((character.codePointAt(0) ?? 0) < 0x80) bytes.push(character.codePointAt(0) ?? 0);
    else if (code !== undefined) bytes.push(code >> 8, code & 0xff);
    else bytes.push(...Buffer.from(`&#${character.codePointAt(0)};`));
  }
  return Uint8Array.from(bytes);
}
