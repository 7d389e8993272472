import {
  Document,
  Footer,
  Header,
  ImageRun,
  Packer,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  type IRunOptions,
} from 'docx';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import mammoth from 'mammoth';
import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import type { ReleaseFinding } from './findings';
import { inspectOffice, type OfficeKind } from './office';
import { openPackage, writePackage, xmlOf } from './office-package';
import { stripOffice } from './office-strip';

const keys = (findings: readonly ReleaseFinding[]): string[] =>
  findings.map(({ key }) => key).filter((key) => key !== 'metadata');

/** A file with some of its parts changed or added. */
async function changed(
  bytes: Buffer,
  parts: Record<string, string | Buffer | ((xml: string) => string)>,
): Promise<Buffer> {
  const file = await openPackage(bytes);
  for (const [name, part] of Object.entries(parts)) {
    const written = typeof part === 'function' ? part(xmlOf(file, name)) : part;
    file.set(name, Buffer.from(written));
  }
  return writePackage(file);
}

const docxOf = (runs: IRunOptions[]): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      creator: '李某',
      sections: [
        {
          headers: { default: new Header({ children: [new Paragraph('安源示范县')] }) },
          footers: { default: new Footer({ children: [new Paragraph('第 1 页')] }) },
          children: [
            new Paragraph('关于申请的答复'),
            new Paragraph({ children: runs.map((run) => new TextRun(run)) }),
          ],
        },
      ],
    }),
  );

let plain: Buffer;
let book: Buffer;
beforeAll(async () => {
  plain = await docxOf([{ text: '正文' }]);
  book = await workbook(() => undefined);
});

async function workbook(fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void) {
  const made = new ExcelJS.Workbook();
  made.creator = '李某';
  const sheet = made.addWorksheet('台账');
  sheet.addRow(['姓名', '金额']);
  sheet.addRow(['张某', 12]);
  fill(sheet, made);
  return Buffer.from(await made.xlsx.writeBuffer());
}

const inDocument = (run: string) =>
  changed(plain, {
    'word/document.xml': (xml) => xml.replace('<w:sectPr', `<w:p>${run}</w:p><w:sectPr`),
  });
const keysIn = async (bytes: Buffer, kind: OfficeKind = 'docx') =>
  keys(await inspectOffice(bytes, kind));

test('has nothing against plain files but who made them', async () => {
  expect(await inspectOffice(plain, 'docx')).toEqual([{ key: 'metadata', hard: false }]);
  expect(await inspectOffice(book, 'xlsx')).toEqual([{ key: 'metadata', hard: false }]);
});

test.each([
  ['an insertion', '<w:ins w:id="1" w:author="李某"><w:r><w:t>新</w:t></w:r></w:ins>'],
  ['a deletion', '<w:del w:id="1"><w:r><w:delText>旧</w:delText></w:r></w:del>'],
  ['a move', '<w:moveFrom w:id="1"><w:r><w:t>移</w:t></w:r></w:moveFrom>'],
  ['a change of looks', '<w:r><w:rPr><w:rPrChange w:id="1"><w:rPr/></w:rPrChange></w:rPr></w:r>'],
  ['a change of a paragraph', '<w:pPr><w:pPrChange w:id="1"><w:pPr/></w:pPrChange></w:pPr>'],
  ['a change under another prefix', '<x:ins x:id="1"><w:r><w:t>新</w:t></w:r></x:ins>'],
])('finds %s that nobody took or refused', async (_, run) => {
  expect(await inspectOffice(await inDocument(run), 'docx')).toContainEqual({
    key: 'office-changes',
    hard: true,
    place: 'body',
    values: { count: 1 },
  });
});

test('finds comments and counts them', async () => {
  const bytes = await changed(plain, {
    'word/comments.xml': '<w:comments><w:comment w:id="0"/><w:comment w:id="1"/></w:comments>',
  });
  expect(await inspectOffice(bytes, 'docx')).toContainEqual({
    key: 'office-comments',
    hard: true,
    values: { count: 2 },
  });
});

