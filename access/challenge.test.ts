import { randomBytes } from 'node:crypto';
import { solveChallenge, type Challenge, type Solution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { challengeFor, isSolved } from './challenge';

const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64');

describe('the challenge of a draft', () => {
  let challenge: Challenge;
  let solution: Solution;
  beforeAll(async () => {
    process.env.SEAL_KEY = randomBytes(32).toString('base64');
    challenge = await challengeFor('a draft');
    const solved = await solveChallenge({ challenge, deriveKey });
    if (!solved) throw new Error('not solved');
    solution = solved;
  });

  it('is solved by computing, for that draft alone', async () => {
    const sent = base64({ challenge, solution });
    expect(await isSolved(sent, 'another draft')).toBe(false);
    expect(await isSolved(sent, 'a draft')).toBe(true);
  });

  it('counts once, however it is spelt, and also when it is sent many times at one moment', async () => {
    const again = await challengeFor('a draft');
    const solved = await solveChallenge({ challenge: again, deriveKey });
    const upper = { ...again.parameters, nonce: again.parameters.nonce.toUpperCase() };
    const spellings = [
      { challenge: again, solution: solved },
      { solution: { ...solved, took: 1 }, challenge: again },
      { challenge: { ...again, note: 'x' }, solution: solved },
      { challenge: { ...again, parameters: upper }, solution: solved },
    ];
    const answers = await Promise.all(spellings.map((each) => isSolved(base64(each), 'a draft')));
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect(await isSolved(base64(spellings[0]), 'a draft')).toBe(false);
  });

  it('can’t be made easier, or later, or somebody else’s', async () => {
    const { parameters } = challenge;
    for (const change of [
      { cost: 1 },
      { expiresAt: Number(parameters.expiresAt) + 9999 },
      { keyPrefix: '00' },
    ]) {
      const changed = { ...challenge, parameters: { ...parameters, ...change } };
      expect(await isSolved(base64({ challenge: changed, solution }), 'a draft')).toBe(false);
    }
  });

  it('is over after half an hour', async () => {
    vi.useFakeTimers({ now: Date.now() + 31 * 60_000 });
    expect(await isSolved(base64({ challenge, solution }), 'a draft')).toBe(false);
    vi.useRealTimers();
  });

  it.each([
    undefined,
    null,
    '',
    'nonsense',
    base64(null),
    base64({}),
    base64({ challenge: {} }),
    base64({ challenge: { parameters: null }, solution: {} }),
    'A'.repeat(20_000),
  ])('is not solved by what is no solution: %#', async (sent) => {
    expect(await isSolved(sent, 'a draft')).toBe(false);
  });

  it('is not solved by a solution that somebody made up', async () => {
    const made = { counter: 1, derivedKey: parametersKey(challenge) };
    expect(await isSolved(base64({ challenge, solution: made }), 'a draft')).toBe(false);
    expect(await isSolved(base64({ challenge, solution: { counter: '1' } }), 'a draft')).toBe(
      false,
    );
  });
});

const parametersKey = ({ parameters }: Challenge) => parameters.keyPrefix.padEnd(64, '0');
