import { describe, expect, it } from 'vitest';
import type { Block } from '../../domain/documents/blocks';
import { compareTexts } from '../../domain/documents/compare/compare';
import { stretchesOf } from './stretches';

const p = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] });
const shapeOf = (before: string[], after: string[]) =>
  stretchesOf(compareTexts(before.map(p), after.map(p)).entries).map((stretch) =>
    stretch.kind === 'rest'
      ? `${stretch.entries.length} ${stretch.isFolded ? 'folded' : 'open'}`
      : stretch.entry.kind,
  );

describe('stretchesOf', () => {
  it('folds what did not change and keeps a line or two beside a change open', () => {
    const text = ['甲段文字。', '乙段文字。', '丙段文字。', '丁段文字。', '戊段文字。'];
    expect(shapeOf(text, [...text.slice(0, 3), '新写的一段内容。', ...text.slice(3)])).toEqual([
      '3 folded',
      'added',
      '2 open',
    ]);
  });

  it('counts renumbered lines as unchanged', () => {
    expect(
      shapeOf(
        ['第一条　目的。', '第二条　范围。'],
        ['第一条　定义与原则。', '第二条　目的。', '第三条　范围。'],
      ),
    ).toEqual(['added', '2 open']);
  });
});
