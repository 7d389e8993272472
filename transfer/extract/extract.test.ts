import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import * as xlsx from '@e965/xlsx';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { extractText } from './extract';
import { readFileText } from './read';
import { joinedLines, LIMITS, Reading, UnreadableError } from './reading';
import { docxOf, gbk, ofdOf, pdfOf, rawZip, sheetOf, xlsxOf, zipOf } from './samples';

/** As the process does it, but in this one. */
async function read(bytes: Uint8Array, name: string, most: number = LIMITS.unpackedBytes) {
  const until = performance.now() + 20_000;
  const reading = new Reading({ bytes: most, files: LIMITS.files, until });
  try {
    await readFileText(Buffer.from(bytes), name, reading);
    return { text: reading.text, notes: reading.notes };
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    return { reason: error.reason, detail: error.detail, notes: reading.notes };
  }
}

const WORDS = '停车位按编号使用';

/** An old compound file, as Office writes it around a package with a password. */
function compound(streams: Record<string, Uint8Array>): Buffer {
  const file = xlsx.CFB.utils.cfb_new();
  for (const [name, bytes] of Object.entries(streams))
    xlsx.CFB.utils.cfb_add(file, `/${name}`, bytes);
  return xlsx.CFB.write(file, { type: 'buffer' }) as Buffer;
}

