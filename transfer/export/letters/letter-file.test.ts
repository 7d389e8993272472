import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import mammoth from 'mammoth';
import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { afterAll, describe, expect, it } from 'vitest';
import type { LetterFacts } from '../../../domain/applications/letters/facts';
import { fillLetter } from '../../../domain/applications/letters/fill';
import {
  letterKindFor,
  letterKinds,
  type LetterKind,
} from '../../../domain/applications/letters/kinds';
import { letterText, type LetterContent } from '../../../domain/applications/letters/letter';
import { facts, templates, words } from '../../../domain/applications/letters/letters.fixture';
import { replyKindCodes } from '../../../domain/applications/reply-kinds';
import { Typesetter } from '../typesetter';
import { press } from '../press';
import { letterDocx } from './letter-docx';
import { isLetterFormat, letterFile } from './letter-file';
import { letterSheet } from './letter-sheet';

const typesetter = new Typesetter(fileURLToPath(new URL('../../..', import.meta.url)));
const pdfOf = (letter: LetterContent) => typesetter.set(letterSheet(letter, '缺：{letters}')).pdf;

function letterOf(kind: LetterKind, change: Partial<LetterFacts> = {}): LetterContent {
  const replyKind = replyKindCodes.find((reply) => letterKindFor(reply) === kind) ?? 'granted';
  const filled = fillLetter(kind, templates[kind], { ...facts, replyKind, ...change }, words);
  if (!filled.ok) throw new Error(`lacks ${filled.missing.join(', ')}`);
  return filled.letter;
}

/** Letters and signs without blanks, for lines are broken where they are full. */
const essence = (text: string) => text.replace(/[\s\u00a0]+/gu, '');

async function pagesOf(pdf: Buffer): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), {
    mergePages: false,
  });
  return text.map((page) => essence(page.replace(/—\s*\d+\s*—/gu, '')));
}

const docxText = async (letter: LetterContent) =>
  (await mammoth.extractRawText({ buffer: await letterDocx(letter) })).value;

/** As on paper: the number stands above the title. */
const onPaper = (letter: LetterContent) => {
  const [agency, title, ...rest] = letterText(letter).split('\n') as [string, string, ...string[]];
  return essence(
    (letter.number ? [agency, rest[0], title, ...rest.slice(1)] : [agency, title, ...rest]).join(
      '',
    ),
  );
};

describe.each(letterKinds)('a letter of the kind %s', (kind) => {
  it('says in its PDF and Word files what it says', async () => {
    const letter = letterOf(kind);
    expect((await pagesOf(pdfOf(letter))).join('')).toBe(onPaper(letter));
    expect(essence(await docxText(letter))).toBe(onPaper(letter));
  });
});

it.each([
  ['extension', '2027年1月8日（含当日；暂定，2027年放假安排公布后可能调整）前作出答复'],
  ['receipt', '收到申请之日为2026年11月3日，本机关最迟于2027年1月8日（暂定，2027年'],
] as const)('says in both files that a day may still move: %s', async (kind, said) => {
  const days = { dueOn: '2027-01-08', newDueOn: '2027-01-08' };
  const letter = letterOf(kind, { ...days, dueMayMove: 2027, newDueMayMove: 2027 });
  expect((await pagesOf(pdfOf(letter))).join('')).toContain(said);
  expect(essence(await docxText(letter))).toContain(said);
});

describe('a letter as PDF', () => {
  it('is tagged, in Chinese, and names its agency', async () => {
    const pdf = pdfOf(letterOf('decision-refusal'));
    const { info } = await getMeta(await getDocumentProxy(new Uint8Array(pdf)));
    expect(info).toMatchObject({
      Title: '政府信息不予公开答复书',
      Author: '青禾县人民政府办公室',
      Language: 'zh-CN',
    });
    expect(pdf.toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>');
  });

  it('never leaves the signature alone on a page, nor tears the remedy', async () => {
    const signature = essence('青禾县人民政府办公室2026年11月24日');
    const ends = new Set<number>();
    for (let length = 0; length <= 560; length += 28) {
      const letter = letterOf('decision-partial', { decision: `甲${'字'.repeat(length)}乙` });
      const remedy = essence(letter.paragraphs.at(-1)?.text ?? '');
      const pages = await pagesOf(pdfOf(letter));
      expect(pages.at(-1)).toContain(remedy + signature);
      ends.add(pages.length);
    }
    expect([...ends]).toEqual([2, 3]);
    for (let length = 20; length <= 1000; length += 28) {
      const letter = letterOf('supplement', { contact: '字'.repeat(length) });
      const last = (await pagesOf(pdfOf(letter))).at(-1) ?? '';
      expect(last.length).toBeGreaterThan(signature.length);
      expect(last.endsWith(signature)).toBe(true);
    }
  }, 60_000);
});

describe('a letter as a file', () => {
  afterAll(() => press().close());

  it('comes as PDF, Word and text, and as nothing else', async () => {
    const letter = letterOf('receipt');
    expect((await letterFile('pdf', letter)).subarray(0, 4).toString()).toBe('%PDF');
    expect((await letterFile('docx', letter)).subarray(0, 2).toString()).toBe('PK');
    expect((await letterFile('txt', letter)).toString()).toBe(`\ufeff${letterText(letter)}\n`);
    expect(['pdf', 'docx', 'txt', 'exe', '', null].filter(isLetterFormat)).toEqual([
      'pdf',
      'docx',
      'txt',
    ]);
  }, 60_000);

  it('opens again whatever people wrote', async () => {
    const text = fc
      .oneof(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.string({
          unit: fc.constantFrom('字', '\n', '{', '$', 'https://a.cn/', '𠮷', '\ud800', '〓'),
        }),
      )
      .map((noise) => `始${noise}终`);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...letterKinds),
        fc.record({
          agency: text,
          applicant: text,
          request: text,
          facts: text,
          decision: text,
          number: text,
          reason: text,
          missing: text,
          onlineReview: text,
        }),
        async (kind, given) => {
          const letter = letterOf(kind, given);
          const whole = (await pagesOf(pdfOf(letter))).join('');
          expect(whole).toContain('2026年11月24日');
          const read = await docxText(letter);
          expect(read).toContain('2026年11月24日');
          for (const { role } of letter.paragraphs) if (role) expect(read).toMatch(/行政复议/);
        },
      ),
      { numRuns: 40 },
    );
  }, 120_000);
});
