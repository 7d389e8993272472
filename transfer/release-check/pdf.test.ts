import {
  BlendMode,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFString,
  popGraphicsState,
  pushGraphicsState,
  rgb,
  setTextRenderingMode,
  StandardFonts,
  TextRenderingMode,
  type PDFFont,
  type PDFPage,
} from '@cantoo/pdf-lib';
import fc from 'fast-check';
import sharp from 'sharp';
import { extractText } from 'unpdf';
import { expect, test } from 'vitest';
import type { ReleaseFinding } from './findings';
import { inspectPdf } from './pdf';
import { stripPdf } from './pdf-strip';

const BLACK = rgb(0, 0, 0);
const WHITE = rgb(1, 1, 1);

/** A page with two lines, on which each case does its own. */
async function paper(
  draw: (page: PDFPage, font: PDFFont, document: PDFDocument) => unknown,
): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const font = await document.embedFont(StandardFonts.Helvetica);
  const page = document.addPage([300, 300]);
  page.drawText('Reply of the county', { x: 20, y: 260, size: 14, font });
  page.drawText('Applicant 11010519491231002X', { x: 20, y: 200, size: 12, font });
  await draw(page, font, document);
  return document.save();
}

const over = { x: 16, y: 194, width: 260, height: 20 };
const keys = (findings: readonly ReleaseFinding[]): string[] => findings.map(({ key }) => key);
const keysOf = async (...args: Parameters<typeof paper>): Promise<string[]> =>
  keys(await inspectPdf(await paper(...args)));

const black = async (width = 20, height = 20): Promise<Uint8Array> =>
  sharp({ create: { width, height, channels: 3, background: '#000' } })
    .png()
    .toBuffer();

/** A page of paper-white with a black band where the second line stands, and grey marks for letters. */
async function scan(band: string): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900">
    <rect width="900" height="900" fill="#fdfdfd"/>
    ${Array.from({ length: 60 }, (_, i) => `<rect x="${60 + i * 12}" y="80" width="5" height="44" fill="#222"/>`).join('')}
    <rect x="40" y="255" width="800" height="80" fill="${band}"/></svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 92 }).toBuffer();
}

test('has nothing against a page that only shows what it holds', async () => {
  const found = await keysOf((page, font) => {
    page.drawRectangle({ x: 10, y: 100, width: 200, height: 40, color: rgb(0.1, 0.1, 0.4) });
    page.drawText('White on a dark panel', { x: 20, y: 115, size: 12, font, color: WHITE });
    page.drawLine({ start: { x: 20, y: 198 }, end: { x: 270, y: 198 }, thickness: 1 });
  });
  expect(found).toEqual([]);
});

test('counts the letters below a black box, by page, and does not repeat them', async () => {
  const found = await inspectPdf(
    await paper((page) => page.drawRectangle({ ...over, color: BLACK })),
  );
  expect(found).toEqual([
    { key: 'pdf-covered-text', hard: true, place: '1', values: { count: 27 } },
  ]);
  expect(JSON.stringify(found)).not.toContain('1101');
});

test.each<[string, Parameters<typeof paper>[0]]>([
  ['a white box', (page) => page.drawRectangle({ ...over, color: WHITE })],
  ['a box of any colour', (page) => page.drawRectangle({ ...over, color: rgb(0.2, 0.7, 0.2) })],
  [
    'two boxes that share the letters',
    (page) => {
      page.drawRectangle({ ...over, height: 8, color: BLACK });
      page.drawRectangle({ ...over, y: 201, height: 12, color: BLACK });
    },
  ],
  [
    'an ellipse',
    (page) => page.drawEllipse({ x: 100, y: 204, xScale: 400, yScale: 40, color: BLACK }),
  ],
  [
    'a thick line, as a marker draws',
    (page) =>
      page.drawLine({
        start: { x: 10, y: 204 },
        end: { x: 290, y: 204 },
        thickness: 18,
        color: BLACK,
      }),
  ],
  [
    'a black box that multiplies',
    (page) => page.drawRectangle({ ...over, color: BLACK, blendMode: BlendMode.Multiply }),
  ],
  [
    'a turned box',
    (page) =>
      page.drawSvgPath('M 0 0 L 270 0 L 270 -24 L 0 -24 Z', { x: 14, y: 192, color: BLACK }),
  ],
])('finds text below %s', async (_, draw) => {
  expect(await keysOf(draw)).toContain('pdf-covered-text');
});

