import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseMarkdown } from '../../demo/markdown';
import { blocksToText, normaliseBlocks, type Block, type Run } from '../../domain/documents/blocks';
import { documentMarkdown } from '../../domain/documents/markdown';
import type { Paper, PaperLabels } from '../../domain/documents/paper';
import { structureOf } from '../../domain/documents/structure';

const labels = { attachments: '附件', emptyBody: '（本文没有正文。）' } as PaperLabels;
const p = (text: string, align?: 'center' | 'right'): Block => ({
  kind: 'paragraph',
  runs: [{ text }],
  ...(align && { align }),
});

/** What a reader of Markdown makes of it: the front matter, the title, the blocks below. */
function read(markdown: string) {
  const [, front, rest] = /^---\n(.*?)\n---\n\n(.*)$/su.exec(markdown) ?? [];
  const [title, ...body] = (rest ?? '').split('\n\n');
  return { facts: parse(front ?? ''), title, blocks: parseMarkdown(body.join('\n\n')) };
}

const bodyText = (blocks: readonly Block[]): string =>
  blocksToText(blocks).replace(/[\s　]+/gu, '');

describe('documentMarkdown', () => {
  const paper: Paper = {
    title: '关于公开工作的通知：“甲”#乙',
    number: '宜府发〔2020〕1号',
    agency: '宜丰县人民政府',
    madeOn: '2020-06-01',
    keywords: ['公开', '通知'],
    validity: '有效',
    attachments: [{ name: '名单.docx', address: '/files/a (1).docx' }],
    body: [
      { kind: 'heading', level: 2, runs: [{ text: '第一章　总则' }] },
      p('第一条　为了公开，制定本办法。'),
      p('第二条　依法公开。'),
      { kind: 'list', ordered: true, items: [[{ text: '甲' }], [{ text: '乙' }]] },
      {
        kind: 'table',
        rows: [
          [
            { runs: [{ text: '名称' }], header: true },
            { runs: [{ text: '数|量' }], header: true },
          ],
          [{ runs: [{ text: '规章' }] }, { runs: [{ text: '35' }] }],
        ],
      },
      p('宜丰县人民政府\n2020年6月1日', 'right'),
    ],
  };

  it('begins with what is known of the document, for programs', () => {
    const { facts, title } = read(documentMarkdown(paper, labels));
    expect(facts).toEqual({
      title: '关于公开工作的通知：“甲”#乙',
      number: '宜府发〔2020〕1号',
      agency: '宜丰县人民政府',
      made_on: '2020-06-01',
      keywords: ['公开', '通知'],
      validity: '有效',
    });
    expect(title).toBe('# 关于公开工作的通知：“甲”\\#乙');
  });

  it('writes headings, articles, lists, tables, signatures and attachments', () => {
    const text = documentMarkdown(paper, labels);
    expect(text).toContain('\n## 第一章　总则\n');
    expect(text).toContain('\n**第一条**　为了公开，制定本办法。\n');
    expect(text).toContain('\n1. 甲\n2. 乙\n');
    expect(text).toContain('\n| 名称 | 数\\|量 |\n| --- | --- |\n| 规章 | 35 |\n');
    expect(text).toContain('\n> 宜丰县人民政府\n\n> 2020年6月1日\n');
    expect(text).toContain('\n- [名单.docx](/files/a%20%281%29.docx)\n');
  });

  it('marks bold words so that CommonMark sees the marks, stops outside', () => {
    const body: Block[] = [
      { kind: 'paragraph', runs: [{ text: '（一）加强领导。', bold: true }, { text: '各地要' }] },
    ];
    expect(documentMarkdown({ title: '题', body }, labels)).toContain('（**一）加强领导**。各地要');
  });

  it('says so where there is no body', () => {
    expect(documentMarkdown({ title: '题', body: [] }, labels)).toContain('（本文没有正文。）');
  });

  it('gives the same outline and articles when it is read back', () => {
    const body = [
      ...['第一章　总则', '第一条　甲。', '（一）乙；', '第二条　丙。', '第二章　职责'].map(
        (line) => p(line),
      ),
      ...['第三条丁。', '一、总体要求', '（一）目标。到年底建成。', '1. 戊', '二、措施'].map(
        (line) => p(line),
      ),
    ];
    const { blocks } = read(documentMarkdown({ title: '办法', body }, labels));
    const names = (of: readonly Block[]) => {
      const { outline, articles } = structureOf(of);
      return { outline: outline.map(({ id }) => id), articles: articles.map(({ id }) => id) };
    };
    expect(names(blocks)).toEqual(names(body));
  });

  it('keeps every word literally, whatever it looks like', () => {
    const text = fc
      .array(
        fc.constantFrom(
          ...'# ## - + * ** _ ` ``` [a](b) ![x] <b> > | 1. 2) \\ ~~ --- === & &amp; $x$ 条 字 。 （ ( ) 第一条 a 1'.split(
            ' ',
          ),
          ' ',
        ),
        { minLength: 1, maxLength: 8 },
      )
      .map((pieces) => pieces.join(''));
    const runs: fc.Arbitrary<Run[]> = fc.array(
      fc.record({ text, bold: fc.boolean() }, { requiredKeys: ['text'] }),
      { minLength: 1, maxLength: 3 },
    );
    const block: fc.Arbitrary<Block> = fc.oneof(
      fc.record({ kind: fc.constant('paragraph' as const), runs }),
      fc.record({
        kind: fc.constant('heading' as const),
        level: fc.constantFrom(2 as const, 3 as const, 4 as const),
        runs,
      }),
      fc.record({
        kind: fc.constant('list' as const),
        ordered: fc.boolean(),
        items: fc.array(runs, { minLength: 1, maxLength: 3 }),
      }),
      fc.record({
        kind: fc.constant('table' as const),
        rows: fc
          .array(fc.tuple(runs, runs), { minLength: 1, maxLength: 3 })
          .map((rows) => rows.map((cells) => cells.map((cell) => ({ runs: cell })))),
      }),
    );
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), (body) => {
        const { blocks } = read(documentMarkdown({ title: '题', body }, labels));
        const words = bodyText(normaliseBlocks(body));
        const wanted = words === '' ? '（本文没有正文。）' : words;
        // Bullets and numbers of lists are marks of the reader, not words of the text.
        expect(bodyText(blocks)).toBe(wanted);
      }),
      { numRuns: 500 },
    );
  });
});
