import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../domain/documents/blocks';
import type { Paper } from '../../domain/documents/paper';
import { marksOf, type TextMark } from './pdf-marks';
import { law, notice, paragraph, sampleLabels as labels } from './paper-samples';
import { sheetOf } from './sheet';
import { Typesetter } from './typesetter';

const root = fileURLToPath(new URL('../..', import.meta.url));
const typesetter = new Typesetter(root);
const site = 'https://www.example.gov.cn';
const set = (paper: Paper) => typesetter.set(sheetOf(paper, { labels, site }));

/** Letters and signs without blanks, for lines are broken where they are full. */
const essence = (text: string) => text.replace(/[\s\u00a0]+/gu, '');

async function textOf(pdf: Buffer): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), {
    mergePages: true,
  });
  // Page numbers stand between the words of two pages.
  return essence(text.replace(/—\s*\d+\s*—/gu, ''));
}

async function linesOf(
  pdf: Buffer,
): Promise<(TextMark & { page: number; text: string; x: number })[]> {
  const lines = [];
  let page = 0;
  for await (const { marks } of marksOf(new Uint8Array(pdf))) {
    page += 1;
    for (const mark of marks) {
      if (mark.kind !== 'text') continue;
      const text = mark.letters.map((letter) => letter.text).join('');
      lines.push({ ...mark, page, text, x: mark.letters[0]?.x ?? 0 });
    }
  }
  return lines;
}