/** A line as old Chinese programs write it: a name of a font, a map of characters, no font at all. */
const unembedded =
  (encoding: string, hex: string): Parameters<typeof paper>[0] =>
  (page, _font, { context }) => {
    const font = (entries: object) => context.register(context.obj(entries as never));
    const letters = font({
      Type: 'Font',
      Subtype: 'CIDFontType0',
      BaseFont: 'STSong-Light',
      CIDSystemInfo: {
        Registry: PDFString.of('Adobe'),
        Ordering: PDFString.of('GB1'),
        Supplement: 4,
      },
      DW: 1000,
      W: [1, 95, 500, 814, 908, 500],
      FontDescriptor: font({
        Type: 'FontDescriptor',
        FontName: 'STSong-Light',
        Flags: 4,
        FontBBox: [-25, -254, 1000, 880],
        ItalicAngle: 0,
        Ascent: 880,
        Descent: -120,
        CapHeight: 880,
        StemV: 93,
      }),
    });
    page.node.setFontDictionary(
      PDFName.of('Old'),
      font({
        Type: 'Font',
        Subtype: 'Type0',
        BaseFont: 'STSong-Light',
        Encoding: encoding,
        DescendantFonts: [letters],
      }),
    );
    // Six Latin letters and two blanks are 48 points wide; three characters follow, and a box on them.
    const line = `BT /Old 12 Tf 20 100 Td <${hex}> Tj ET 0 g 67 90 40 30 re f`;
    page.node.addContentStream(context.register(context.stream(line)));
  };

test.each([
  ['UniGB-UCS2-H', '00410042004300440045004600200020753375F74EBA'],
  ['UniGB-UTF16-H', '00410042004300440045004600200020753375F74EBA'],
  ['GBK-EUC-H', '4142434445462020C9EAC7EBC8CB'],
  ['GBKp-EUC-H', '4142434445462020C9EAC7EBC8CB'],
  ['GB-EUC-H', '4142434445462020C9EAC7EBC8CB'],
  ['GBK2K-H', '4142434445462020C9EAC7EBC8CB'],
])('knows where letters stand that come by the map %s without a font', async (encoding, hex) => {
  expect(await inspectPdf(await paper(unembedded(encoding, hex)))).toEqual([
    { key: 'pdf-covered-text', hard: true, place: '1', values: { count: 3 } },
  ]);
});

test('says that a page can not be read whose font is not to be had', async () => {
  expect(await keysOf(unembedded('No-Such-Map-H', '4142'))).toEqual(['pdf-page-unreadable']);
});

test('finds text below a picture that was laid on it', async () => {
  const found = await keysOf(async (page, _, document) =>
    page.drawImage(await document.embedPng(await black()), over),
  );
  expect(found).toContain('pdf-text-under-picture');
});

test.each<[string, Parameters<typeof paper>[0]]>([
  [
    'a yellow highlight that multiplies',
    (page) => page.drawRectangle({ ...over, color: rgb(1, 1, 0), blendMode: BlendMode.Multiply }),
  ],
  ['a pale veil', (page) => page.drawRectangle({ ...over, color: BLACK, opacity: 0.3 })],
  ['a frame', (page) => page.drawRectangle({ ...over, borderColor: BLACK, borderWidth: 1 })],
  [
    'a line through the words',
    (page) => page.drawLine({ start: { x: 10, y: 204 }, end: { x: 290, y: 204 }, thickness: 2 }),
  ],
  [
    'a seal whose ground is transparent',
    async (page, _, document) => {
      const ring = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300"><circle cx="150" cy="150" r="130" fill="none" stroke="red" stroke-width="10"/></svg>`;
      const seal = await document.embedPng(await sharp(Buffer.from(ring)).png().toBuffer());
      page.drawImage(seal, { x: 60, y: 150, width: 110, height: 110 });
    },
  ],
])('lets pass %s', async (_, draw) => {
  expect(await keysOf(draw)).toEqual([]);
});

test('finds letters of the colour they stand on, of no size, of no colour, and off the page', async () => {
  const word = { x: 20, y: 120, size: 12 };
  expect(
    await keysOf((page, font) => page.drawText('white', { ...word, font, color: WHITE })),
  ).toEqual(['pdf-same-colour']);
  expect(
    await keysOf((page, font) => {
      page.drawRectangle({ x: 10, y: 110, width: 200, height: 30, color: BLACK });
      page.drawText('a black highlight was there first', { ...word, font, color: BLACK });
    }),
  ).toEqual(['pdf-same-colour']);
  expect(await keysOf((page, font) => page.drawText('tiny', { ...word, font, size: 0.5 }))).toEqual(
    ['pdf-tiny-text'],
  );
  expect(await keysOf((page, font) => page.drawText('off', { ...word, font, x: 900 }))).toEqual([
    'pdf-text-off-page',
  ]);
  expect(
    await keysOf((page, font) => page.drawText('glass', { ...word, font, opacity: 0 })),
  ).toEqual(['pdf-invisible-text']);
  expect(
    await keysOf((page) => {
      page.pushOperators(pushGraphicsState(), setTextRenderingMode(TextRenderingMode.Invisible));
      page.drawText('not drawn', word);
      page.pushOperators(popGraphicsState());
    }),
  ).toEqual(['pdf-invisible-text']);
});

