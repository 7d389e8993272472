import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import yauzl from 'yauzl';
import type { Paper } from '../../domain/documents/paper';
import { coverageOf, glyphIn, tablesOf } from './fonts';
import { ofdOf } from './ofd';
import { law, notice, paragraph, sampleLabels as labels } from './paper-samples';
import { sheetOf } from './sheet';
import { Typesetter } from './typesetter';

const root = fileURLToPath(new URL('../..', import.meta.url));
const typesetter = new Typesetter(root);

const ofd = (paper: Paper) => {
  const sheet = sheetOf(paper, { labels });
  return ofdOf(typesetter.set(sheet).pdf, sheet, typesetter.fonts.files);
};

async function unzip(zip: Buffer): Promise<Map<string, Buffer>> {
  const file = await yauzl.fromBufferPromise(zip);
  const files = new Map<string, Buffer>();
  for await (const entry of file.eachEntry()) {
    files.set(entry.fileName, await buffer(await file.openReadStreamPromise(entry)));
  }
  return files;
}

type Node = Record<string, never>;
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  trimValues: false,
  parseTagValue: false,
  isArray: (name, _path, _isLeaf, isAttribute) =>
    !isAttribute && ['Page', 'TextObject', 'PathObject', 'Font', 'CustomData'].includes(name),
});

/** Follows the files from OFD.xml on, as a reader does. */
async function read(zip: Buffer) {
  const files = await unzip(zip);
  const xml = (name: string) =>
    parser.parse(files.get(name)?.toString('utf8') ?? '') as never as Node;
  const { DocInfo, DocRoot } = (xml('OFD.xml') as never as { OFD: { DocBody: never } }).OFD
    .DocBody as {
    DocInfo: Record<string, string>;
    DocRoot: string;
  };
  const document = (xml(DocRoot) as never as { Document: Record<string, never> })
    .Document as never as {
    CommonData: { MaxUnitID: string; PublicRes: string };
    Pages: { Page: { BaseLoc: string }[] };
  };
  const folder = path.posix.dirname(DocRoot);
  const resources = (
    xml(`${folder}/${document.CommonData.PublicRes}`) as never as {
      Res: {
        BaseLoc: string;
        Fonts: { Font: { ID: string; FontName: string; FontFile: string }[] };
      };
    }
  ).Res;
  const fonts = new Map(
    resources.Fonts.Font.map(({ ID, FontFile }) => [
      ID,
      files.get(`${folder}/${resources.BaseLoc}/${FontFile}`) as Buffer,
    ]),
  );
  const pages = document.Pages.Page.map(({ BaseLoc }) => {
    const { Page } = xml(`${folder}/${BaseLoc}`) as never as {
      Page: [
        { Content: { Layer: { TextObject?: TextObject[]; PathObject?: { LineWidth: string }[] } } },
      ];
    };
    return Page[0].Content.Layer;
  });
  return { info: DocInfo, pages, fonts, maxId: Number(document.CommonData.MaxUnitID), files };
}

type TextObject = {
  ID: string;
  Font: string;
  Boundary: string;
  TextCode: { '#text': string; DeltaX?: string };
};

const essence = (text: string) => text.replace(/\s+/gu, '');

describe('a document as OFD', () => {
  it('says what the document says, read by way of its own files', async () => {
    const { pages } = await read(await ofd(notice));
    const text = essence(
      pages
        .flatMap(({ TextObject = [] }) => TextObject.map(({ TextCode }) => TextCode['#text']))
        .join(''),
    );
    expect(text).toContain('青禾县人民政府文件青府发〔2026〕12号');
    expect(text).toContain(essence(notice.title));
    expect(text).toContain('推进决策、执行、管理、服务、结果公开。');
    expect(text).toContain('规范性文件121,234.50');
  });

  it('tells what the document is', async () => {
    const { info } = await read(await ofd(notice));
    expect(info).toMatchObject({
      Title: notice.title,
      Author: '青禾县人民政府',
      Subject: '青府发〔2026〕12号',
      CreationDate: '2026-06-01',
    });
    expect(info.DocID).toMatch(/^[0-9a-f]{32}$/);
  });

  it('carries every letter in the font that its text names, and a place for each', async () => {
    const { pages, fonts } = await read(await ofd(notice));
    expect(fonts.size).toBe(3);
    for (const { TextObject = [] } of pages) {
      for (const { Font, TextCode } of TextObject) {
        const letters = [...TextCode['#text']];
        const coverage = coverageOf(fonts.get(Font) as Buffer);
        for (const letter of letters) {
          expect(glyphIn(coverage, letter.codePointAt(0) as number)).toBeGreaterThan(0);
        }
        expect(TextCode.DeltaX?.split(' ').length ?? 0).toBe(letters.length - 1);
      }
    }
    for (const font of fonts.values()) {
      expect([...tablesOf(font).keys()]).toEqual(
        expect.arrayContaining([
          'cmap',
          'glyf',
          'head',
          'hhea',
          'hmtx',
          'loca',
          'maxp',
          'name',
          'post',
        ]),
      );
      expect(font.length).toBeLessThan(200_000);
    }
  });

  it('numbers everything once, up to the number that it states', async () => {
    const { maxId, files } = await read(await ofd(law(30)));
    const ids = [...files].flatMap(([name, bytes]) =>
      name.endsWith('.xml')
        ? [...bytes.toString('utf8').matchAll(/ ID="(\d+)"/gu)].map(([, id]) => Number(id))
        : [],
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(Math.max(...ids)).toBeLessThanOrEqual(maxId);
  });

  it('writes signs that XML keeps for itself as words', async () => {
    const { pages, info } = await read(
      await ofd({ title: '<甲>&"乙"', body: [paragraph('a < b && c > "d"')] }),
    );
    expect(info.Title).toBe('<甲>&"乙"');
    const text = pages.flatMap(({ TextObject = [] }) =>
      TextObject.map(({ TextCode }) => TextCode['#text']),
    );
    expect(essence(text.join(''))).toContain('a<b&&c>"d"');
  });

  it('gives the same bytes for the same text', async () => {
    expect((await ofd(notice)).equals(await ofd(notice))).toBe(true);
  });

  const jars = process.env.OFDRW_JARS;
  if (jars) {
    it('opens in ofdrw, which reads the same text and draws the page', async () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'gongkai-ofd-'));
      try {
        const [file, picture] = ['notice.ofd', 'page.png'].map((name) =>
          path.join(folder, name),
        ) as [string, string];
        writeFileSync(file, await ofd(notice));
        const reader = path.join(root, 'tests/fixtures/readers/ReadOfd.java');
        const said = execFileSync(
          'java',
          ['-Djava.awt.headless=true', '-cp', `${jars}/*`, reader, file, picture],
          {
            encoding: 'utf8',
            stdio: ['ignore', 'pipe', 'ignore'],
          },
        );
        expect(essence(said)).toContain('青禾县人民政府文件青府发〔2026〕12号');
        expect(essence(said)).toContain(essence(notice.title));
        expect(statSync(picture).size).toBeGreaterThan(10_000);
      } finally {
        rmSync(folder, { recursive: true });
      }
    }, 120_000);
  } else {
    console.log('OFDRW_JARS not set — the OFD was not opened by ofdrw');
  }
});