describe('a document as PDF', () => {
  it('says what the document says', async () => {
    const text = await textOf(set(notice).pdf);
    expect(text).toContain('青禾县人民政府文件青府发〔2026〕12号');
    expect(text).toContain(essence(notice.title));
    expect(text).toContain('“公开为常态、不公开为例外”的原则');
    expect(text).toContain('事项数量金额规范性文件121,234.50');
    expect(text).toContain('附件：1.青禾县政府信息公开工作管理办法（试行）2.联系电话一览表');
    expect(text).toContain('索引号：999360101/2026-00012');
  });

  it('names itself, its agency, its language and its tags', async () => {
    const { pdf } = set(notice);
    const { info } = await getMeta(await getDocumentProxy(new Uint8Array(pdf)));
    expect(info).toMatchObject({
      Title: notice.title,
      Author: '青禾县人民政府',
      Language: 'zh-CN',
    });
    const file = pdf.toString('latin1');
    expect(file).toContain('/MarkInfo');
    expect(file).toContain('/StructTreeRoot');
    expect(file).toContain('<pdfuaid:part>1</pdfuaid:part>');
  });

  // GB/T 9704-2012 第 5.2, 7.2.4, 7.2.7, 7.3.1, 7.5 条
  it('stands on the page where the standard has it, to the millimetre', async () => {
    const lines = await linesOf(set(notice).pdf);
    const find = (start: string) => lines.find(({ text }) => text.startsWith(start));
    const mark = find('青禾县人民政府文件');
    const number = find('青府发');
    const title = find('青禾县人民政府关于');
    const body = find('各部门要按照');
    const page = find('—');
    // The top of a letter is 0.88 of its size above its foot.
    const top = (line: TextMark | undefined) => (line?.y ?? 0) - 0.88 * (line?.size ?? 0);
    expect(top(mark)).toBeCloseTo(37 + 35, 0);
    expect(mark?.color).toBe('#d40000');
    expect((mark?.x ?? 0) + 4.5 * (mark?.size ?? 0)).toBeCloseTo(28 + 78, 0);
    expect(body?.size).toBeCloseTo(5.64, 1);
    expect(title?.size).toBeCloseTo(7.76, 1);
    expect(body?.x).toBeCloseTo(28 + (2 * 156) / 28, 0);
    expect(top(number) - (mark?.y ?? 0)).toBeGreaterThan(2 * (225 / 22));
    expect(page?.size).toBeCloseTo(4.94, 1);
    // 一字线上距版心下边缘 7 mm.
    expect((page?.y ?? 0) - (37 + 225)).toBeGreaterThan(6.5);
    expect((page?.y ?? 0) - (37 + 225)).toBeLessThan(10);
  });

  it('sets 22 lines of 28 characters on a page, with the number outside', async () => {
    const lines = await linesOf(set({ title: '长', body: [paragraph('字'.repeat(28 * 60))] }).pdf);
    const second = lines.filter(({ page, text }) => page === 2 && text.startsWith('字'));
    expect(second).toHaveLength(22);
    expect(second.every(({ letters }) => letters.length === 28)).toBe(true);
    expect((second[21]?.y ?? 0) - (second[0]?.y ?? 0)).toBeCloseTo((225 * 21) / 22, 1);
    expect(second[0]?.x).toBeCloseTo(28, 1);
    const numbers = lines.filter(({ text }) => text.startsWith('—'));
    expect(numbers[0]?.x).toBeGreaterThan(150);
    expect(numbers[1]?.x).toBeLessThan(40);
  });

  it('has no red head for texts of others', async () => {
    const lines = await linesOf(set(law(5)).pdf);
    expect(lines[0]?.text).toBe('青禾水渠保护法');
    expect(lines.some(({ color }) => color === '#d40000')).toBe(false);
  });

  it('repeats the head of a table on every page, and turns a wide one', async () => {
    const rows = (columns: number, count: number): Block => ({
      kind: 'table',
      rows: [
        Array.from({ length: columns }, (_, i) => ({ runs: [{ text: `列${i}` }], header: true })),
        ...Array.from({ length: count }, (_, r) =>
          Array.from({ length: columns }, (__, c) => ({ runs: [{ text: `${r}·${c}` }] })),
        ),
      ],
    });
    const tall = await linesOf(set({ title: '表', body: [rows(3, 100)] }).pdf);
    const pages = new Set(tall.map(({ page }) => page));
    expect(pages.size).toBeGreaterThan(2);
    for (const page of pages) {
      expect(tall.some((line) => line.page === page && line.text === '列0')).toBe(true);
    }
    const { pdf } = set({ title: '表', body: [paragraph('一、明细'), rows(12, 3)] });
    const sizes = [];
    for await (const { width } of marksOf(new Uint8Array(pdf))) sizes.push(Math.round(width));
    expect(sizes).toEqual([210, 297]);
    expect((await linesOf(pdf)).find(({ text }) => text === '一、明细')?.page).toBe(2);
  });

  it('keeps long numbers and addresses within the page', async () => {
    const body = ['9'.repeat(300), `见${'https://www.example.gov.cn/a/'.repeat(6)}`].map((text) =>
      paragraph(text),
    );
    for (const { letters, size } of await linesOf(set({ title: '长', body }).pdf)) {
      expect((letters.at(-1)?.x ?? 0) + size / 3).toBeLessThan(28 + 156 + 0.5);
    }
  });

  it('shows a mark where no font has a letter, and names the letter', async () => {
    const { pdf, missing } = set({ title: '关于𠮷某的公告', body: [paragraph('𠮷某，男；🀄。')] });
    expect(missing).toEqual(['𠮷', '🀄']);
    const text = await textOf(pdf);
    expect(text).toContain('关于〓某的公告');
    expect(text).toContain('〓某，男；〓。');
    expect(text).toContain('U+20BB7U+1F004');
  });

  it('holds a sentence where there is no body', async () => {
    expect(await textOf(set({ title: '空', body: [] }).pdf)).toContain('（本文没有正文。）');
  });

  it('sets whatever a text holds as text: nothing in it is an instruction', async () => {
    const signs = fc.constantFrom(
      ...'# $ @ \\ [ ] { } // /* */ * _ ` ``` < > = - + ~ " \' : ; , . ( ) & % ^ | #let #import "a" $x^2$ @ref \\u{41} #{1+1} #(sys.inputs) #read("/etc/passwd") 条 字'.split(
        ' ',
      ),
    );
    const text = fc
      .array(signs, { minLength: 1, maxLength: 6 })
      .map((pieces) => `甲${pieces.join('')}乙`);
    await fc.assert(
      fc.asyncProperty(text, text, text, async (title, words, cell) => {
        const body: Block[] = [
          { kind: 'paragraph', runs: [{ text: words, bold: true }] },
          { kind: 'heading', level: 2, runs: [{ text: words }] },
          { kind: 'list', ordered: false, items: [[{ text: words }]] },
          {
            kind: 'table',
            rows: [[{ runs: [{ text: cell }], header: true }], [{ runs: [{ text: cell }] }]],
          },
        ];
        const said = await textOf(set({ title, number: words, agency: cell, body }).pdf);
        for (const part of [title, words, cell]) expect(said).toContain(essence(part));
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it('sets any Unicode there is, and any shape of table', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constant('\u0000\u0008\ud800'),
    );
    const runs = fc.array(
      fc.record({ text, bold: fc.boolean(), href: fc.constantFrom('https://a.cn/b', 'x', '') }),
      { maxLength: 3 },
    );
    const span = fc.integer({ min: -1, max: 5 });
    const block: fc.Arbitrary<Block> = fc.oneof(
      fc.record({
        kind: fc.constant('paragraph' as const),
        runs,
        align: fc.constantFrom('center' as const, 'right' as const),
      }),
      fc.record({
        kind: fc.constant('heading' as const),
        level: fc.constantFrom(2 as const, 4 as const),
        runs,
      }),
      fc.record({
        kind: fc.constant('list' as const),
        ordered: fc.boolean(),
        items: fc.array(runs),
      }),
      fc.record({
        kind: fc.constant('table' as const),
        rows: fc.array(
          fc.array(fc.record({ runs, colSpan: span, rowSpan: span, header: fc.boolean() }), {
            maxLength: 4,
          }),
          { maxLength: 4 },
        ),
      }),
    );
    fc.assert(
      fc.property(text, fc.array(block, { maxLength: 5 }), (title, body) => {
        set({ title: `题${title}`, body, number: title, agency: title });
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  const jars = process.env.VERAPDF_JARS;
  if (jars) {
    it('is PDF/UA-1 by veraPDF', () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'gongkai-pdf-'));
      try {
        const letter: Paper = { ...notice, masthead: { form: 'letter', mark: '青禾县人民政府' } };
        const files = [notice, letter, law(60), { title: '空', body: [] }].map((paper, i) => {
          const file = path.join(folder, `${i}.pdf`);
          writeFileSync(file, set(paper).pdf);
          return file;
        });
        const reader = path.join(root, 'tests/fixtures/readers/CheckPdf.java');
        const said = execFileSync('java', ['-cp', `${jars}/*`, reader, ...files], {
          encoding: 'utf8',
        });
        expect(said.trim().split('\n')).toEqual(files.map(() => 'compliant'));
      } finally {
        rmSync(folder, { recursive: true });
      }
    }, 120_000);
  } else {
    console.log('VERAPDF_JARS not set — the PDF was not checked by veraPDF');
  }
});
