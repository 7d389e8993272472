import { buffer } from 'node:stream/consumers';
import { deflateRawSync, crc32 } from 'node:zlib';
import iconv from 'iconv-lite';
import { ZipFile } from 'yazl';

/** Files for the tests, made by code: harmless ones and hostile ones. */

export type Part = readonly [name: string, content: string | Uint8Array];

export async function zipOf(parts: readonly Part[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of parts) zip.addBuffer(Buffer.from(content as Uint8Array), name);
  zip.end();
  return buffer(zip.outputStream);
}

/**
 * A ZIP as its directory is written by hand: names in any bytes and any spelling, sizes that lie.
 */
export function rawZip(
  parts: readonly { name: Uint8Array; content: Uint8Array; claims?: number; flags?: number }[],
): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  const packings = new Map<Uint8Array, Buffer>();
  let at = 0;
  for (const { name, content, claims = content.length, flags = 0 } of parts) {
    const packed = packings.get(content) ?? deflateRawSync(content);
    packings.set(content, packed);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(flags, 2);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(content), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(claims, 18);
    head.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), head, name, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), head, tail, name]),
    );
    bodies.push(local);
    at += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, listed, end]);
}

export const gbk = (text: string): Buffer => iconv.encode(text, 'gbk');

const TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>';
const RELS = (type: string, target: string): string =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;

/**
 * @param document the whole of word/document.xml, for hostile ones
 * @param more parts besides
 */
export const docxOf = (
  paragraphs: readonly string[],
  document?: string,
  more: readonly Part[] = [],
): Promise<Buffer> =>
  zipOf([
    ...more,
    [
      '[Content_Types].xml',
      `${TYPES}<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ],
    ['_rels/.rels', RELS('officeDocument', 'word/document.xml')],
    [
      'word/document.xml',
      document ??
        `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`,
    ],
  ]);

/** @param sheet the whole of the first sheet, for hostile ones */
export const xlsxOf = (rows: readonly (readonly string[])[], sheet?: string): Promise<Buffer> =>
  zipOf([
    [
      '[Content_Types].xml',
      `${TYPES}<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    ],
    ['_rels/.rels', RELS('officeDocument', 'xl/workbook.xml')],
    [
      'xl/workbook.xml',
      '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="补贴表" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ],
    ['xl/_rels/workbook.xml.rels', RELS('worksheet', 'worksheets/sheet1.xml')],
    ['xl/worksheets/sheet1.xml', sheet ?? sheetOf(rows)],
  ]);

export const sheetOf = (rows: readonly (readonly string[])[], dimension = ''): string =>
  `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${dimension && `<dimension ref="${dimension}"/>`}<sheetData>${rows.map((row, i) => `<row r="${i + 1}">${row.map((cell, j) => `<c r="${String.fromCharCode(65 + j)}${i + 1}" t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`).join('')}</sheetData></worksheet>`;

const OFD = 'xmlns:ofd="http://www.ofdspec.org/2016"';

/**
 * Each page by its lines; a page that is null is named and not there.
 *
 * @param looks attributes of the text objects of a line, by its number from 1
 */
export const ofdOf = (
  pages: readonly (readonly string[] | null)[],
  looks: Readonly<Record<number, string>> = {},
): Promise<Buffer> =>
  zipOf([
    [
      'OFD.xml',
      `<ofd:OFD ${OFD}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    ],
    [
      'Doc_0/Document.xml',
      `<ofd:Document ${OFD}><ofd:Pages>${pages.map((_, i) => `<ofd:Page ID="${i + 1}" BaseLoc="Pages/Page_${i}/Content.xml"/>`).join('')}</ofd:Pages></ofd:Document>`,
    ],
    ...pages.flatMap((lines, i): Part[] =>
      lines === null ? [] : [[`Doc_0/Pages/Page_${i}/Content.xml`, ofdPage(lines, looks)]],
    ),
  ]);

/** A `|` parts the text objects of one line. */
const ofdPage = (lines: readonly string[], looks: Readonly<Record<number, string>>): string =>
  `<ofd:Page ${OFD}><ofd:Content><ofd:Layer>${lines
    .map((line, i) =>
      line
        .split('|')
        .map(
          (text, j) =>
            `<ofd:TextObject Boundary="${10 + 40 * j} ${10 + 8 * i} 40 5" ${looks[i + 1] ?? ''}><ofd:TextCode X="0" Y="4">${text}</ofd:TextCode></ofd:TextObject>`,
        )
        .join(''),
    )
    .join('')}</ofd:Layer></ofd:Content></ofd:Page>`;

/**
 * A PDF of one page that names Adobe's map GBK-EUC-H and brings no font: the text stands in GBK.
 *
 * @param pages what /Count claims
 * @param tree objects in place of the page tree, for hostile ones
 */
export function pdfOf(
  lines: readonly string[],
  { pages = 1, tree }: { pages?: number; tree?: string[] } = {},
): Buffer {
  const content = lines
    .map((line, i) => `BT /F1 12 Tf 40 ${800 - 20 * i} Td <${gbk(line).toString('hex')}> Tj ET`)
    .join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [3 0 R] /Count ${pages} >>`,
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /GBK-EUC-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 7 0 R /DW 1000 >>',
    '<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 859 /Descent -141 /StemV 80 /CapHeight 700 >>',
    ...(tree ?? []),
  ];
  let pdf = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const offset = pdf.length;
    pdf += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const xref = pdf.length;
  pdf += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}`;
  pdf += `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF`;
  return Buffer.from(pdf, 'latin1');
}
