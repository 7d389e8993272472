import { createHeadlessEditor } from '@payloadcms/richtext-lexical/lexical/headless';
import { HeadingNode } from '@payloadcms/richtext-lexical/lexical/rich-text';
import { ListItemNode, ListNode } from '@payloadcms/richtext-lexical/lexical/list';
import { EXPERIMENTAL_TableFeature, LinkNode } from '@payloadcms/richtext-lexical';
import fc from 'fast-check';
import type { SanitizedConfig } from 'payload';
import { describe, expect, it } from 'vitest';
import { blocksToText, normaliseBlocks, type Block, type Cell, type Run } from './blocks';
import { blocksFromLexical, lexicalFromBlocks } from './lexical';

const words = fc.string({ unit: fc.constantFrom(...'公开政府信息ab1 \n\t，。<&"'), maxLength: 12 });
const run: fc.Arbitrary<Run> = fc.record(
  {
    text: words,
    bold: fc.boolean(),
    italic: fc.boolean(),
    href: fc.constantFrom(
      'https://www.gov.cn/',
      '/documents/a',
      '#article-3',
      'javascript:alert(1)',
      '',
    ),
  },
  { requiredKeys: ['text'] },
);
const runs = fc.array(run, { maxLength: 5 });
const cell: fc.Arbitrary<Cell> = fc.record(
  {
    runs,
    header: fc.boolean(),
    colSpan: fc.integer({ min: 0, max: 4 }),
    rowSpan: fc.integer({ min: 0, max: 4 }),
  },
  { requiredKeys: ['runs'] },
);
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({
    kind: fc.constant('heading' as const),
    level: fc.constantFrom(2 as const, 3 as const, 4 as const),
    runs,
  }),
  fc.record(
    {
      kind: fc.constant('paragraph' as const),
      runs,
      align: fc.constantFrom('center' as const, 'right' as const),
    },
    { requiredKeys: ['kind', 'runs'] },
  ),
  fc.record(
    {
      kind: fc.constant('list' as const),
      ordered: fc.boolean(),
      items: fc.array(runs, { maxLength: 4 }),
      start: fc.integer({ min: 1, max: 9 }),
    },
    { requiredKeys: ['kind', 'ordered', 'items'] },
  ),
  fc.record({
    kind: fc.constant('table' as const),
    rows: fc.array(fc.array(cell, { maxLength: 3 }), { maxLength: 3 }),
  }),
);
const blocks = fc.array(block, { maxLength: 6 });

const text = (value: string, format = 0) => ({ type: 'text', version: 1, text: value, format });
const inRoot = (...children: unknown[]) => ({ root: { type: 'root', children } });
const paragraph = (...children: unknown[]) => ({ type: 'paragraph', children });

describe('lexicalFromBlocks and blocksFromLexical', () => {
  it('give every text back, normalised', () => {
    fc.assert(
      fc.property(blocks, (value) => {
        expect(blocksFromLexical(lexicalFromBlocks(value))).toEqual(normaliseBlocks(value));
      }),
    );
  });

  it('write what the editor itself would write', async () => {
    const editor = createHeadlessEditor({
      nodes: [HeadingNode, ListNode, ListItemNode, LinkNode, ...(await tableNodes())],
      onError: (error) => {
        throw error;
      },
    });
    fc.assert(
      fc.property(blocks, (value) => {
        const written = JSON.parse(JSON.stringify(lexicalFromBlocks(value)));
        const opened = editor.parseEditorState(written).toJSON();
        expect(blocksFromLexical(opened)).toEqual(normaliseBlocks(value));
        expect(keysOf(opened.root)).toEqual(keysOf(written.root));
      }),
      { numRuns: 40 },
    );
  });

  it('write the same state for the same text, so that a second import changes nothing', () => {
    fc.assert(
      fc.property(blocks, (value) => {
        expect(lexicalFromBlocks(value)).toEqual(lexicalFromBlocks(structuredClone(value)));
      }),
    );
  });

  it('give each link of a document an id of its own', () => {
    const link: Run[] = [{ text: '一', href: '/a' }, { text: ' ' }, { text: '二', href: '/b' }];
    const table: Block = {
      kind: 'table',
      rows: [[{ runs: link }, { runs: link }], [{ runs: link }]],
    };
    const list: Block = { kind: 'list', ordered: false, items: [link, link] };
    const state = JSON.stringify(
      lexicalFromBlocks([{ kind: 'paragraph', runs: link }, table, list]),
    );
    const ids = [...state.matchAll(/"id":"([0-9a-f]{24})"/g)].map((match) => match[1]);
    expect(ids).toHaveLength(12);
    expect(new Set(ids).size).toBe(12);
  });
});

