import { describe, expect, it } from 'vitest';
import { countedTotal } from './counted-total';

const answer = {
  total: 3,
  isRelaxed: false,
  answeredFor: null,
  missingNumber: null,
  direct: null,
};

describe('what a question is counted with', () => {
  it('is what was found for it', () => {
    expect(countedTotal(answer)).toBe(3);
  });

  it('is nothing where some of the words, another text or a mention was found', () => {
    expect(countedTotal({ ...answer, isRelaxed: true })).toBe(0);
    expect(countedTotal({ ...answer, answeredFor: '停车' })).toBe(0);
    expect(countedTotal({ ...answer, missingNumber: '国发〔2019〕5号' })).toBe(0);
  });

  it('is what was found where an article was answered, though no text writes it in digits', () => {
    expect(countedTotal({ ...answer, isRelaxed: true, direct: { why: 'article' } })).toBe(3);
  });

  it('is nothing where the article of another text than typed was answered', () => {
    expect(countedTotal({ ...answer, answeredFor: '劳动法第3条', direct: {} })).toBe(0);
  });
});
