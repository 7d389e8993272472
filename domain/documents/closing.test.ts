import { describe, expect, it } from 'vitest';
import type { Block } from './blocks';
import { closingOf } from './closing';

const p = (text: string, align?: 'right'): Block => ({
  kind: 'paragraph',
  runs: [{ text }],
  ...(align && { align }),
});
const texts = (blocks: readonly Block[]) =>
  blocks.map((block) => (block.kind === 'paragraph' ? block.runs[0]?.text : block.kind));

describe('closingOf', () => {
  it('finds the signature, the imprint and the annexes', () => {
    const closing = closingOf([
      p('正文。'),
      p('青禾县人民政府\n2026年6月1日', 'right'),
      p('抄送：县委办公室。'),
      p('青禾县人民政府办公室　2026年6月1日印发'),
      p('附件1'),
      p('附件的内容'),
    ]);
    expect(texts(closing.body)).toEqual(['正文。']);
    expect(closing.signature).toEqual(['青禾县人民政府', '2026年6月1日']);
    expect(closing.imprint).toEqual([
      '抄送：县委办公室。',
      '青禾县人民政府办公室　2026年6月1日印发',
    ]);
    expect(texts(closing.after)).toEqual(['附件1', '附件的内容']);
  });

  it('knows a signature that is not set to the right by the name of the agency', () => {
    const blocks = [p('正文。'), p('青禾县人民政府'), p('2026年6月1日')];
    expect(closingOf(blocks, '青禾县人民政府').signature).toHaveLength(2);
    expect(closingOf(blocks, '东渠市人民政府').signature).toEqual([]);
    const inOne = [p('正文。'), p('青禾县人民政府2026年6月1日')];
    expect(closingOf(inOne, '青禾县人民政府').signature).toEqual(['青禾县人民政府2026年6月1日']);
  });

  it('leaves everything in the text where there is no closing', () => {
    const blocks = [p('第一条　甲。'), p('附件：名单'), p('二〇二六年起施行。')];
    expect(closingOf(blocks)).toEqual({ body: blocks, signature: [], imprint: [], after: [] });
    expect(closingOf([])).toEqual({ body: [], signature: [], imprint: [], after: [] });
  });

  it('takes 附件 for annexes only after the text has ended', () => {
    const blocks = [p('附件'), p('正文。'), p('附件'), p('还是正文。')];
    expect(closingOf(blocks).after).toEqual([]);
  });
});