test.each<[string, IRunOptions]>([
  ['hidden', { text: '身份证号', vanish: true }],
  ['white on white', { text: '身份证号', color: 'FFFFFF' }],
  ['near white', { text: '身份证号', color: 'F5F5F5' }],
  ['of no size', { text: '身份证号', size: 1 }],
])('finds letters that are %s', async (_, run) => {
  expect(await inspectOffice(await docxOf([run]), 'docx')).toContainEqual({
    key: 'docx-hidden-text',
    hard: true,
    place: 'body',
    values: { count: 4 },
  });
});

test.each<[string, IRunOptions]>([
  ['a black highlight', { text: '身份证号', highlight: 'black' }],
  ['black shading', { text: '身份证号', shading: { type: ShadingType.CLEAR, fill: '000000' } }],
  [
    'black shading under black letters',
    {
      text: '身份证号',
      color: '000000',
      shading: { type: ShadingType.CLEAR, fill: '111111' },
    },
  ],
  [
    'a solid black pattern',
    { text: '身份证号', shading: { type: ShadingType.SOLID, color: '000000', fill: 'FFFFFF' } },
  ],
])('finds words that are blackened by %s', async (_, run) => {
  expect(await keysIn(await docxOf([run]))).toEqual(['docx-blackened-text']);
});

test('finds hidden words in headers, footers and footnotes, and by styles', async () => {
  const hidden = '<w:r><w:rPr><w:vanish/></w:rPr><w:t>内部</w:t></w:r>';
  const bytes = await changed(plain, {
    'word/header1.xml': (xml) => xml.replace('</w:p>', `${hidden}</w:p>`),
    'word/footer1.xml': (xml) => xml.replace('</w:p>', `${hidden}</w:p>`),
    'word/footnotes.xml': (xml) =>
      xml.replace('</w:footnotes>', `<w:p>${hidden}</w:p></w:footnotes>`),
  });
  const places = (await inspectOffice(bytes, 'docx')).filter(({ hard }) => hard);
  expect(places.map(({ place }) => place).sort()).toEqual(['footer', 'footnotes', 'header']);

  const styled = await changed(plain, {
    'word/styles.xml': (xml) =>
      xml.replace(
        '</w:styles>',
        `<w:style w:type="character" w:styleId="A"><w:rPr><w:vanish/></w:rPr></w:style>
         <w:style w:type="character" w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>`,
      ),
    'word/document.xml': (xml) =>
      xml.replace(
        '<w:sectPr',
        '<w:p><w:r><w:rPr><w:rStyle w:val="B"/></w:rPr><w:t>内部</w:t></w:r></w:p><w:sectPr',
      ),
  });
  expect(await keysIn(styled)).toEqual(['docx-hidden-text']);
});

test('lets pass a yellow highlight, white letters on a dark cell, and words that are not hidden after all', async () => {
  expect(await keysIn(await docxOf([{ text: '重点', highlight: 'yellow' }]))).toEqual([]);
  const table = await Packer.toBuffer(
    new Document({
      sections: [
        {
          children: [
            new Table({
              rows: [
                new TableRow({
                  children: [
                    new TableCell({
                      shading: { type: ShadingType.CLEAR, fill: '1F3864' },
                      children: [
                        new Paragraph({
                          children: [new TextRun({ text: '表头', color: 'FFFFFF' })],
                        }),
                        new Paragraph('自动颜色'),
                      ],
                    }),
                  ],
                }),
              ],
            }),
          ],
        },
      ],
    }),
  );
  expect(await keysIn(table)).toEqual([]);
  expect(
    await keysIn(
      await inDocument('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>可见</w:t></w:r>'),
    ),
  ).toEqual([]);
});

const SHAPE = (fill: string, text = '') =>
  `<w:r><w:drawing><wps:wsp><wps:spPr><a:prstGeom prst="rect"/><a:solidFill>${fill}</a:solidFill>
   <a:ln><a:solidFill><a:srgbClr val="00FF00"/></a:solidFill></a:ln></wps:spPr>
   <wps:txbx><w:txbxContent><w:p><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>${text}</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp></w:drawing></w:r>`;

