import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { blockToText, type Block } from '../blocks';
import { anchorsOf } from './anchors';
import { findCitations } from './find';
import { namesOf, numberKey, titleKey } from './names';
import { Register, resolveMention, type Citing, type HeldDocument } from './register';

const article = (number: number, text = '内容。'): Block => ({
  kind: 'paragraph',
  runs: [{ text: `第${HAN[number]}条　${text}` }],
});
const clause = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] });
const HAN = [
  '',
  ...'一二三四五六七八九十'.split(''),
  ...'一二三四五六七八九'.split('').map((one) => `十${one}`),
  '二十',
];
const articles = (from: number, to: number): Block[] =>
  Array.from({ length: to - from + 1 }, (_, i) => article(from + i));

const day = { madeOn: '2015-01-01' };
const HELD: (HeldDocument<string> & { blocks: Block[] })[] = [
  { id: '青禾省水渠保护条例', title: '青禾省水渠保护条例', ...day, blocks: articles(1, 9) },
  {
    id: '水渠法',
    title: '中华人民共和国水渠法（2015年修正）',
    ...day,
    blocks: [...articles(1, 3), clause('第二款的内容。'), ...articles(4, 20)],
  },
  { id: '闸门法', title: '中华人民共和国闸门法', ...day, blocks: articles(1, 9) },
  { id: '水渠法实施条例', title: '水渠法实施条例', ...day, blocks: articles(1, 9) },
  {
    id: '国务院关于水渠管理的若干规定',
    title: '国务院关于水渠管理的若干规定',
    ...day,
    blocks: articles(1, 9),
  },
  { id: '水利法典　总则', title: '中华人民共和国水利法典　总则', ...day, blocks: articles(1, 9) },
  {
    id: '水利法典　渠道编',
    title: '中华人民共和国水利法典　渠道编',
    ...day,
    blocks: articles(10, 19),
  },
  { id: '通知', title: '关于水渠的通知', number: '国发〔2019〕12号', ...day, blocks: [] },
  {
    id: '规划通知',
    title: '青禾省人民政府关于印发《青禾省水渠规划》的通知',
    ...day,
    blocks: [],
  },
  { id: '令', title: '水库条例', number: '国务院令第711号', ...day, blocks: [] },
];
const register = new Register(HELD);
const citing: Citing<string> = { id: '自身', title: '青禾省渠道条例', madeOn: '2020-05-01' };
const own = articles(1, 20);

function cite(text: string, from = register, by = citing): string[] {
  const blocks = [...own, clause(text)];
  return findCitations(blocks, by, from).flatMap((mention) => {
    const found = resolveMention(mention, from.candidates(mention, by), by, (id) =>
      anchorsOf(id === null ? blocks : (HELD.find((one) => one.id === id)?.blocks ?? [])),
    );
    const anchor = found?.anchor ? `#${found.anchor}` : '';
    return found ? [`${found.quote} → ${found.target ?? '自身'}${anchor}`] : [];
  });
}

describe('each text of the case file cites what stands beside it', () => {
  const lines = readFileSync(
    fileURLToPath(new URL('./cases/mentions.txt', import.meta.url)),
    'utf8',
  ).split('\n');
  for (const line of lines) {
    if (line === '' || line.startsWith('#')) continue;
    const [text = '', expected = ''] = line.split(' | ');
    it(text, () => {
      expect(cite(text)).toEqual(expected === '无' ? [] : expected.split(' ; '));
    });
  }
});

test('a notice that issues a text does not cite it, nor the other way round', () => {
  const notice = { id: '另', title: '青禾省人民政府关于印发青禾省水塘规划的通知', ...day };
  const held = new Register([...HELD, notice]);
  expect(cite('《青禾省水塘规划》已经同意。', held, notice)).toEqual([]);
  expect(cite('《青禾省水塘规划》已经同意。', held)).toEqual(['《青禾省水塘规划》 → 另']);
});

test('leaves the number that opens an article alone', () => {
  expect(findCitations(own, citing, register)).toEqual([]);
});

test('reads blanks before an article once, however many stand there', () => {
  // In four ways at once, five hundred would take the time of the test many times over.
  for (const words of ['停', '本法', '水渠法（修正）', '水渠法第二章', '水渠法中'])
    expect(cite(`${words}${' '.repeat(500)}x第三条`, register)).toEqual(
      cite(`${words} x第三条`, register),
    );
});

test('reads divisions before an article once, however many stand there', () => {
  expect(cite(`${'第章'.repeat(78)}x第三条`, register)).toEqual(['第三条 → 自身#article-3']);
});

test('reads an article in an amendment as one of the law that is amended, not of the amendment', () => {
  const amendment = { id: '修', title: '中华人民共和国水渠法修正案（二）', madeOn: '2016-01-01' };
  expect(cite('在第十六条后增加一条。', register, amendment)).toEqual([
    '第十六条 → 水渠法#article-16',
  ]);
});