describe('the text of a file', () => {
  it('is read out of each kind, told by its content', async () => {
    const sheet = xlsx.utils.aoa_to_sheet([
      ['车位', WORDS],
      [new Date(Date.UTC(2020, 4, 6)), 12.5],
    ]);
    const xls = xlsx.write(
      { SheetNames: ['表一'], Sheets: { 表一: sheet } },
      { bookType: 'biff8', type: 'buffer' },
    );
    const files: [string, Uint8Array][] = [
      ['a.docx', await docxOf([WORDS])],
      ['a.xlsx', await xlsxOf([['序号', WORDS]])],
      ['a.xls', xls as Uint8Array],
      ['a.ofd', await ofdOf([[WORDS]])],
      ['a.pdf', pdfOf([WORDS])],
      ['a.txt', Buffer.from(`\ufeff${WORDS}`)],
      ['a.csv', gbk(`编号,说明\r\n1,${WORDS}`)],
      ['b.txt', Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(WORDS, 'utf16le')])],
      ['a.html', Buffer.from(`<p>${WORDS}</p><script>隐藏</script>`)],
      ['无名', await docxOf([WORDS])],
    ];
    for (const [name, bytes] of files) {
      const { text, notes } = await read(bytes, name);
      expect(text, name).toContain(WORDS);
      expect(text, name).not.toContain('隐藏');
      expect(notes, name).toEqual([]);
    }
    const { text } = await read(xls as Uint8Array, 'a.xls');
    expect(text).toContain('2020-05-06\t12.5');
  });

  it('is read up to where it breaks off, and without tags out of a page under another name', async () => {
    const utf16 = Buffer.from(`\ufeff${WORDS}`, 'utf16le');
    expect((await read(Buffer.concat([utf16, Buffer.of(0x41)]), 'a.txt')).text).toBe(WORDS);
    const page = Buffer.from(`<html><body><table><tr><td>${WORDS}</td></tr></table></body></html>`);
    expect((await read(page, '导出.xls')).text).toBe(WORDS);
  });

  it('is read out of an old Word file', async () => {
    const { text } = await read(await readFile('tests/fixtures/import/paper.doc'), 'paper.doc');
    expect(text).toMatch(/[\p{Script=Han}]{4}/u);
  });

  it('joins the lines of a page where a word goes on, and leaves articles their own lines', async () => {
    const lines = [
      '第一条 为了加强停车管',
      '理，制定本办法。',
      '第二条 本办法所称车',
      '第三条 本办法',
    ];
    const expected = '第一条 为了加强停车管理，制定本办法。\n第二条 本办法所称车\n第三条 本办法';
    expect((await read(pdfOf(lines), 'a.pdf')).text).toBe(expected);
    expect(
      (await read(await ofdOf([lines.map((line) => line.replace('条 ', '条| '))]), 'a.ofd')).text,
    ).toBe(expected);
  });

  it('is that of every file of an archive, with its name in whatever code', async () => {
    const inner = await zipOf([['更深/三.xlsx', await xlsxOf([['内层']])]]);
    const zip = rawZip([
      { name: gbk('附件一.txt'), content: gbk('甲乙丙丁') },
      { name: Buffer.from('二.docx'), content: await docxOf(['外层']) },
      { name: Buffer.from('里面.zip'), content: inner },
      { name: Buffer.from('图.png'), content: Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1') },
    ]);
    const { text, notes } = await read(zip, 'a.zip');
    for (const word of ['附件一.txt', '甲乙丙丁', '外层', '三.xlsx', '内层'])
      expect(text).toContain(word);
    expect(notes).toEqual([]);
  });

  it('is without what the programs of a desktop leave in an archive', async () => {
    const { text, notes } = await read(
      await zipOf([
        ['__MACOSX/._名单.txt', Buffer.of(0, 5, 22, 7)],
        ['.DS_Store', Buffer.of(0, 0, 0, 1)],
        ['附件/Thumbs.db', Buffer.of(0xd0, 0xcf, 0x11, 0xe0)],
        ['附件/名单.txt', WORDS],
      ]),
      'a.zip',
    );
    expect(text).toBe(`名单.txt\n${WORDS}`);
    expect(notes).toEqual([]);
  });

  it('is without what nobody sees who opens the file, of which the notes tell', async () => {
    const run = (text: string, look = '') =>
      `<w:p><w:r><w:rPr>${look}</w:rPr><w:t>${text}</w:t></w:r></w:p>`;
    const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const document = `<?xml version="1.0"?><w:document ${W}><w:body>${run(WORDS)}${run('藏一', '<w:vanish/>')}${run('藏二', '<w:rStyle w:val="H"/>')}${run('藏三', '<w:color w:val="FFFFFF"/>')}${run('露一', '<w:vanish w:val="0"/>')}</w:body></w:document>`;
    const styles = `<w:styles ${W}><w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`;
    const docx = await docxOf([], document, [['word/styles.xml', styles]]);
    const inDocx = await read(docx, 'a.docx');
    expect(inDocx.text).toBe(`${WORDS}\n露一`);
    expect(inDocx.notes).toEqual([
      '正文有 6 个隐藏的字（隐藏文字、与底色相同、极小，或者行高被压没）。请删去',
    ]);

    const list = xlsx.utils.aoa_to_sheet([
      ['姓名', '身份证号'],
      [WORDS, '藏一'],
      ['藏二', '藏三'],
    ]);
    list['!cols'] = [{ wch: 9 }, { wch: 9, hidden: true }];
    list['!rows'] = [{}, {}, { hidden: true }];
    const other = xlsx.utils.aoa_to_sheet([['藏四']]);
    const book = {
      SheetNames: ['表', '底', '深'],
      Sheets: { 表: list, 底: other, 深: other },
      Workbook: { Sheets: [{}, { Hidden: 1 }, { Hidden: 2 }] },
    } as xlsx.WorkBook;
    const written = (bookType: 'xlsx' | 'biff8'): Buffer =>
      xlsx.write(book, { bookType, type: 'buffer', cellStyles: true }) as Buffer;
    const told = ['工作表“底”是隐藏的。请删去', '工作表“深”是隐藏的。请删去'];
    const columns = '工作表“表”有 1 列隐藏的内容。请删去，或者取消隐藏';
    const inXlsx = await read(written('xlsx'), 'a.xlsx');
    expect(inXlsx.text).toBe(`表\n姓名\n${WORDS}`);
    expect(inXlsx.notes.sort()).toEqual(
      [columns, '工作表“表”有 1 行隐藏的内容。请删去，或者取消隐藏', ...told].sort(),
    );
    // What writes the old format here forgets hidden rows.
    const inXls = await read(written('biff8'), 'a.xls');
    expect(inXls.text).toBe(`表\n姓名\n${WORDS}\n藏二`);
    expect(inXls.notes.sort()).toEqual([columns, ...told].sort());

    const ofd = (await ofdOf([[WORDS, '藏一', '露一', '藏二']], {
      2: 'Visible="false"',
      3: 'Visible="true"',
      4: 'Alpha="0"',
    })) as Buffer;
    expect(await read(ofd, 'a.ofd')).toEqual({
      text: `${WORDS}露一`,
      notes: ['第 1 页有 4 个隐藏的字。请删去'],
    });

    const { text, notes } = await read(await zipOf([['里/a.docx', docx]]), 'a.zip');
    expect(text).toBe(`a.docx\n${WORDS}\n露一`);
    expect(notes).toEqual([`里/a.docx：${inDocx.notes[0]}`]);
  });

  it('is noted to stand beside comments and changes that nobody took', async () => {
    const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const document = `<?xml version="1.0"?><w:document ${W}><w:body><w:p><w:r><w:t>${WORDS}</w:t></w:r><w:del w:id="1"><w:r><w:delText>划去</w:delText></w:r></w:del></w:p></w:body></w:document>`;
    const comments = `<w:comments ${W}><w:comment w:id="1"><w:p><w:r><w:t>批语</w:t></w:r></w:p></w:comment></w:comments>`;
    const docx = await docxOf([], document, [['word/comments.xml', comments]]);
    const { text, notes } = await read(docx, 'a.docx');
    expect(text).toBe(WORDS);
    expect(notes).toEqual([expect.stringMatching(/修订/u), expect.stringMatching(/批注/u)]);
  });

  it('is nothing for an empty file or one without words, and no text at all for pictures', async () => {
    expect(await read(Buffer.alloc(0), 'a.pdf')).toEqual({ text: '', notes: [] });
    expect((await read(pdfOf([]), 'a.pdf')).text).toBe('');
    const png = Buffer.concat([Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), randomBytes(2000)]);
    expect((await read(png, 'a.png')).reason).toBe('not-text');
    expect((await read(randomBytes(5000), 'a.bin')).reason).toBe('not-text');
  });

  it('is read without haste out of columns that are set with thousands of blanks', async () => {
    const { text } = await read(Buffer.from(`${' '.repeat(5_000)}甲  \n`.repeat(150)), 'a.txt');
    expect(text?.split('\n')).toHaveLength(150);
  }, 2_000);

  it('is joined out of a page of ever so many lines in a moment', () => {
    const joined = joinedLines(
      Array.from({ length: 200_000 }, (_, i) => (i % 2 ? '理办法' : '停车管')),
    );
    expect(joined).toHaveLength(600_000);
  }, 2_000);

  it('is cut at its bound, which the note says', async () => {
    const { text, notes } = await read(Buffer.from('车位。\n'.repeat(400_000)), 'a.txt');
    expect(text?.length).toBe(LIMITS.characters);
    expect(notes).toEqual(['文字太长，只保留前 100 万字']);
  });
});

