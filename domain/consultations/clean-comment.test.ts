import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine, cleanText, commentProblem, MOST_COMMENT_CHARACTERS } from './clean-comment';

describe('the text of a comment', () => {
  it('keeps mark-up as the signs that it is', () => {
    const text = '<script>alert(1)</script> 1 < 2';
    expect(cleanText(text)).toEqual({ text, hidden: 0 });
  });

  it('loses what turns words round or is not seen, and says how many signs', () => {
    expect(cleanText('支\u200b持\u202e案草\u202c\u0007')).toEqual({ text: '支持案草', hidden: 4 });
    expect(cleanText('a\u200db')).toEqual({ text: 'ab', hidden: 1 });
  });

  it('keeps the joiner inside a picture of several', () => {
    expect(cleanText('👨‍👩‍👧 支持').text).toBe('👨‍👩‍👧 支持');
    expect(cleanText('👩🏽‍🏫').hidden).toBe(0);
  });

  it('has lines of one newline each, and no heap of empty ones', () => {
    expect(cleanText(' 一\r\n\r\n\r\n\r\n二 \u2028三').text).toBe('一\n\n二\n三');
    expect(cleanLine(' 张\n某 ')).toBe('张 某');
  });

  it('is refused with its length beyond the limit, however long', () => {
    const most = MOST_COMMENT_CHARACTERS;
    expect(commentProblem('字'.repeat(most))).toBeNull();
    expect(commentProblem('𠮷'.repeat(most))).toBeNull();
    expect(commentProblem('字'.repeat(most + 1))).toEqual({
      code: 'tooLong',
      length: most + 1,
      most,
    });
    expect(commentProblem('字'.repeat(50_000))).toEqual({ code: 'tooLong', length: 50_000, most });
  });

  it('is refused when it says nothing', () => {
    for (const nothing of ['', '  \n', '……', '\u200b\u202e', '👍'])
      expect(commentProblem(nothing)).toEqual({ code: 'empty' });
  });

  it('is the same when it is cleaned twice, holds nothing hidden, and never throws', () => {
    const HIDDEN = /[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\0\u0007]/u;
    const odd = fc.oneof(
      fc.array(fc.nat(0xffff), { maxLength: 60 }).map((units) => String.fromCharCode(...units)),
      fc.string({ maxLength: 60 }),
      fc
        .array(fc.constantFrom('\u202e', '\u200d', '👩', 'é', 'e\u0301', '\ud800', '\n', ' ', '字'))
        .map((signs) => signs.join('')),
    );
    fc.assert(
      fc.property(odd, (text) => {
        const once = cleanText(text).text;
        expect(cleanText(once)).toEqual({ text: once, hidden: 0 });
        expect(once).not.toMatch(HIDDEN);
        commentProblem(text);
      }),
      { numRuns: 100 },
    );
  });
});
