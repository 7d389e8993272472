import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDocumentNumber } from '../domain/documents/number';
import { readSynonymLine, readSynonyms } from './dictionary/read';
import { Lexicon } from './lexicon';
import { wholeNumber } from './number-keys';
import { MAX_QUERY_LENGTH, numberKeys, parseQuery, type Term } from './query';
import { Words } from './words';

const words = new Words();
const lexicon = new Lexicon(words);

const cases = (name: string): [typed: string, read: string][] =>
  readFileSync(new URL(`./cases/${name}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => line.split(' => ') as [string, string]);

describe('what people type', () => {
  it.each(cases('questions.txt'))('%s is read as %s', (typed, read) => {
    const terms = asked(typed);
    const wanted = read.split(' ; ');
    expect(terms.map(asWritten)).toEqual(wanted.map((one) => one.split('=')[0]));
    for (const [at, one] of wanted.entries()) {
      const form = one.split('=')[1];
      if (form) expect(terms[at]?.also.map(({ text }) => text)).toContain(form);
    }
  });

  it.each(cases('subjects.txt'))('%s is likely about %s', (typed, names) => {
    const subjects = parseQuery(typed, { lexicon }).terms.filter(isSubject);
    expect(subjects[0]?.text ?? '无').toBe(names);
  });

  it.each(cases('numbers.txt'))('%s names the number %s', (typed, number) => {
    const { numberKeys: keys } = parseQuery(typed, { lexicon });
    if (number === '无') expect(keys).toEqual([]);
    else expect(keys.some((key) => numberKeys(number).includes(key))).toBe(true);
  });

  it.each(cases('whole-numbers.txt'))('%s is, and no more, the number %s', (typed, number) => {
    const whole = wholeNumber(parseQuery(typed, { lexicon }).text);
    expect(whole ? formatDocumentNumber(whole) : '无').toBe(number);
  });

  it.each(cases('articles.txt'))('%s asks for the article %s', (typed, article) => {
    const asked = parseQuery(typed, { lexicon }).article;
    const year = asked?.year ? ` ${asked.year}` : '';
    const read = asked && `${asked.titles[0]} ${asked.label} ${asked.anchors[0]}${year}`;
    expect(read ?? '无').toBe(article);
  });

  it('keeps the name as typed beside the full name of a law', () => {
    expect(parseQuery('合同法第52条', { lexicon }).article?.titles).toEqual(['民法典', '合同法']);
  });

  it("holds the office's own synonyms too, one way or both", () => {
    const synonyms = [
      { words: ['惠民卡', '市民一卡通'] },
      { words: ['大厅', '办事中心'], isOneWay: true },
    ];
    const also = (typed: string) =>
      parseQuery(typed, { lexicon, synonyms }).terms.flatMap((term) =>
        term.also.map(({ text }) => text),
      );
    expect(also('惠民卡')).toEqual(['市民一卡通']);
    expect(also('市民一卡通')).toEqual(['惠民卡']);
    expect(also('大厅')).toEqual(['办事中心']);
    expect(also('办事中心')).toEqual([]);
  });
});

describe('any text', () => {
  const sign = fc.constantFrom(
    ...[
      '"',
      '-',
      '*',
      ':',
      '(',
      ')',
      ' OR ',
      ' NEAR(',
      'title:',
      '机构：',
      '第',
      '条',
      '号',
      '〔2019〕',
    ],
    ...['5', '一', '国发', '令', '劳动法', '勞', '怎么', '\0', '\ud800', '\udfff', '\u202e', '　'],
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 10_000 }),
    fc
      .array(fc.oneof(sign, fc.string({ unit: 'grapheme' })), { maxLength: 400 })
      .map((all) => all.join('')),
    fc
      .tuple(sign, fc.integer({ min: 1, max: 10_000 }))
      .map(([one, times]) => one.repeat(times).slice(0, 10_000)),
  );

  it.each([
    '停',
    '停车管理办法（试行）',
    '第二章',
    '劳动法中',
    '国务院令',
    '国发2019',
    '33',
    '条',
    '第',
  ])(
    'is read at once where many blanks follow %s',
    (typed) => {
      const [one, ...others] = [' ', '　', '\t', ' 　'].map((blank) =>
        parseQuery(`${typed}${blank.repeat(285).slice(0, 285)}x第三条`, { lexicon }),
      );
      for (const other of others) expect(other).toEqual(one);
    },
    // Read in more than one way, it would take much longer.
    2_000,
  );

  it('is read without an error, and into no more than was read of it', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const query = parseQuery(typed, { lexicon });
        const { terms, phrases, excludedTerms, excludedPhrases } = query;
        const all = [
          ...terms.map((term) => term.text),
          ...phrases,
          ...excludedTerms,
          ...excludedPhrases,
        ];
        for (const one of all) expect(one).toMatch(/[\p{L}\p{N}]/u);
        // The work that others have with a question is bounded by its length.
        expect(all.join('').length).toBeLessThanOrEqual(MAX_QUERY_LENGTH);
        expect(Math.max(0, ...terms.map((term) => term.also.length))).toBeLessThanOrEqual(10);
        expect(query.numberKeys.length).toBeLessThanOrEqual(20);
        expect(query.text.isWellFormed?.() ?? true).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the lines of synonyms', () => {
  it('are read as both ways, one way or not needed', () => {
    expect(readSynonymLine('a = b c')).toEqual({
      how: 'equal',
      from: ['a', 'b c'],
      to: ['a', 'b c'],
      weight: 0.9,
    });
    expect(readSynonymLine('a | b > c d | e @0.5')).toEqual({
      how: 'also', from: ['a', 'b'], to: ['c d', 'e'], weight: 0.5,
    }); // prettier-ignore
    expect(readSynonymLine('a ~ b')).toMatchObject({ how: 'weak', from: ['a'], to: ['b'] });
  });

  it.each(['a >', '> b', ''])('are refused when they are none: %j', (line) => {
    expect(() => readSynonymLine(line)).toThrow('not a line of synonyms');
  });

  it('begin and end where words do, so that each can be found in a question', () => {
    const { lines, shortNames } = readSynonyms();
    const all = [...lines.flatMap(({ from }) => from), ...shortNames.keys()];
    const lost = all.filter((one) => {
      const terms = asked(one);
      return terms.length !== 1 || terms[0]?.text !== words.cut(one).join('');
    });
    expect(lost).toEqual([]);
  });
});

/** Without the names of laws to which the words lead. */
const asked = (typed: string): Term[] =>
  parseQuery(typed, { lexicon }).terms.filter((term) => !isSubject(term));

const isSubject = (term: Term): boolean => term.in === 'title' && Boolean(term.isWeak);

const asWritten = ({ text, isWeak, in: field }: Term): string =>
  `${isWeak ? '~' : ''}${field ? `${field}:` : ''}${text}`;
