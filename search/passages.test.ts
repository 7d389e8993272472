import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksToText, type Block } from '../domain/documents/blocks';
import { structureOf } from '../domain/documents/structure';
import { blockPassages, passagesOf } from './passages';

const p = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] });
const h = (text: string): Block => ({ kind: 'heading', level: 2, runs: [{ text }] });
const sentence = '本县各机关应当按照各自职责做好停车管理工作。';
const long = sentence.repeat(20);

const LAW = [
  p('（2020年3月1日公布）'),
  h('第一章 总则'),
  h('第一节 一般规定'),
  p('第一条　为了停车有序，制定本办法。'),
  p('停车应当守序。'),
  p('第二条　本办法所称车辆包括：'),
  p('（一）汽车；'),
  p('（二）摩托车。'),
  h('第二章 附则'),
  p('第三条　本办法自公布之日起施行。'),
  { ...p('县人民政府'), align: 'right' } as Block,
];

describe('the passages of a text', () => {
  it('are its articles, each with all of its paragraphs, and the headings between them', () => {
    expect(blockPassages(LAW)).toEqual([
      { text: '（2020年3月1日公布）' },
      { text: '第一章 总则\n第一节 一般规定', anchor: 'chapter-1', label: '第一章 总则' },
      {
        text: '第一条　为了停车有序，制定本办法。\n停车应当守序。',
        anchor: 'article-1',
        label: '第一条',
      },
      {
        text: '第二条　本办法所称车辆包括：\n（一）汽车；\n（二）摩托车。',
        anchor: 'article-2',
        label: '第二条',
      },
      { text: '第二章 附则', anchor: 'chapter-2', label: '第二章 附则' },
      { text: '第三条　本办法自公布之日起施行。', anchor: 'article-3', label: '第三条' },
      { text: '县人民政府', anchor: 'chapter-2', label: '第二章 附则' },
    ]);
  });

  it('begin at the headings of a text without articles, which keeps small points together', () => {
    const passages = blockPassages([
      p('各乡镇人民政府：'),
      p('一、总体要求'),
      p(sentence),
      p('二、重点任务'),
      p('（一）加强管理。划定车位。'),
      p('（二）加强宣传。张贴告示。'),
    ]);
    expect(passages.map(({ anchor, label }) => [anchor, label])).toEqual([
      [undefined, undefined],
      ['section-1', '一、总体要求'],
      ['section-2', '二、重点任务'],
    ]);
    expect(passages[2]?.text).toContain('张贴告示');
  });

  it('part a long stretch between paragraphs, and say where the later ones stand', () => {
    const passages = blockPassages([
      p('一、总体要求'),
      ...Array.from({ length: 9 }, () => p(long)),
    ]);
    expect(passages.length).toBeGreaterThan(6);
    for (const { text, anchor, label } of passages) {
      expect(text.length).toBeLessThanOrEqual(900);
      expect([anchor, label]).toEqual(['section-1', '一、总体要求']);
      expect(text.endsWith('。')).toBe(true);
    }
  });

  it('part a paragraph without end between sentences, and a sentence without end inside no character', () => {
    const endless = '𠮷'.repeat(2000);
    const passages = blockPassages([p(long.repeat(5)), p(endless)]);
    expect(passages.length).toBeGreaterThan(5);
    for (const { text } of passages) expect(text.isWellFormed()).toBe(true);
  });

  it('part an endless article at its items, under its own label', () => {
    const items = '一二三四五六七八九十'.split('').map((n) => p(`（${n}）${sentence.repeat(12)}`));
    const passages = blockPassages([p('第一条　本办法所称：'), ...items]);
    expect(passages.length).toBeGreaterThan(1);
    expect(new Set(passages.map(({ label }) => label))).toEqual(new Set(['第一条']));
    expect(passages[0]?.anchor).toBe('article-1');
    expect(passages[1]?.anchor).toMatch(/^article-1-item-\d+$/u);
  });

  it('keep the labels of a file, whose places have no anchor on the page', () => {
    const place = { file: '附件1.docx' };
    expect(passagesOf('第一条 停车。\r\n第二条 让行。', place)).toEqual([
      { text: '第一条 停车。', label: '第一条', ...place },
      { text: '第二条 让行。', label: '第二条', ...place },
    ]);
    expect(passagesOf(' \n ')).toEqual([]);
  });

  it('hold every character of the text once and in order, at anchors that the page has', () => {
    const line = fc.oneof(
      fc.constantFrom(
        '第一章 总则',
        '一、',
        '（一）加强管理。',
        '附件1',
        '目录',
        '2.',
        '',
        sentence,
        long,
      ),
      fc.integer({ min: 1, max: 40 }).map((n) => `第${n}条　${sentence}`),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc
        .tuple(fc.string({ unit: 'binary', minLength: 1, maxLength: 4 }), fc.nat(900))
        .map(([s, n]) => s.repeat(n)),
    );
    const block = fc.oneof(
      line.map(p),
      line.map(h),
      line.map((text): Block => ({ ...p(text), align: 'right' }) as Block),
      fc.array(line, { minLength: 1, maxLength: 3 }).map((items): Block => ({
        kind: 'list',
        ordered: true,
        items: items.map((text) => [{ text }]),
      })),
      fc.array(line, { minLength: 1, maxLength: 3 }).map((cells): Block => ({
        kind: 'table',
        rows: [cells.map((text) => ({ runs: [{ text }] }))],
      })),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 30 }), (blocks) => {
        const passages = blockPassages(blocks);
        const bare = (text: string) => text.replace(/\s+/gu, '');
        expect(bare(passages.map(({ text }) => text).join(''))).toBe(bare(blocksToText(blocks)));
        const { blocks: parts } = structureOf(blocks);
        const anchors = new Set(parts.flatMap(({ id, itemIds }) => [id, ...(itemIds ?? [])]));
        for (const { anchor } of passages) if (anchor) expect(anchors).toContain(anchor);
      }),
      { numRuns: 200 },
    );
  });
});