test('finds black and white shapes that say nothing, as people lay over words', async () => {
  expect(await keysIn(await inDocument(SHAPE('<a:srgbClr val="000000"/>')))).toEqual([
    'office-cover-shape',
  ]);
  expect(await keysIn(await inDocument(SHAPE('<a:schemeClr val="tx1"/>')))).toEqual([
    'office-cover-shape',
  ]);
  expect(
    await keysIn(
      await inDocument('<w:r><w:pict><v:rect fillcolor="black [3213]"/></w:pict></w:r>'),
    ),
  ).toEqual(['office-cover-shape']);
  expect(await keysIn(await inDocument(SHAPE('<a:srgbClr val="1F3864"/>', '标签')))).toEqual([]);
  expect(await keysIn(await inDocument(SHAPE('<a:srgbClr val="4472C4"/>')))).toEqual([]);
});

test('finds embedded files, cropped pictures and pictures that tell where they were taken', async () => {
  expect(
    await keysIn(await changed(plain, { 'word/embeddings/Microsoft_Excel_Sheet1.xlsx': book })),
  ).toContain('office-embedded');
  expect(
    await keysIn(
      await inDocument('<w:r><pic:blipFill><a:srcRect l="20000"/></pic:blipFill></w:r>'),
    ),
  ).toEqual(['office-cropped-picture']);
  const photo = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#abc' } })
    .withExif({ IFD3: { GPSLatitude: '30/1 15/1 0/1', GPSLatitudeRef: 'N' } })
    .jpeg()
    .toBuffer();
  const pictured = await Packer.toBuffer(
    new Document({
      sections: [
        {
          children: [
            new Paragraph({
              children: [
                new ImageRun({
                  type: 'jpg',
                  data: photo,
                  transformation: { width: 30, height: 20 },
                }),
              ],
            }),
          ],
        },
      ],
    }),
  );
  expect(await keysIn(pictured)).toEqual(['picture-metadata']);
  expect(await keysIn(await stripOffice(pictured, 'docx'))).toEqual([]);
});

test('takes properties, sessions, templates and stray parts away and leaves the words', async () => {
  const rels = (xml: string) =>
    xml.replace(
      '</Relationships>',
      '<Relationship Id="rT" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="file:///C:/Users/limou/涉密模板.dotx" TargetMode="External"/></Relationships>',
    );
  const bytes = await changed(plain, {
    'word/document.xml': (xml) =>
      xml.replace('<w:p>', '<w:p w:rsidR="00AB12CD" w:rsidRDefault="00AB12CD">'),
    'word/settings.xml': (xml) =>
      xml.replace(
        '</w:settings>',
        '<w:attachedTemplate r:id="rT"/><w:rsids><w:rsid w:val="00AB12CD"/></w:rsids></w:settings>',
      ),
    'word/_rels/settings.xml.rels': rels(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>',
    ),
    'docProps/custom.xml':
      '<Properties><property name="案号"><lpwstr>机密</lpwstr></property></Properties>',
    'customXml/item1.xml': '<root>申请人</root>',
    'notes.txt': 'left behind',
  });
  expect((await inspectOffice(bytes, 'docx')).map(({ key }) => key).sort()).toEqual([
    'metadata',
    'office-editing-marks',
    'office-stray-parts',
    'office-template',
  ]);
  const copy = await stripOffice(bytes, 'docx');
  expect(await inspectOffice(copy, 'docx')).toEqual([]);
  const parts = await openPackage(copy);
  const all = [...parts.values()].join('\n');
  expect(all).not.toMatch(/李某|机密|涉密模板|00AB12CD|left behind/u);
  const words = async (buffer: Buffer) => (await mammoth.extractRawText({ buffer })).value;
  expect(await words(copy)).toBe(await words(bytes));
  expect(await words(copy)).toContain('关于申请的答复');
});