describe('a file that is made to do harm, or is broken', () => {
  it('is refused for its password', async () => {
    const locked = await PDFDocument.create();
    locked.addPage();
    locked.encrypt({ userPassword: 'geheim', ownerPassword: 'geheim' });
    expect((await read(await locked.save(), 'a.pdf')).reason).toBe('encrypted');
    const office = compound({
      EncryptedPackage: randomBytes(6000),
      EncryptionInfo: randomBytes(200),
    });
    expect((await read(office, 'a.docx')).reason).toBe('encrypted');
    expect((await read(office, 'a.xlsx')).reason).toBe('encrypted');
    const zip = rawZip([{ name: Buffer.from('a.txt'), content: Buffer.from('x'), flags: 1 }]);
    expect((await read(zip, 'a.zip')).reason).toBe('encrypted');
  });

  it('is told to be damaged when it breaks off, wherever that is', async () => {
    const whole: [string, Buffer][] = [
      ['a.docx', await docxOf([WORDS.repeat(500)])],
      ['a.xlsx', await xlsxOf(Array.from({ length: 300 }, (_, i) => [WORDS, String(i)]))],
      ['a.ofd', await ofdOf([[WORDS]])],
      ['a.zip', await zipOf([['a.txt', WORDS]])],
      ['a.xls', compound({ Workbook: randomBytes(6000) })],
      ['a.doc', compound({ WordDocument: Buffer.alloc(6000) })],
    ];
    for (const [name, bytes] of whole) {
      for (const part of [0.1, 0.5, 0.9]) {
        const { reason } = await read(bytes.subarray(0, bytes.length * part), name);
        expect(reason, `${name} ${part}`).toBe('damaged');
      }
    }
    // A PDF without its directory can still be read, as far as it goes.
    const pdf = pdfOf([WORDS]);
    const half = await read(pdf.subarray(0, pdf.length / 2), 'a.pdf');
    expect(half.text ?? half.reason).toMatch(/停车位|damaged/u);
    const cut = Buffer.from(WORDS);
    expect((await read(cut.subarray(0, cut.length - 1), 'a.txt')).text).toBe(WORDS.slice(0, -1));
  });

  it('does not keep the rest of an archive or of an OFD from being read', async () => {
    const zip = await zipOf([
      ['坏.docx', (await docxOf([WORDS])).subarray(0, 300)],
      ['大.txt', Buffer.alloc(90 * 1024 * 1024, 32)],
      ['好.txt', WORDS],
    ]);
    const { text, notes } = await read(zip, 'a.zip');
    expect(text).toContain(WORDS);
    expect(notes).toEqual([
      '坏.docx：已损坏（压缩目录读不出）',
      expect.stringMatching(/^大\.txt：内容太大/u),
    ]);
    const ofd = await read(await ofdOf([['首页'], null, ['末页']]), 'a.ofd');
    expect(ofd).toEqual({ text: '首页\n末页', notes: ['第 2 页读不出'] });
    expect((await read(await ofdOf([null]), 'a.ofd')).reason).toBe('damaged');
  });

  it('is passed over where a name leads out of its archive', async () => {
    const names = ['../../etc/passwd.txt', '/etc/a.txt', 'C:\\a.txt', 'a\\..\\..\\b.txt'];
    const part = (name: string) => ({ name: Buffer.from(name), content: Buffer.from('坏') });
    expect((await read(rawZip(names.map(part)), 'a.zip')).reason).toBe('unsafe');
    const mixed = await read(
      rawZip([part('../x.txt'), { name: Buffer.from('好.txt'), content: gbk(WORDS) }]),
      'a.zip',
    );
    expect(mixed.text).toContain(WORDS);
    expect(mixed.notes).toEqual(['../x.txt：路径不安全，没有读']);
  });

  it('is named in the notes without what would end them in the database', async () => {
    const names = ['甲\0乙.txt', `${'长'.repeat(30)}${'𠮷'.repeat(40)}.txt`];
    const locked = names.map((name) => ({
      name: Buffer.from(name),
      content: Buffer.from(WORDS),
      flags: 1,
    }));
    const open = { name: Buffer.from('好.txt'), content: Buffer.from(WORDS) };
    const { notes } = await read(rawZip([...locked, open]), 'a.zip');
    expect(notes[0]).toBe('甲 乙.txt：路径不安全，没有读');
    expect(notes[1]?.isWellFormed()).toBe(true);
  });

  it('unpacks no bomb: neither a flat one, nor one in archives, nor one that lies about its size', async () => {
    const zeros = Buffer.alloc(60 * 1024 * 1024);
    const flat = await zipOf([['a.txt', zeros]]);
    expect((await read(flat, 'a.zip')).reason).toBe('too-large');
    const liar = rawZip([{ name: Buffer.from('a.txt'), content: zeros, claims: 10 }]);
    expect((await read(liar, 'a.zip')).reason).toMatch(/too-large|damaged/u);
    let nested = await zipOf([['a.txt', WORDS]]);
    for (let depth = 0; depth < 6; depth += 1) nested = await zipOf([['b.zip', nested]]);
    expect((await read(nested, 'a.zip')).reason).toBe('too-many-parts');
    // Each is harmless; together they are more than is unpacked of one file.
    const inner = await zipOf([['a.txt', '停'.repeat(100_000)]]);
    const several = await zipOf(['1.zip', '2.zip', '3.zip'].map((name) => [name, inner] as const));
    expect((await read(several, 'a.zip', 700_000)).notes).toEqual([
      expect.stringMatching(/^3\.zip：a\.txt：内容太大/u),
      expect.stringMatching(/^3\.zip：内容太大/u),
    ]);
  });

  it('is refused for ten thousand files, in one archive or in several', async () => {
    const content = Buffer.from('x');
    const files = (count: number) =>
      rawZip(
        Array.from({ length: count }, (_, i) => ({
          name: Buffer.from(`${i}.txt`),
          content,
        })),
      );
    expect((await read(files(10_001), 'a.zip')).reason).toBe('too-many-parts');
    expect((await read(files(5000), 'a.zip')).reason).toBe('too-many-parts');
    const two = await read(
      await zipOf([
        ['1.zip', files(1500)],
        ['2.zip', files(1500)],
      ]),
      'a.zip',
    );
    expect(two.text).toContain('x');
    expect(two.notes).toEqual([expect.stringMatching(/^2\.zip：包含的文件太多/u)]);
  });

  it('expands no entities', async () => {
    const laughs = Array.from(
      { length: 9 },
      (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`,
    );
    const doctype = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "哈">${laughs.join('')}]>`;
    const docx = `${doctype}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&l9;</w:t></w:r></w:p></w:body></w:document>`;
    const sheet = doctype + sheetOf([['&l9;']]).replace(/^<\?xml[^>]*>/u, '');
    const ofd = await zipOf([
      ['OFD.xml', `${doctype}<OFD><DocRoot>d.xml</DocRoot></OFD>`],
      ['d.xml', '<Document><Pages><Page BaseLoc="p.xml"/></Pages></Document>'],
      [
        'p.xml',
        `${doctype}<Page><TextObject Boundary="0 0 9 9"><TextCode>&l9;</TextCode></TextObject></Page>`,
      ],
    ]);
    for (const [name, bytes] of [
      ['a.docx', await docxOf([], docx)],
      ['a.xlsx', await xlsxOf([], sheet)],
      ['a.ofd', ofd],
    ] as const) {
      const { text = '' } = await read(bytes, name);
      expect(text.length, name).toBeLessThan(100);
    }
  });

  it('claims a sheet or a number of pages that it does not have, and is read by what it has or refused', async () => {
    const vast = await read(await xlsxOf([], sheetOf([[WORDS]], 'A1:XFD1048576')), 'a.xlsx');
    expect(vast.text).toContain(WORDS);
    const far = sheetOf([[WORDS]]).replace(
      '</row>',
      '</row><row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>远处</t></is></c></row>',
    );
    expect((await read(await xlsxOf([], far), 'a.xlsx')).text).toContain('远处');
    const liar = await read(pdfOf([WORDS], { pages: 1_000_000 }), 'a.pdf');
    expect(liar.text).toBe(WORDS);
    const pages = pdfOf([WORDS], { pages: 6000 }).toString('latin1');
    const kids = pages.replace('/Kids [3 0 R]', `/Kids [3 0 R ${'<</Type/Page>> '.repeat(5999)}]`);
    const many = await read(Buffer.from(kids, 'latin1'), 'a.pdf');
    expect(many).toMatchObject({ reason: 'too-large', detail: '6000 页，上限 5000 页' });
  });
});

describe('bytes turned over and files cut off', () => {
  it('give a text or a reason, never anything else', async () => {
    const words = Array.from({ length: 5 }, (_, i) => `${WORDS}${i}`);
    const whole: [string, Buffer][] = [
      ['a.docx', await docxOf(words)],
      ['a.xlsx', await xlsxOf([words, words])],
      ['a.ofd', await ofdOf([words])],
      ['a.pdf', pdfOf(words)],
      ['a.doc', await readFile('tests/fixtures/import/paper.doc')],
      ['a.zip', await zipOf([['b.docx', await docxOf(words)]])],
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...whole),
        fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255)), {
          maxLength: 8,
        }),
        fc.double({ min: 0.3, max: 1, noNaN: true }),
        async ([name, bytes], flips, kept) => {
          const broken = Buffer.from(bytes.subarray(0, Math.ceil(bytes.length * kept)));
          for (const [at, byte] of flips) broken[Math.floor(at * (broken.length - 1))] = byte;
          const { text, reason } = await read(broken, name);
          expect(typeof (text ?? reason)).toBe('string');
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('the process that reads a file', { timeout: 30_000 }, () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'gongkai-extract-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const extract = async (bytes: Uint8Array, name: string, bounds = {}) => {
    const file = path.join(folder, name);
    await writeFile(file, bytes);
    return extractText({ path: file, name }, bounds);
  };

  it('is ended when it takes too much time or memory, and the next file is read', async () => {
    const [slow, large, next] = await Promise.all([
      extract(pdfOf([WORDS]), 'a.pdf', { time: 20 }),
      extract(pdfOf([WORDS]), 'b.pdf', { memory: 40 }),
      extract(Buffer.from(WORDS), 'c.txt'),
    ]);
    expect(slow).toMatchObject({ state: 'unreadable', reason: 'timed-out' });
    expect(large).toMatchObject({ state: 'unreadable', reason: 'too-large' });
    expect(next).toEqual({ state: 'read', reason: null, detail: '', text: WORDS });
  });

  it('is started once more when it ends by itself, and says so when it does again', async () => {
    // Ends at its first file; then there is nothing left to end it.
    const root = path.join(folder, 'root');
    const program = path.join(root, 'transfer/extract/extract-child.ts');
    await mkdir(path.dirname(program), { recursive: true });
    await symlink(path.join(process.cwd(), 'node_modules'), path.join(root, 'node_modules'));
    await writeFile(
      program,
      `import { existsSync, rmSync } from 'node:fs';
       process.once('message', ({ path }) => {
         if (existsSync(path)) {
           if (!path.endsWith('always.txt')) rmSync(path);
           process.kill(process.pid, 'SIGKILL');
         } else process.send({ state: 'read', reason: null, detail: '', text: 'read' });
       });`,
    );
    vi.stubEnv('GONGKAI_ROOT', root);
    expect(await extract(Buffer.from(WORDS), 'once.txt')).toMatchObject({ text: 'read' });
    expect(await extract(Buffer.from(WORDS), 'always.txt')).toEqual({
      state: 'unreadable',
      reason: 'damaged',
      detail: '读取中断：ended by itself: SIGKILL',
      text: '',
      isBrokenOff: true,
    });
    vi.unstubAllEnvs();
  });

  it('holds a million cells and an endless page tree within its bounds', async () => {
    const row = `<row>${'<c><v>1</v></c>'.repeat(20)}</row>`;
    const sheet = sheetOf([]).replace('</sheetData>', `${row.repeat(50_000)}</sheetData>`);
    const cells = await extract(await xlsxOf([], sheet), 'a.xlsx', { memory: 400 });
    expect(cells).toMatchObject({
      state: 'unreadable',
      reason: 'too-large',
      detail: '超过 40 万个单元格',
    });
    const deep = Array.from(
      { length: 3000 },
      (_, i) => `<< /Type /Pages /Kids [${i + 9} 0 R] /Count 3000 >>`,
    );
    const circle = '<< /Type /Pages /Kids [8 0 R 8 0 R] /Count 4000 >>';
    const pdf = pdfOf([WORDS], { pages: 4000, tree: [...deep, circle] });
    const tree = Buffer.from(
      pdf.toString('latin1').replace('/Kids [3 0 R]', '/Kids [8 0 R]'),
      'latin1',
    );
    const pages = await extract(tree, 'a.pdf', { time: 8000, memory: 400 });
    expect(pages.state).toBe('unreadable');
  });
});
