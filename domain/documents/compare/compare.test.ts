import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../blocks';
import { formatChineseNumeral } from '../chinese-numerals';
import { compareTexts, type Comparison, type Entry } from './compare';
import { linesOf } from './lines';
import { compareWords, wordsOf, type Piece } from './words';

const read = (name: string) =>
  readFileSync(new URL(`./cases/${name}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith('#'));

const p = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] });

describe('compareWords', () => {
  for (const line of read('words').filter((line) => line.includes('=>'))) {
    it(`reads ${line}`, () => {
      const [before, after, expected] = line.split('=>').map((part) => part.trim());
      expect(marked(compareWords(before ?? '', after ?? ''))).toBe(expected);
    });
  }

  it('gives both texts back, whatever they are', () => {
    fc.assert(
      fc.property(chinese, chinese, fc.integer({ min: 0, max: 500 }), (before, after, left) => {
        const pieces = compareWords(before, after, { left });
        expect(sideOf(pieces, 'removed')).toBe(before);
        expect(sideOf(pieces, 'added')).toBe(after);
        expect(pieces.every(({ text }) => text !== '')).toBe(true);
      }),
    );
  });

  it('takes words, not characters: no word is kept in part', () => {
    const pieces = compareWords('加强监督管理工作', '加强监测管理工作');
    expect(marked(pieces)).toBe('加强[-监督-]{+监测+}管理工作');
  });

  it('replaces a sentence as a whole where the rest of the effort is too little', () => {
    const effort = { left: 3 };
    expect(compareWords('甲乙丙。', '丁戊己。', effort)).toHaveLength(3);
    expect(effort.left).toBe(0);
  });
});

describe('wordsOf', () => {
  it('keeps numbers, dates, amounts and articles whole, and loses nothing', () => {
    expect(wordsOf('按宜府发〔2020〕5号第三十三条，于2020年5月6日前缴1,200.50元')).toEqual(
      expect.arrayContaining(['〔2020〕5号', '第三十三条', '2020年5月6日', '1,200.50元']),
    );
    fc.assert(
      fc.property(chinese, (text) => {
        expect(wordsOf(text).join('')).toBe(text);
      }),
    );
  });
});

describe('compareTexts', () => {
  const cases = read('texts').join('\n').split(/^== /mu).slice(1);
  for (const one of cases) {
    const [name, before, after, expected] = one
      .split(/^-- .*$|\n(?=-- )/mu)
      .filter((part) => part.trim() !== '');
    it(`handles ${name?.trim()}`, () => {
      expect(reported(compareTexts(textOf(before), textOf(after)))).toEqual(linesIn(expected));
    });
  }

  it('counts what was added, removed, changed and moved', () => {
    const before = [
      '甲段说的是一件事情。',
      '乙段说的是另一件事。',
      '丙段从这里搬走了。',
      '丁段没有变化。',
      '己段也没有变化。',
    ];
    const after = [
      '丙段从这里搬走了。',
      '甲段说的是一件小事情。',
      '丁段没有变化。',
      '己段也没有变化。',
      '戊是新写的内容，此前没有。',
    ];
    const { summary, isSame } = compareTexts(before.map(p), after.map(p));
    expect(summary).toEqual({ added: 1, removed: 1, changed: 1, moved: 1, renumbered: 0 });
    expect(isSame).toBe(false);
  });

  it('says that a text is the same as itself, and that marks and alignment are no words', () => {
    fc.assert(
      fc.property(text, (blocks) => {
        const { entries, isSame } = compareTexts(blocks, blocks);
        expect(isSame).toBe(true);
        expect(entries.every(({ kind }) => kind === 'same')).toBe(true);
      }),
    );
    const bold: Block = {
      kind: 'paragraph',
      align: 'center',
      runs: [{ text: '标题', bold: true }],
    };
    expect(compareTexts([bold], [p('标题')]).isSame).toBe(true);
  });

  it('accounts for every line of both texts once and in order, and gives both texts back', () => {
    fc.assert(
      fc.property(edited, ([before, after]) => {
        const { entries } = compareTexts(before, after);
        expect(indexesOf(entries, 'before')).toEqual(linesOf(before).map(({ index }) => index));
        expect(indexesOf(entries, 'after')).toEqual(linesOf(after).map(({ index }) => index));
        expect(entries.flatMap(newTextOf)).toEqual(linesOf(after).map(({ text }) => text));
        expect(entries.flatMap(oldTextOf)).toEqual(linesOf(before).map(({ text }) => text));
      }),
      { numRuns: 300 },
    );
  });

  it('swaps what was added and what was removed when the sides are swapped', () => {
    fc.assert(
      fc.property(edited, ([before, after]) => {
        const there = compareTexts(before, after);
        const back = compareTexts(after, before);
        expect(back.summary.moved).toBe(there.summary.moved);
        expect(textsOf(back, 'added')).toEqual(textsOf(there, 'removed'));
        expect(textsOf(back, 'removed')).toEqual(textsOf(there, 'added'));
      }),
      { numRuns: 300 },
    );
  });

  it('finds a paragraph that was put in or left out, and nothing else', () => {
    const paragraphs = fc.uniqueArray(fc.string({ unit: han, minLength: 12, maxLength: 30 }), {
      minLength: 2,
      maxLength: 12,
    });
    fc.assert(
      fc.property(paragraphs, fc.nat(), (texts, at) => {
        const place = at % texts.length;
        const shorter = texts.filter((_, i) => i !== place).map(p);
        const { summary, entries } = compareTexts(shorter, texts.map(p));
        expect(summary).toEqual({ added: 1, removed: 0, changed: 0, moved: 0, renumbered: 0 });
        expect(entries[place]).toMatchObject({ kind: 'added', after: { text: texts[place] } });
      }),
    );
  });

  it('takes bounded work for 5,000 paragraphs that share nothing, and that all changed a little', () => {
    const long = (seed: number, change: (i: number) => string): Block[] =>
      Array.from({ length: 5000 }, (_, i) => {
        const words = Array.from({ length: 40 }, (_, k) =>
          String.fromCharCode(0x4e00 + (Math.imul(i * 40 + k + seed * 1e6, 2_654_435_761) >>> 20)),
        );
        return p(`第${formatChineseNumeral((i % 1200) + 1)}条　${words.join('')}${change(i)}`);
      });
    const BOUND = 9_000_000;
    const nothing = compareTexts(
      long(1, () => '甲'),
      long(2, () => '乙'),
    );
    expect(nothing.work).toBeLessThan(BOUND);
    const little = compareTexts(
      long(1, (i) => `，为期${i}个月。`),
      long(1, (i) => `，为期${i + 1}个月。`),
    );
    expect(little.summary).toMatchObject({ added: 0, removed: 0, changed: 5000 });
    expect(little.work).toBeLessThan(BOUND);
    const repeated = Array.from({ length: 5000 }, () => p('同上。'));
    expect(compareTexts(repeated, repeated.slice(1)).summary.removed).toBe(1);
  }, 60_000);

  it('reads empty texts', () => {
    expect(compareTexts([], []).isSame).toBe(true);
    expect(compareTexts([], [p('新')]).summary.added).toBe(1);
    expect(compareTexts([p('　')], []).entries).toEqual([]);
  });
});

const han = fc.constantFrom(
  ...'公开信息政府机关申请应当条例规定管理办法办公室民众服务项目资金使用监督检查',
);
const chinese = fc.string({
  unit: fc.oneof(han, fc.constantFrom(...'，。；的和1２3.%年月日元第三十条〔〕号 A-')),
  maxLength: 40,
});
const line = fc.oneof(
  fc.string({ unit: han, maxLength: 16 }).map(p),
  fc.constantFrom('同上。', '无', '附件', '第一章　总则').map(p),
  fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.string({ unit: han, maxLength: 12 }))
    .map(([n, words]) => p(`第${formatChineseNumeral(n)}条　${words}。`)),
  fc
    .array(fc.string({ unit: han, maxLength: 6 }), { minLength: 1, maxLength: 3 })
    .map((cells): Block => ({
      kind: 'table',
      rows: [cells.map((text) => ({ runs: [{ text }] }))],
    })),
  fc
    .array(fc.string({ unit: han, maxLength: 6 }), { minLength: 1, maxLength: 3 })
    .map((items): Block => ({
      kind: 'list',
      ordered: true,
      items: items.map((text) => [{ text }]),
    })),
);
const text = fc.array(line, { maxLength: 14 });
/** A text, and what an editor made of it: paragraphs put in, left out, changed and put elsewhere. */
const edited = fc
  .tuple(
    text,
    fc.array(fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 0, max: 3 }), line), { maxLength: 6 }),
  )
  .map(([before, edits]): [Block[], Block[]] => {
    const after = [...before];
    for (const [from, to, edit, block] of edits) {
      const at = from % (after.length + 1);
      if (edit === 0) after.splice(at, 0, block);
      else if (edit === 1) after.splice(at, 1);
      else if (edit === 2) after.splice(at, 1, block);
      else after.splice(to % (after.length + 1), 0, ...after.splice(at, 1));
    }
    return [before, after];
  });

const MARKS = { kept: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const;

const marked = (pieces: readonly Piece[]): string =>
  pieces.map(({ text, change }) => MARKS[change].join(text.replaceAll('\t', '|'))).join('');

const sideOf = (pieces: readonly Piece[], side: 'added' | 'removed'): string =>
  pieces
    .filter(({ change }) => change === 'kept' || change === side)
    .map(({ text }) => text)
    .join('');

/** An entry as the case files write it. */
const reported = ({ entries }: Comparison): string[] =>
  entries.map((entry) => {
    const words =
      'pieces' in entry ? marked(entry.pieces) : lineOfEntry(entry).text.replaceAll('\t', '|');
    return `${entry.kind} ${words}`;
  });

const lineOfEntry = (entry: Entry) => ('after' in entry ? entry.after : entry.before);

const linesIn = (part: string | undefined): string[] =>
  (part ?? '').split('\n').filter((line) => line.trim() !== '' && !line.startsWith('-- '));

/** Lines with | are rows of one table. */
function textOf(part: string | undefined): Block[] {
  const lines = linesIn(part);
  const rows = lines.filter((line) => line.includes('|'));
  if (rows.length === 0) return lines.map(p);
  return [
    {
      kind: 'table',
      rows: rows.map((row) => row.split('|').map((text) => ({ runs: [{ text }] }))),
    },
  ];
}

const indexesOf = (entries: readonly Entry[], side: 'before' | 'after'): number[] =>
  entries.flatMap((entry) =>
    side in entry ? [(entry as Record<typeof side, { index: number }>)[side].index] : [],
  );

function newTextOf(entry: Entry): string[] {
  if ('pieces' in entry) return [sideOf(entry.pieces, 'added')];
  return 'after' in entry ? [entry.after.text] : [];
}

function oldTextOf(entry: Entry): string[] {
  if (entry.kind === 'changed' || entry.kind === 'renumbered')
    return [sideOf(entry.pieces, 'removed')];
  return 'before' in entry ? [entry.before.text] : [];
}

const textsOf = ({ entries }: Comparison, kind: 'added' | 'removed'): string[] =>
  entries
    .filter((entry) => entry.kind === kind)
    .map((entry) => lineOfEntry(entry).text)
    .sort();