test.each([
  [
    'a row of no height',
    '<w:tbl><w:tr><w:trPr><w:trHeight w:val="1" w:hRule="exact"/></w:trPr>',
    '</w:tr></w:tbl>',
    '',
  ],
  ['a line of no height', '', '', '<w:pPr><w:spacing w:line="10" w:lineRule="exact"/></w:pPr>'],
])('finds words in %s, and none where it grows with them', async (_, before, after, properties) => {
  const inside = (text: string) =>
    before
      ? `${before}<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>${after}`
      : `<w:p>${properties}<w:r><w:t>${text}</w:t></w:r></w:p>`;
  const document = (xml: string) =>
    changed(plain, { 'word/document.xml': (all) => all.replace('<w:sectPr', `${xml}<w:sectPr`) });
  expect(await keysIn(await document(inside('不公开的人')))).toEqual(['docx-hidden-text']);
  expect(await keysIn(await document(inside('')))).toEqual([]);
  const growing = inside('公开的人').replace('"exact"', '"atLeast"');
  expect(await keysIn(await document(growing))).toEqual([]);
  const high = inside('公开的人').replace(/"1"|"10"/u, '"480"');
  expect(await keysIn(await document(high))).toEqual([]);
});

test('takes away from where a picture was taken, and leaves what describes it', async () => {
  const drawn = (name: string, descr: string) =>
    `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="${name}" descr="${descr}"/></wp:inline></w:drawing></w:r>`;
  const paths = [
    'C:\\Users\\李某\\图.png',
    'C:/Users/李某/图.png',
    '\\\\科室\\李某\\图.png',
    'file:///home/李某/图.png',
  ];
  for (const path of paths) {
    const bytes = await inDocument(drawn('图片 1', path));
    expect(await keysIn(bytes), path).toEqual(['office-editing-marks']);
    const xml = xmlOf(await openPackage(await stripOffice(bytes, 'docx')), 'word/document.xml');
    expect(xml).not.toContain('李某');
    expect(xml).toContain('name="图片 1"');
  }
  const named = await inDocument(drawn(paths[0]!, '县城的地图，比例 1/1000'));
  const xml = xmlOf(await openPackage(await stripOffice(named, 'docx')), 'word/document.xml');
  expect(xml).toContain('name="" descr="县城的地图，比例 1/1000"');
  expect(await keysIn(await inDocument(drawn('图片 1', '县城的地图')))).toEqual([]);
});

const merged = (ref: string) => (xml: string) =>
  xml.replace('</sheetData>', `</sheetData><mergeCells><mergeCell ref="${ref}"/></mergeCells>`);

test.each([
  ['A1:B1', 1],
  ['A1:B2', 3],
  ['A1:XFD1048576', 3],
  ['B2:C9', 0],
  ['D1:F9', 0],
  ['nonsense', 0],
])('counts the values that a merge over %s covers', async (ref, count) => {
  const bytes = await changed(book, { 'xl/worksheets/sheet1.xml': merged(ref) });
  const found = await inspectOffice(bytes, 'xlsx');
  const counts = found.filter(({ key }) => key === 'xlsx-unreadable-cells');
  expect(counts.map(({ values }) => values?.count ?? 0)).toEqual(count > 0 ? [count] : []);
});

test('has nothing against merged cells that all hold what the first one shows', async () => {
  const same = await workbook((sheet) => void sheet.addRow(['合计', '合计']));
  const bytes = await changed(same, { 'xl/worksheets/sheet1.xml': merged('A3:B3') });
  expect(await keysIn(bytes, 'xlsx')).toEqual([]);
});

