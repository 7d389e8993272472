import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import yazl from 'yazl';
import { subsetFont } from './font-subset';
import { postScriptName } from './fonts';
import { marksOf, type LineMark, type TextMark } from './pdf-marks';
import type { Sheet } from './sheet';

/**
 * GB/T 33190-2016 电子文件存储与交换格式 版式文档: the pages that the typesetter made, letter by
 * letter in the same places, as OFD. The letters that are used are embedded.
 *
 * @param fonts the files with which the PDF was set.
 */
export async function ofdOf(
  pdf: Uint8Array,
  sheet: Sheet,
  fonts: readonly Buffer[],
): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  const add = (name: string, content: string | Buffer) =>
    zip.addBuffer(Buffer.from(content as string), name, { mtime: EPOCH });
  const used = new Map<string, { id: number; letters: Set<number> }>();
  let lastId = 0;
  const nextId = () => (lastId += 1);
  const fontId = (name: string, letters: Iterable<string>): number => {
    const font = used.get(name) ?? { id: nextId(), letters: new Set<number>() };
    used.set(name, font);
    for (const letter of letters) font.letters.add(letter.codePointAt(0) as number);
    return font.id;
  };

  const pages: string[] = [];
  let first = [210, 297];
  for await (const { width, height, marks } of marksOf(new Uint8Array(pdf))) {
    if (pages.length === 0) first = [width, height];
    const objects = marks.map((mark) =>
      mark.kind === 'line' ? lineObject(mark, nextId()) : textObject(mark, nextId, fontId),
    );
    const place = `Pages/Page_${pages.length}/Content.xml`;
    const box = `<ofd:Area><ofd:PhysicalBox>0 0 ${mm(width)} ${mm(height)}</ofd:PhysicalBox></ofd:Area>`;
    add(
      `Doc_0/${place}`,
      xml(
        'Page',
        `${box}<ofd:Content><ofd:Layer ID="${nextId()}" Type="Body">${objects.join('')}</ofd:Layer></ofd:Content>`,
      ),
    );
    pages.push(`<ofd:Page ID="${nextId()}" BaseLoc="${place}"/>`);
  }

  const files = new Map(fonts.map((file) => [postScriptName(file), file]));
  const declared = [...used].map(([name, { id, letters }]) => {
    const file = files.get(name);
    const isTrueType = file?.readUInt32BE(0) === 0x00010000;
    const fileName = `font_${id}.${isTrueType ? 'ttf' : 'otf'}`;
    if (file) add(`Doc_0/Res/${fileName}`, subsetFont(file, letters));
    const source = file ? `<ofd:FontFile>${fileName}</ofd:FontFile>` : '';
    return `<ofd:Font ID="${id}" FontName="${escaped(name)}" FamilyName="${escaped(name)}">${source}</ofd:Font>`;
  });
  add(
    'Doc_0/PublicRes.xml',
    xml('Res', `<ofd:Fonts>${declared.join('')}</ofd:Fonts>`, ' BaseLoc="Res"'),
  );
  const [width, height] = first as [number, number];
  add(
    'Doc_0/Document.xml',
    xml(
      'Document',
      `<ofd:CommonData><ofd:MaxUnitID>${lastId}</ofd:MaxUnitID>` +
        `<ofd:PageArea><ofd:PhysicalBox>0 0 ${mm(width)} ${mm(height)}</ofd:PhysicalBox></ofd:PageArea>` +
        `<ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages>${pages.join('')}</ofd:Pages>`,
    ),
  );
  add('OFD.xml', xml('OFD', docBody(pdf, sheet), ' Version="1.1" DocType="OFD"'));
  zip.end();
  return buffer(zip.outputStream as unknown as AsyncIterable<Buffer>);
}

/** The same text gives the same bytes. */
const EPOCH = new Date('2000-01-01T00:00:00');

const xml = (root: string, content: string, attributes = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<ofd:${root} xmlns:ofd="http://www.ofdspec.org/2016"${attributes}>${content}</ofd:${root}>`;

function docBody(pdf: Uint8Array, sheet: Sheet): string {
  const element = (name: string, value: string | undefined) =>
    value ? `<ofd:${name}>${escaped(value)}</ofd:${name}>` : '';
  const day = sheet.day?.map((part) => String(part).padStart(2, '0')).join('-');
  const words = sheet.keywords.map((word) => element('Keyword', word)).join('');
  const facts = sheet.facts
    .map(({ label, value }) => {
      const text = value.map(({ s }) => s).join('');
      return `<ofd:CustomData Name="${escaped(label)}">${escaped(text)}</ofd:CustomData>`;
    })
    .join('');
  return (
    '<ofd:DocBody><ofd:DocInfo>' +
    element('DocID', createHash('sha256').update(pdf).digest('hex').slice(0, 32)) +
    element('Title', sheet.title) +
    element('Author', sheet.authors[0]) +
    element('Subject', sheet.number) +
    element('CreationDate', day) +
    (words && `<ofd:Keywords>${words}</ofd:Keywords>`) +
    element('Creator', 'Gongkai') +
    (facts && `<ofd:CustomDatas>${facts}</ofd:CustomDatas>`) +
    '</ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>'
  );
}

function textObject(
  { font, size, color, y, letters }: TextMark,
  nextId: () => number,
  fontId: (name: string, letters: Iterable<string>) => number,
): string {
  // Blanks at the ends would be trimmed with the XML and put the letters in wrong places.
  const start = letters.findIndex(({ text }) => text.trim() !== '');
  const end = letters.findLastIndex(({ text }) => text.trim() !== '') + 1;
  const seen = letters.slice(start, end);
  const [head, last] = [seen[0], seen.at(-1)];
  if (start === -1 || !head || !last) return '';
  const id = fontId(
    font,
    seen.map(({ text }) => text),
  );
  const steps = seen.slice(1).map(({ x }, i) => mm(x - (seen[i]?.x ?? 0)));
  const boundary = [head.x, y - size, last.x - head.x + size, size * 1.3].map(mm).join(' ');
  return (
    `<ofd:TextObject ID="${nextId()}" Boundary="${boundary}" Font="${id}" Size="${mm(size)}">` +
    `<ofd:FillColor Value="${rgb(color)}"/>` +
    `<ofd:TextCode X="0" Y="${mm(size)}"${steps.length > 0 ? ` DeltaX="${steps.join(' ')}"` : ''}>` +
    `${escaped(seen.map(({ text }) => text).join(''))}</ofd:TextCode></ofd:TextObject>`
  );
}

function lineObject({ width, color, from, to }: LineMark, id: number): string {
  const [x, y] = [Math.min(from[0], to[0]) - width, Math.min(from[1], to[1]) - width];
  const across = Math.abs(from[0] - to[0]) + 2 * width;
  const down = Math.abs(from[1] - to[1]) + 2 * width;
  const point = ([px, py]: [number, number]) => `${mm(px - x)} ${mm(py - y)}`;
  return (
    `<ofd:PathObject ID="${id}" Boundary="${[x, y, across, down].map(mm).join(' ')}" LineWidth="${mm(width)}" Stroke="true" Fill="false">` +
    `<ofd:StrokeColor Value="${rgb(color)}"/>` +
    `<ofd:AbbreviatedData>M ${point(from)} L ${point(to)}</ofd:AbbreviatedData></ofd:PathObject>`
  );
}

/** A thousandth of a millimetre is finer than any printer. */
const mm = (value: number): string => String(Math.round(value * 1000) / 1000);

const rgb = (color: string): string =>
  [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) || 0).join(' ');

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
