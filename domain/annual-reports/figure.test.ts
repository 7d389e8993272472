import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFigure, unitIn } from './figure';

describe('a count in a cell', () => {
  it.each([
    ['23', 23],
    [' 23\u00a0', 23],
    ['１５９０８', 15908],
    ['15,908', 15908],
    ['15，908', 15908],
    ['23件', 23],
    ['6 个', 6],
    ['三件', 3],
    ['十二', 12],
    ['23.0', 23],
    ['0', 0],
  ])('%j is %i', (text, figure) => {
    expect(readFigure(text, 'count').figure).toBe(figure);
  });

  it.each(['', ' ', '\u00a0', '\u200b', '/', '-', '—', '——', '－', '\\', '无', '没有'])(
    '%j is blank and no zero',
    (text) => {
      const read = readFigure(text, 'count');
      expect(read.figure).toBeNull();
      expect(read.state).not.toBe('unread');
    },
  );

  it.each([
    ['20 3', 'several-figures'],
    ['20\n3', 'several-figures'],
    ['1/2', 'several-figures'],
    ['12,34', 'odd-separators'],
    ['约20', 'not-a-figure'],
    ['20余件', 'not-a-figure'],
    ['O', 'not-a-figure'],
    ['23（其中信函3）', 'not-a-figure'],
    ['12%', 'not-a-figure'],
    ['20368万元', 'wrong-unit'],
    ['9'.repeat(16), 'out-of-range'],
    ['1'.repeat(100_000), 'not-a-figure'],
  ])('%.20j is left blank and told', (text, note) => {
    expect(readFigure(text, 'count')).toEqual({ figure: null, state: 'unread', notes: [note] });
  });

  it('is flagged where it is below zero or a fraction', () => {
    expect(readFigure('-3', 'count')).toMatchObject({ figure: -3, notes: ['negative'] });
    expect(readFigure('2.5', 'count')).toMatchObject({ figure: 2.5, notes: ['decimal'] });
  });
});

describe('a change', () => {
  it.each([
    ['-418', -418],
    ['－418', -418],
    ['−418', -418],
    ['—418', -418],
    ['+12', 12],
    ['减418', -418],
    ['增加12', 12],
    ['-0', 0],
  ])('%j is %i', (text, figure) => {
    expect(readFigure(text, 'change').figure).toBe(figure);
  });
});

describe('an amount', () => {
  it.each([
    ['20368万元', undefined, 20368],
    ['2.0368亿元', undefined, 20368],
    ['203680000元', undefined, 20368],
    ['1,352.46', '万元', 1352.46],
    ['13524600', '元', 1352.46],
    ['0.5', '亿元', 5000],
    ['5元', '万元', 0.0005],
  ] as const)('%s under a heading of %s is %d × 10,000 yuan', (text, unit, figure) => {
    expect(readFigure(text, 'amount-10k-yuan', unit).figure).toBe(figure);
  });

  it('is told as guessed where nothing gives its unit', () => {
    expect(readFigure('20368', 'amount-10k-yuan')).toEqual({
      figure: 20368,
      state: 'guessed',
      notes: ['unit-assumed'],
    });
    expect(readFigure('0', 'amount-10k-yuan').state).toBe('read');
  });

  it('takes its unit from the heading', () => {
    expect(unitIn('本年收费金额（单位：万元）')).toBe('万元');
    expect(unitIn('本年收费金额（元）')).toBe('元');
    expect(unitIn('采购总金额')).toBeUndefined();
  });
});

it('reads any whole number back as it was written', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), (value) => {
      expect(readFigure(String(value), 'change').figure).toBe(value === 0 ? 0 : value);
      expect(readFigure(value.toLocaleString('en'), 'change').figure).toBe(value === 0 ? 0 : value);
    }),
  );
});

it('answers for any text at all', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const { figure, state, notes } = readFigure(text, 'count');
      const isEmpty = state === 'blank' || state === 'unread' || notes.includes('none-word');
      expect(figure === null).toBe(isEmpty);
    }),
  );
});