describe('blocksFromLexical', () => {
  it('reads an empty field, and anything that is no editor state, as no text', () => {
    for (const state of [
      null,
      undefined,
      '',
      'text',
      7,
      [],
      {},
      { root: null },
      { root: { children: 'x' } },
    ]) {
      expect(blocksFromLexical(state)).toEqual([]);
    }
    expect(blocksFromLexical(inRoot(null, 3, paragraph()))).toEqual([]);
  });

  it('reads headings of every depth into the three that a text has', () => {
    const heading = (tag: string) => ({ type: 'heading', tag, children: [text(tag)] });
    const read = blocksFromLexical(inRoot(...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map(heading)));
    expect(read.map((block) => block.kind === 'heading' && block.level)).toEqual([
      2, 2, 3, 4, 4, 4,
    ]);
  });

  it('keeps bold and italic and lets other marks go', () => {
    const state = inRoot(paragraph(text('粗', 1), text('斜', 2), text('双', 3), text('划', 8)));
    expect(blocksFromLexical(state)).toEqual([
      {
        kind: 'paragraph',
        runs: [
          { text: '粗', bold: true },
          { text: '斜', italic: true },
          { text: '双', bold: true, italic: true },
          { text: '划' },
        ],
      },
    ]);
  });

  it('reads a link to a page of the site once its document is known, and only its words before', () => {
    const link = (value: unknown) => ({
      type: 'link',
      fields: { linkType: 'internal', doc: { relationTo: 'documents', value } },
      children: [text('通知')],
    });
    expect(blocksFromLexical(inRoot(paragraph(link({ id: 1, slug: 'a-1' }), link(7))))).toEqual([
      { kind: 'paragraph', runs: [{ text: '通知', href: '/documents/a-1' }, { text: '通知' }] },
    ]);
  });

  it('drops an address that no reader may follow, and keeps its words', () => {
    for (const url of [
      'javascript:alert(1)',
      'data:text/html,x',
      '//evil.example',
      'JaVaScRiPt:x',
      ' /a',
    ]) {
      const link = { type: 'link', fields: { linkType: 'custom', url }, children: [text('链接')] };
      expect(blocksFromLexical(inRoot(paragraph(link)))).toEqual([
        { kind: 'paragraph', runs: [{ text: '链接' }] },
      ]);
    }
  });

  it('reads a nested list as lines of its item, so that the numbers stay right', () => {
    const item = (...children: unknown[]) => ({ type: 'listitem', children });
    const nested = {
      type: 'list',
      listType: 'number',
      children: [item(text('甲')), item(text('乙'))],
    };
    const list = {
      type: 'list',
      listType: 'number',
      start: 3,
      children: [item(text('三')), item(nested), item(text('四'))],
    };
    expect(blocksFromLexical(inRoot(list))).toEqual([
      {
        kind: 'list',
        ordered: true,
        start: 3,
        items: [[{ text: '三\n1. 甲\n2. 乙' }], [{ text: '四' }]],
      },
    ]);
  });

  it('reads the paragraphs, lists and tables inside a cell as its lines', () => {
    const inner = {
      type: 'table',
      children: [
        {
          type: 'tablerow',
          children: [
            { type: 'tablecell', children: [paragraph(text('a'))] },
            { type: 'tablecell', children: [paragraph(text('b'))] },
          ],
        },
      ],
    };
    const list = {
      type: 'list',
      listType: 'bullet',
      children: [{ type: 'listitem', children: [text('c')] }],
    };
    const cellNode = {
      type: 'tablecell',
      headerState: 3,
      colSpan: 2,
      children: [paragraph(text('第一段')), paragraph(text('第二段')), inner, list],
    };
    const table = { type: 'table', children: [{ type: 'tablerow', children: [cellNode] }] };
    expect(blocksFromLexical(inRoot(table))).toEqual([
      {
        kind: 'table',
        rows: [[{ runs: [{ text: '第一段\n第二段\na\tb\n• c' }], header: true, colSpan: 2 }]],
      },
    ]);
  });

  it('never loses the words of a node that it does not know', () => {
    const states = [
      inRoot({ type: 'quote', children: [text('引文')] }),
      inRoot({
        type: 'collapsible',
        children: [{ type: 'panel', children: [paragraph(text('引文'))] }],
      }),
      inRoot({ type: 'block', fields: { id: 'x', blockType: 'notice', title: '引文' } }),
      inRoot({ type: 'block', fields: { blockType: 'n', body: inRoot(paragraph(text('引文'))) } }),
      inRoot(paragraph({ type: 'highlight', children: [text('引文')] })),
      inRoot(paragraph({ type: 'inlineBlock', fields: { blockType: 'term', term: '引文' } })),
      inRoot({ type: 'mystery', text: '引文' }),
      inRoot(text('引文')),
      inRoot({ type: 'heading', children: [text('引文')] }),
      inRoot({ type: 'listitem', children: [text('引文')] }),
      inRoot({ type: 'tablecell', children: [paragraph(text('引文'))] }),
    ];
    for (const state of states) expect(blocksToText(blocksFromLexical(state))).toBe('引文');
  });

  it('never throws, whatever the field holds', () => {
    const node = fc.letrec((tie) => ({
      node: fc.record(
        {
          type: fc.constantFrom(
            'root',
            'paragraph',
            'list',
            'listitem',
            'table',
            'link',
            'text',
            'x',
          ),
          text: fc.oneof(fc.string(), fc.integer()),
          format: fc.oneof(fc.integer(), fc.string()),
          fields: fc.oneof(fc.jsonValue(), fc.record({ url: fc.jsonValue(), doc: fc.jsonValue() })),
          children: fc.oneof(
            { maxDepth: 4 },
            fc.jsonValue(),
            fc.array(tie('node'), { maxLength: 4 }),
          ),
        },
        { requiredKeys: [] },
      ),
    })).node;
    fc.assert(fc.property(node, (root) => void blocksFromLexical({ root })));
  });
});

/** The table's nodes, which Payload hands out only through its feature. */
async function tableNodes() {
  const config = { collections: [] } as unknown as SanitizedConfig;
  const { feature } = EXPERIMENTAL_TableFeature();
  if (typeof feature !== 'function') throw new TypeError('the table feature has changed');
  const resolved = await feature({ config, isRoot: true } as Parameters<typeof feature>[0]);
  return (resolved.nodes ?? []).map((entry) => ('with' in entry ? entry : entry.node));
}

/** The shape of a tree: for every node its type and the names of its properties. */
function keysOf(value: unknown): unknown {
  const node = value as { type: string; children?: unknown[] };
  const names = Object.entries(node)
    .filter(([, property]) => property !== undefined)
    .map(([name]) => name);
  return [node.type, names.sort(), (node.children ?? []).map(keysOf)];
}
