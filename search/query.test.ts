import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_QUERY_LENGTH, numberKeys, parseQuery } from './query';

const read = (typed: string) => {
  const { terms, phrases, excludedTerms, excludedPhrases } = parseQuery(typed);
  return { terms: terms.map(({ text }) => text), phrases, excludedTerms, excludedPhrases };
};
const nothing = { terms: [], phrases: [], excludedTerms: [], excludedPhrases: [] };

describe('reading a question', () => {
  it('parts words at blanks of any width', () => {
    expect(read(' 营商环境　企业\t开办 ')).toEqual({
      ...nothing,
      terms: ['营商环境', '企业', '开办'],
    });
  });

  it.each(['"纸质 发票"', '“纸质 发票”', '「纸质 发票」', '＂纸质 发票＂'])(
    'reads %s as one phrase',
    (typed) => {
      expect(read(typed)).toEqual({ ...nothing, phrases: ['纸质 发票'] });
    },
  );

  it('reads a minus before a word or a phrase as leaving it out', () => {
    expect(read('发票 -电子 －"增值 税"')).toEqual({
      ...nothing,
      terms: ['发票'],
      excludedTerms: ['电子'],
      excludedPhrases: ['增值 税'],
    });
  });

  it('reads a minus inside a word and a dash before one as signs', () => {
    expect(read('2019-05 互联网-监管').terms).toEqual(['2019-05', '互联网-监管']);
    expect(read('通知 ——以某县为例').excludedTerms).toEqual([]);
  });

  it('reads an unclosed quotation mark as if it were not there', () => {
    expect(read('"营商环境')).toEqual({ ...nothing, terms: ['营商环境'] });
  });

  it('folds width and case', () => {
    expect(read('ＡＢＣ１２').terms).toEqual(['abc12']);
  });

  it('reads the operators of the full-text language as words', () => {
    expect(read('a AND b OR NOT c NEAR(d e) body:x ^y z*').terms).toEqual([
      'a', 'and', 'b', 'or', 'not', 'c', 'near(d', 'e)', 'body:x', '^y', 'z*',
    ]); // prettier-ignore
  });

  it('has nothing to find in signs alone', () => {
    expect(read('？！ - "" -"" ()')).toEqual(nothing);
  });

  it('cuts what is longer than it searches, and says so', () => {
    const query = parseQuery('长'.repeat(10_000));
    expect(query.text.length).toBe(MAX_QUERY_LENGTH);
    expect(query.isCut).toBe(true);
    expect(parseQuery('短').isCut).toBe(false);
    expect(parseQuery(`${'长'.repeat(MAX_QUERY_LENGTH - 1)}𠮷`).text.isWellFormed?.() ?? true).toBe(
      true,
    );
  });

  it('reads any text without an error', () => {
    const fragment = fc.constantFrom(
      '"',
      '-',
      '*',
      ':',
      '(',
      ')',
      ' AND ',
      ' NEAR/2 ',
      '“',
      '\0',
      '\ud800',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12_000 }),
      fc.array(fc.oneof(fragment, fc.string({ unit: 'grapheme' }))).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const query = parseQuery(typed);
        const all = [
          ...query.terms.map((term) => term.text),
          ...query.phrases,
          ...query.excludedTerms,
          ...query.excludedPhrases,
        ];
        for (const part of all) expect(part).toMatch(/[\p{L}\p{N}]/u);
        expect(query.text).not.toMatch(
          /[\0"]|[\ud800-\udfff](?![\udc00-\udfff])(?<![\ud800-\udbff][\udc00-\udfff])/,
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('document numbers in a question', () => {
  const key = numberKeys('国办发〔2018〕108号')[0];

  it.each([
    '国办发〔2018〕108号', '国办发[2018]108号', '国办发（2018）108号', '国办发【2018】108',
    '国办发２０１８ １０８', '国办发 2018 108', '国办发2018年第108号', '"国办发〔2018〕108号"',
    '关于营商环境的通知 国办发〔2018〕108号', '国办发〔2018〕108号 营商环境',
  ])('%s is the same number', (typed) => {
    expect(parseQuery(typed).numberKeys).toContain(key);
  }); // prettier-ignore

  it.each(['2018年11月', '营商环境', '108号', '2018 108', '第三十三条', '国发 19 5'])(
    '%s is none',
    (typed) => {
      expect(parseQuery(typed).numberKeys).toEqual([]);
    },
  );

  it.each([
    '-国办发〔2018〕108号',
    '营商环境 －国办发〔2018〕108号',
    '营商环境 -"国办发〔2018〕108号"',
  ])('%s leaves it out and asks for none', (typed) => {
    const { numberKeys: keys, excludedTerms, excludedPhrases } = parseQuery(typed);
    expect(keys).toEqual([]);
    expect([...excludedTerms, ...excludedPhrases]).toEqual(['国办发〔2018〕108号']);
  });

  it('finds an order with and without its issuer', () => {
    const keys = numberKeys('国务院令第711号');
    expect(keys).toContain(parseQuery('国令第711号').numberKeys[0]);
    expect(keys).toContain(parseQuery('令第711号').numberKeys[0]);
    expect(keys).toContain(parseQuery('国务院令711').numberKeys[0]);
  });

  it('has no key for a text that is no number', () => {
    expect(numberKeys('')).toEqual([]);
    expect(numberKeys('内部资料')).toEqual([]);
  });
});