test.each<[string, string, Parameters<typeof workbook>[0]]>([
  [
    'xlsx-hidden-sheet',
    'a hidden sheet',
    (_, made) => void made.addWorksheet('内部', { state: 'hidden' }).addRow(['x']),
  ],
  [
    'xlsx-hidden-sheet',
    'a very hidden sheet',
    (_, made) => void made.addWorksheet('更内部', { state: 'veryHidden' }).addRow(['x']),
  ],
  ['xlsx-hidden-rows', 'hidden rows', (sheet) => void (sheet.getRow(2).hidden = true)],
  ['xlsx-hidden-rows', 'rows of no height', (sheet) => void (sheet.getRow(2).height = 0.5)],
  ['xlsx-hidden-columns', 'hidden columns', (sheet) => void (sheet.getColumn(2).hidden = true)],
  ['office-comments', 'notes', (sheet) => void (sheet.getCell('A2').note = '张某同意')],
  [
    'xlsx-unreadable-cells',
    'black cells',
    (sheet) =>
      void (sheet.getCell('A2').fill = {
        type: 'pattern',
        pattern: 'solid',
        fgColor: { argb: 'FF000000' },
      }),
  ],
  [
    'xlsx-unreadable-cells',
    'white letters',
    (sheet) => void (sheet.getCell('A2').font = { color: { argb: 'FFFFFFFF' } }),
  ],
  [
    'xlsx-unreadable-cells',
    'letters in the colour of the paper, as the theme has it',
    (sheet) => void (sheet.getCell('A2').font = { color: { theme: 0 } }),
  ],
  [
    'xlsx-unreadable-cells',
    'a format that shows nothing',
    (sheet) => void (sheet.getCell('B2').numFmt = ';;;'),
  ],
  [
    'xlsx-unreadable-cells',
    'white letters among others',
    (sheet) =>
      void (sheet.getCell('A2').value = {
        richText: [{ text: '张' }, { text: '某某', font: { color: { argb: 'FFFFFFFF' } } }],
      }),
  ],
])('finds %s: %s', async (key, _, fill) => {
  expect(await keysIn(await workbook(fill), 'xlsx')).toEqual([key]);
});

test('names the sheet that is hidden, and lets pass empty hidden rows and coloured heads', async () => {
  const hidden = await workbook((_, made) => void made.addWorksheet('内部', { state: 'hidden' }));
  expect(await inspectOffice(hidden, 'xlsx')).toContainEqual({
    key: 'xlsx-hidden-sheet',
    hard: true,
    place: '内部',
    values: { count: 1 },
  });
  const plainBook = await workbook((sheet) => {
    sheet.getRow(9).hidden = true;
    sheet.getColumn(9).hidden = true;
    sheet.getCell('A1').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF1F3864' } };
    sheet.getCell('A1').font = { color: { argb: 'FFFFFFFF' } };
    sheet.getCell('B2').numFmt = '#,##0.00;[Red]-#,##0.00';
  });
  expect(await keysIn(plainBook, 'xlsx')).toEqual([]);
});

test('finds names, other workbooks and pivot data that a sheet does not show', async () => {
  const names = await changed(book, {
    'xl/workbook.xml': (xml) =>
      xml.replace(
        '</workbook>',
        `<definedNames><definedName name="密" hidden="1">台账!A1</definedName>
         <definedName name="_xlnm._FilterDatabase" hidden="1">台账!A1:B2</definedName></definedNames></workbook>`,
      ),
  });
  expect(await inspectOffice(names, 'xlsx')).toContainEqual({
    key: 'xlsx-hidden-names',
    hard: true,
    values: { count: 1 },
  });
  expect(
    await keysIn(
      await changed(book, { 'xl/externalLinks/externalLink1.xml': '<externalLink/>' }),
      'xlsx',
    ),
  ).toContain('xlsx-external');
  expect(
    await keysIn(
      await changed(book, { 'xl/pivotCache/pivotCacheRecords1.xml': '<pivotCacheRecords/>' }),
      'xlsx',
    ),
  ).toContain('xlsx-pivot');
  expect(
    await keysIn(
      await changed(book, {
        'xl/threadedComments/threadedComment1.xml':
          '<ThreadedComments><threadedComment/></ThreadedComments>',
      }),
      'xlsx',
    ),
  ).toContain('office-comments');
});

test('takes the path and the maker of a workbook away and leaves its cells', async () => {
  const bytes = await changed(book, {
    'xl/workbook.xml': (xml) =>
      xml.replace('<sheets>', '<x15ac:absPath url="C:\\Users\\limou\\"/><sheets>'),
  });
  const copy = await stripOffice(bytes, 'xlsx');
  expect(await inspectOffice(copy, 'xlsx')).toEqual([]);
  expect([...(await openPackage(copy)).values()].join()).not.toMatch(/limou|李某/u);
  const read = new ExcelJS.Workbook();
  await read.xlsx.load(copy as never);
  expect(read.getWorksheet('台账')?.getCell('A2').value).toBe('张某');
});

