import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blockToText, type Block, type Run } from '../blocks';
import { linkBlocks, type TextLink } from './link-blocks';

const link = (start: number, end: number, block = 0): TextLink => ({
  block,
  start,
  end,
  href: '/documents/a',
  label: '甲法',
});
const linked = (block: Block | undefined): string[] => {
  const runs: Run[] = [];
  if (block?.kind === 'table') runs.push(...block.rows.flat().flatMap((cell) => cell.runs));
  else if (block?.kind === 'list') runs.push(...block.items.flat());
  else if (block) runs.push(...block.runs);
  return runs.filter((run) => run.cites).map((run) => run.text);
};

test('links words across bold and plain runs, each piece with its marks', () => {
  const runs = [{ text: '依照甲', bold: true }, { text: '法处罚' }];
  const [block] = linkBlocks([{ kind: 'paragraph', runs }], [link(2, 4)]);
  expect(block).toEqual({
    kind: 'paragraph',
    runs: [
      { text: '依照', bold: true },
      { text: '甲', bold: true, href: '/documents/a', cites: { label: '甲法' } },
      { text: '法', href: '/documents/a', cites: { label: '甲法' } },
      { text: '处罚' },
    ],
  });
});

test('leaves an editor’s own link as it is', () => {
  const block: Block = { kind: 'paragraph', runs: [{ text: '甲法', href: 'https://example.cn' }] };
  expect(linkBlocks([block], [link(0, 2)])).toEqual([block]);
});

test('finds words in the items of a numbered list and the cells of a table', () => {
  const list: Block = {
    kind: 'list',
    ordered: true,
    start: 9,
    items: [[{ text: '见乙法' }], [{ text: '见甲法' }]],
  };
  const table: Block = {
    kind: 'table',
    rows: [[{ runs: [{ text: '依据' }] }, { runs: [{ text: '甲法' }] }]],
  };
  const blocks = [list, table];
  const links = blocks.map((block, i) => {
    const at = blockToText(block).indexOf('甲法');
    return link(at, at + 2, i);
  });
  expect(linkBlocks(blocks, links).map(linked)).toEqual([['甲法'], ['甲法']]);
});

test('leaves out a link across two cells', () => {
  const table: Block = {
    kind: 'table',
    rows: [[{ runs: [{ text: '甲' }] }, { runs: [{ text: '法' }] }]],
  };
  expect(linkBlocks([table], [link(0, 3)]).map(linked)).toEqual([[]]);
});

test('changes no letter, whatever the links', () => {
  const run = fc.record({
    text: fc.string({ maxLength: 6 }),
    bold: fc.boolean(),
    href: fc.constantFrom(undefined, '#x'),
  });
  const runs = fc.array(run, { maxLength: 5 }) as fc.Arbitrary<Run[]>;
  const block: fc.Arbitrary<Block> = fc.oneof(
    runs.map((own): Block => ({ kind: 'paragraph', runs: own })),
    fc
      .array(runs, { minLength: 1, maxLength: 3 })
      .map((items): Block => ({ kind: 'list', ordered: true, items })),
    fc
      .array(runs, { minLength: 1, maxLength: 3 })
      .map((cells): Block => ({ kind: 'table', rows: [cells.map((own) => ({ runs: own }))] })),
  );
  const spans = fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 4 });
  fc.assert(
    fc.property(block, spans, (one, places) => {
      const links = places
        .map(([start, length]) => link(start, start + length))
        .sort((a, b) => a.start - b.start);
      expect(linkBlocks([one], links).map(blockToText)).toEqual([blockToText(one)]);
    }),
  );
});