test('finds what a smaller crop box cuts off', async () => {
  const found = await keysOf((page) => page.setCropBox(0, 230, 300, 70));
  expect(found).toEqual(['pdf-text-off-page']);
});

/** A scan, and over or under it the reading that a program made of it. */
const readScan =
  (band: string): Parameters<typeof paper>[0] =>
  async (page, _, document) => {
    const image = await document.embedJpg(await scan(band));
    page.drawImage(image, { x: 0, y: 0, width: 300, height: 300 });
    page.pushOperators(pushGraphicsState(), setTextRenderingMode(TextRenderingMode.Invisible));
    page.drawText('READ FROM THE SCAN', { x: 22, y: 262, size: 12 });
    page.drawText('11010519491231002X', { x: 22, y: 196, size: 12 });
    page.pushOperators(popGraphicsState());
  };

test('tells the reading of a scan from the reading below a mark in the scan', async () => {
  const below = await keysOf(readScan('#000'));
  expect(below).toContain('pdf-text-under-scan-mark');
  expect(below).toContain('pdf-scan-text');
  expect(await keysOf(readScan('#fdfdfd'))).toContain('pdf-text-under-scan-mark');
});

test('finds black and white patches over a picture, which is whole below them', async () => {
  const pictured = async (draw: (page: PDFPage) => void): Promise<Uint8Array> => {
    const document = await PDFDocument.create({ updateMetadata: false });
    const page = document.addPage([300, 300]);
    const image = await document.embedJpg(await scan('#ccc'));
    page.drawImage(image, { x: 0, y: 0, width: 300, height: 300 });
    draw(page);
    return document.save();
  };
  expect(await inspectPdf(await pictured(() => undefined))).toEqual([]);
  const patched = await pictured((page) => {
    page.drawRectangle({ ...over, color: BLACK });
    page.drawRectangle({ x: 20, y: 20, width: 60, height: 20, color: WHITE });
  });
  expect(await inspectPdf(patched)).toEqual([
    { key: 'pdf-covered-picture', hard: true, place: '1', values: { count: 2 } },
  ]);
});

const annotation = (page: PDFPage, entries: Record<string, unknown>): void => {
  const { context } = page.doc;
  const dict = context.obj({ Type: 'Annot', Rect: [16, 194, 276, 214], ...entries } as never);
  page.node.addAnnot(context.register(dict));
};

test('finds marks and comments that a reader can move aside', async () => {
  expect(await keysOf((page) => annotation(page, { Subtype: 'Redact', IC: [0, 0, 0] }))).toContain(
    'pdf-redaction-pending',
  );
  expect(
    await keysOf((page) => annotation(page, { Subtype: 'Square', IC: [0, 0, 0], C: [0, 0, 0] })),
  ).toContain('pdf-comments');
  expect(
    await keysOf((page) => annotation(page, { Subtype: 'Text', Contents: PDFString.of('ask') })),
  ).toContain('pdf-comments');
  expect(
    await keysOf((page) =>
      annotation(page, {
        Subtype: 'Link',
        A: { S: 'URI', URI: PDFString.of('https://example.org') },
      }),
    ),
  ).toEqual([]);
});

test('finds attached files, scripts and hidden fields', async () => {
  expect(
    await keysOf((_page, _font, document) => document.attach(Buffer.from('x'), 'list.txt', {})),
  ).toContain('pdf-attachments');
  expect(
    await keysOf((_page, _font, document) => document.addJavaScript('a', 'app.alert(1)')),
  ).toContain('pdf-scripts');
  const withField = (flags: number) => (page: PDFPage, _font: PDFFont, document: PDFDocument) => {
    const field = document.getForm().createTextField('name');
    field.setText('Zhang');
    field.addToPage(page, { x: 20, y: 40, width: 100, height: 20 });
    field.acroField.getWidgets()[0]?.dict.set(PDFName.of('F'), document.context.obj(flags));
  };
  expect(await keysOf(withField(2))).toContain('pdf-hidden-fields');
  expect(await keysOf(withField(4))).toEqual(['pdf-form']);
});