/** The least that PowerPoint asks for, with one slide. */
async function slides(slide: string, notes = ''): Promise<Buffer> {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  const relations = (...all: string[]) => `<Relationships>${all.join('')}</Relationships>`;
  return writePackage(
    new Map(
      Object.entries({
        '[Content_Types].xml': '<Types/>',
        '_rels/.rels': relations(relation('r1', 'officeDocument', 'ppt/presentation.xml')),
        'ppt/presentation.xml':
          '<p:presentation><p:sldIdLst><p:sldId id="256" r:id="r1"/></p:sldIdLst><p:sldSz cx="9000" cy="6000"/></p:presentation>',
        'ppt/_rels/presentation.xml.rels': relations(relation('r1', 'slide', 'slides/slide1.xml')),
        'ppt/slides/slide1.xml': slide,
        'ppt/slides/_rels/slide1.xml.rels': relations(
          relation('r2', 'notesSlide', '../notesSlides/notesSlide1.xml'),
        ),
        'ppt/notesSlides/notesSlide1.xml': `<p:notes><a:fld><a:t>1</a:t></a:fld><a:t>${notes}</a:t></p:notes>`,
      }).map(([name, xml]) => [name, Buffer.from(xml)] as const),
    ),
  );
}

const box = (x: number, y: number, inside: string) =>
  `<p:sp><p:nvSpPr><p:cNvPr id="1" name="a"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="2000" cy="1000"/></a:xfrm>${inside}`;
const words = (x = 100, y = 100) =>
  `${box(x, y, '')}</p:spPr><p:txBody><a:t>申请人</a:t></p:txBody></p:sp>`;
const cover = (x = 100, y = 100) =>
  `${box(x, y, '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>')}</p:spPr></p:sp>`;
const slide = (inside: string, attributes = '') =>
  `<p:sld ${attributes}><p:cSld><p:spTree><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>${inside}</p:spTree></p:cSld></p:sld>`;

test.each([
  ['nothing on a plain slide', slide(words()), '', []],
  ['a hidden slide', slide(words(), 'show="0"'), '', ['pptx-hidden-slide']],
  ['speaker notes', slide(words()), '不要公开', ['pptx-notes']],
  ['a shape beside the slide', slide(words(9500)), '', ['pptx-off-slide']],
  ['a black box over words', slide(words() + cover()), '', ['office-cover-shape']],
  ['nothing where the box came first', slide(cover() + words()), '', []],
  ['nothing where the box stands apart', slide(words() + cover(5000, 4000)), '', []],
  [
    'a hidden shape',
    slide(words().replace('name="a"', 'name="a" hidden="1"')),
    '',
    ['pptx-hidden-shape'],
  ],
])('finds %s', async (_, xml, notes, expected) => {
  expect(await keysIn(await slides(xml, notes), 'pptx')).toEqual(expected);
});

test('says that a file is damaged when two parts have one name or a part renames things', async () => {
  const twice = await writePackage(
    new Map([
      ['word/document.xml', Buffer.from('<w:document/>')],
      ['WORD/document.xml', Buffer.from('<w:document/>')],
    ]),
  );
  expect(await keysIn(twice)).toEqual(['damaged']);
  expect(
    await keysIn(
      await changed(plain, { 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "c">]><w:document/>' }),
    ),
  ).toEqual(['damaged']);
});

test('never throws, whatever is turned over in a file or in its XML', async () => {
  const xml = xmlOf(await openPackage(plain), 'word/document.xml');
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom<OfficeKind>('docx', 'xlsx', 'pptx'),
      fc.array(fc.tuple(fc.nat(plain.length - 1), fc.nat(255)), { maxLength: 10 }),
      fc.nat(xml.length),
      fc.string(),
      async (kind, flips, at, junk) => {
        const bytes = Buffer.from(kind === 'xlsx' ? book : plain);
        for (const [place, value] of flips) bytes[place % bytes.length] = value;
        expect(Array.isArray(await inspectOffice(bytes, kind))).toBe(true);
        const broken = await changed(plain, {
          'word/document.xml': xml.slice(0, at) + junk + xml.slice(at),
        });
        expect(Array.isArray(await inspectOffice(broken, 'docx'))).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);
