import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NEEDS, SIZES, TRADES } from './codes';
import { byNearness, fit, QUESTIONS, type Answers, type Fits } from './fit';

describe('whether a policy fits a business', () => {
  const loan: Fits = { trades: [], sizes: ['self-employed', 'micro'], needs: ['loan', 'start'] };

  it('says of each question why', () => {
    expect(fit(loan, { trade: 'catering', size: 'micro', need: 'loan' })).toEqual({
      fits: true,
      reasons: { trade: 'anybody', size: 'matches', need: 'matches' },
      matches: 2,
    });
    expect(fit(loan, { size: 'micro' })).toMatchObject({
      fits: true,
      reasons: { need: 'not-asked' },
    });
  });

  it('names the one answer that stands in the way', () => {
    expect(fit(loan, { size: 'large', need: 'loan' })).toMatchObject({
      fits: false,
      nearlyBut: 'size',
    });
    const two = fit(loan, { size: 'large', need: 'tax' });
    expect(two.fits).toBe(false);
    expect(two.nearlyBut).toBeUndefined();
  });

  it('fits anybody where nothing restricts it, also where nothing is stored', () => {
    expect(fit(null, { trade: 'farming', size: 'large', need: 'tax' }).fits).toBe(true);
  });

  it('puts another trade or size before another need, and more matches first', () => {
    const answers: Answers = { trade: 'farming', size: 'micro', need: 'loan' };
    const otherNeed = fit({ trades: ['farming'], sizes: ['micro'], needs: ['tax'] }, answers);
    const otherSize = fit({ sizes: ['large'], needs: ['loan'] }, answers);
    const otherTrade = fit({ trades: ['retail'], sizes: ['micro'], needs: ['loan'] }, answers);
    expect([otherNeed, otherSize, otherTrade].sort(byNearness)).toEqual([
      otherTrade,
      otherSize,
      otherNeed,
    ]);
  });
});

const codes = <T extends string>(entries: readonly { code: T }[]) =>
  fc.constantFrom(...entries.map(({ code }) => code));
const some = <T>(one: fc.Arbitrary<T>) => fc.option(fc.array(one, { maxLength: 4 }));
const anyFits = fc.record({
  trades: some(codes(TRADES)),
  sizes: some(codes(SIZES)),
  needs: some(codes(NEEDS)),
});
const anyAnswers = fc.record(
  { trade: codes(TRADES), size: codes(SIZES), need: codes(NEEDS) },
  { requiredKeys: [] },
);

describe('any policy and any answers', () => {
  it('fit, nearly fit or do not, and never two of these', () => {
    fc.assert(
      fc.property(anyFits, anyAnswers, (fits, answers) => {
        const found = fit(fits, answers);
        const differing = QUESTIONS.filter((question) => found.reasons[question] === 'differs');
        expect(found.fits).toBe(differing.length === 0);
        expect(found.nearlyBut).toBe(differing.length === 1 ? differing[0] : undefined);
      }),
    );
  });

  it('lose no fit when an answer is left out', () => {
    fc.assert(
      fc.property(anyFits, anyAnswers, fc.constantFrom(...QUESTIONS), (fits, answers, question) => {
        if (!fit(fits, answers).fits) return;
        const { [question]: _, ...fewer } = answers;
        expect(fit(fits, fewer).fits).toBe(true);
      }),
    );
  });
});