describe('of several editions', () => {
  const edition = (id: string, madeOn: string, more: Partial<HeldDocument<string>> = {}) => ({
    id,
    title: '中华人民共和国水渠法',
    agency: '全国人民代表大会',
    madeOn,
    ...more,
  });
  const editions = [
    edition('旧', '2010-03-01'),
    edition('中', '2018-03-01', {
      effectiveOn: '2018-09-01',
      agency: '全国人民代表大会常务委员会',
    }),
    edition('新', '2023-03-01'),
  ];
  const on = (madeOn: string, held = editions): string | undefined =>
    cite('《水渠法》', new Register(held), { ...citing, madeOn })[0]?.split(' → ')[1];

  it('the one in force when the citing text was made is meant', () => {
    expect([on('2012-01-01'), on('2018-05-01'), on('2018-09-01'), on('2024-01-01')]).toEqual([
      '旧',
      '旧',
      '中',
      '新',
    ]);
  });

  it('the current one is meant where none was in force then, and the link says that it is later', () => {
    const held = [...editions, edition('未施行', '2026-03-01', { isSpent: true })];
    expect(on('1999-01-01', held)).toBe('新');
    const blocks = [clause('《水渠法》')];
    const by = { ...citing, madeOn: '1999-01-01' };
    const from = new Register(held);
    const [mention] = findCitations(blocks, by, from);
    const none: ReadonlySet<string> = new Set();
    expect(
      mention && resolveMention(mention, from.candidates(mention, by), by, () => none),
    ).toMatchObject({ target: '新', isLater: true });
  });

  it('a later one is never meant by a text that repeals its own time’s', () => {
    const from = new Register([edition('新', '2023-03-01')]);
    expect(cite('《水渠法》同时废止。', from)).toEqual([]);
  });

  it('nothing is meant where two other authorities made texts of one title', () => {
    const title = '关于修改部分地方性法规的决定';
    const held = [
      { id: '甲', title, agency: '青禾省人民代表大会', madeOn: '2015-01-01' },
      { id: '乙', title, agency: '白石省人民代表大会', madeOn: '2015-01-01' },
    ];
    expect(cite(`《${title}》`, new Register(held))).toEqual([]);
    const ours = { ...citing, agency: '青禾省人民代表大会常务委员会' };
    expect(cite(`《${title}》`, new Register(held), ours)).toEqual([`《${title}》 → 甲`]);
  });
});

test('a title has one key however it is written', () => {
  for (const written of [
    '中华人民共和国水渠法',
    '水渠法（2018年修正）',
    '中华人民共和国 水渠法(2018修订)',
    '〈水渠法〉',
  ])
    expect(titleKey(written)).toBe('水渠法');
  expect(titleKey('水渠管理办法（试行）')).toBe('水渠管理办法(试行)');
  expect(numberKey('国令第711号')).toBe('国务院令第711号');
  expect(namesOf({ title: '国务院关于水渠的通知', number: '国发〔2019〕12号' })).toEqual([
    '国务院关于水渠的通知',
    '关于水渠的通知',
    '国发〔2019〕12号',
    '〔2019〕12号',
  ]);
});

const piece = fc.constantFrom(
  ...['《', '》', '〈', '〉', '（', '）', '“', '”', '、', '和', '至', '，', '。', '\n', '\t', ' '],
  ...['第三条', '第一百二十条之一', '第二款', '第（三）项', '第', '条', '本条例', '本法', '该法'],
  ...[
    '水渠法',
    '中华人民共和国',
    '水渠法实施条例',
    '闸门法',
    '水利法典',
    '关于',
    '国务院',
    '以下简称',
  ],
  ...[
    '国发〔2019〕12号',
    '令第711号',
    '〔',
    '〕',
    '２０１９',
    '号',
    '修订前的',
    '同时废止',
    'a',
    '𠮷',
  ],
);
const anyText = fc.oneof(
  fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')),
  fc.string({ maxLength: 80, unit: 'binary' }),
);

test('whatever the text, it never throws, quotes what stands there, and no links overlap', () => {
  fc.assert(
    fc.property(fc.array(anyText, { maxLength: 6 }), (texts) => {
      const blocks = texts.map(clause);
      const mentions = findCitations(blocks, citing, register);
      for (const [i, { block, start, end, quote }] of mentions.entries()) {
        const text = blockToText(blocks[block] as Block);
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(text.slice(start, end)).toBe(quote);
        const next = mentions[i + 1];
        if (next?.block === block) expect(next.start).toBeGreaterThanOrEqual(end);
      }
    }),
    { numRuns: 400 },
  );
});

test('a text of nothing but signs is read in a moment', () => {
  for (const sign of ['《', '第', '〔2019', '（以下简称', '第一条、', '中华人民共和国', '一', '国'])
    expect(findCitations([clause(sign.repeat(4000))], citing, register)).toBeInstanceOf(Array);
});