test('finds words on a layer that is switched off', async () => {
  const found = await keysOf((page, _font, document) => {
    const { context } = document;
    const layer = context.register(
      context.obj({ Type: 'OCG', Name: PDFString.of('draft') } as never),
    );
    document.catalog.set(
      PDFName.of('OCProperties'),
      context.obj({ OCGs: [layer], D: { OFF: [layer], Order: [layer] } } as never),
    );
    const content = context.flateStream(
      '/OC /L0 BDC BT /F1 12 Tf 20 100 Td (draft opinion) Tj ET EMC',
    );
    page.node.addContentStream(context.register(content));
    page.node
      .normalizedEntries()
      .Resources.set(PDFName.of('Properties'), context.obj({ L0: layer } as never));
    page.node.setFontDictionary(
      PDFName.of('F1'),
      context.register(
        context.obj({ Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica' } as never),
      ),
    );
  });
  expect(found).toEqual(['pdf-hidden-layer']);
});

test('a redaction that took the words away leaves nothing to find', async () => {
  const document = await PDFDocument.create({ updateMetadata: false });
  const font = await document.embedFont(StandardFonts.Helvetica);
  const page = document.addPage([300, 300]);
  page.drawText('Applicant', { x: 20, y: 200, size: 12, font });
  page.drawRectangle({ x: 80, y: 194, width: 180, height: 20, color: BLACK });
  expect(await inspectPdf(await document.save())).toEqual([]);
});

test('finds who made the file, with what, and earlier states of it, and takes them away', async () => {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const page = document.addPage([300, 300]);
  page.drawText('Reply of the county', { x: 20, y: 260, size: 14, font });
  document.setAuthor('Clerk Li');
  document.catalog.set(
    PDFName.of('Metadata'),
    document.context.register(document.context.stream('<x:xmpmeta>Clerk Li</x:xmpmeta>')),
  );
  const first = await document.save({ useObjectStreams: false });
  // Written on as editors do: the old text stays in the file, a later object takes its place.
  const later = await PDFDocument.load(first, {
    forIncrementalUpdate: true,
    updateMetadata: false,
  });
  later.getPage(0).drawText('Second state', { x: 20, y: 100, size: 12 });
  const bytes = await later.save({ useObjectStreams: false });
  expect(keys(await inspectPdf(bytes))).toEqual(['metadata', 'pdf-revisions']);
  expect(Buffer.from(bytes).indexOf('xmpmeta')).toBeGreaterThan(0);

  const copy = await stripPdf(bytes);
  expect(await inspectPdf(copy)).toEqual([]);
  const raw = copy.toString('latin1');
  expect(raw).not.toMatch(/xmpmeta|Producer|CreationDate|pdf-lib/u);
  const words = async (file: Uint8Array) =>
    (await extractText(Uint8Array.from(file), { mergePages: true })).text;
  expect(await words(copy)).toBe(await words(bytes));
});

test('says that a file is locked, broken or empty', async () => {
  const document = await PDFDocument.create();
  document.addPage();
  document.encrypt({ userPassword: 'a', ownerPassword: 'b' });
  expect(await inspectPdf(await document.save())).toEqual([{ key: 'encrypted', hard: true }]);
  expect(await inspectPdf(Buffer.from('%PDF-1.7\n'))).toEqual([{ key: 'damaged', hard: true }]);
});

test('says that a page can not be read instead of reading half of it', async () => {
  const document = await PDFDocument.create({ updateMetadata: false });
  const page = document.addPage([300, 300]);
  const { context } = document;
  const odd = context.stream('', { Type: 'XObject', Subtype: 'Odd' } as never);
  page.node.setXObject(PDFName.of('X'), context.register(odd));
  page.node.addContentStream(context.register(context.stream('/X Do q Q')));
  expect(keys(await inspectPdf(await document.save()))).toEqual(['pdf-page-unreadable']);
});

test('never throws, whatever is cut off or turned over', async () => {
  const sound = await paper((page) => {
    page.drawRectangle({ ...over, color: BLACK });
    annotation(page, { Subtype: 'Text', Contents: PDFHexString.fromText('问') });
  });
  await fc.assert(
    fc.asyncProperty(
      fc.nat(sound.length),
      fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { maxLength: 20 }),
      async (length, flips) => {
        const bytes = Uint8Array.from(sound);
        for (const [at, value] of flips) bytes[at] = value;
        const cut = flips.length > 0 ? bytes : bytes.subarray(0, length);
        const found = await inspectPdf(cut);
        expect(Array.isArray(found)).toBe(true);
      },
    ),
    { numRuns: 150 },
  );
}, 120_000);
