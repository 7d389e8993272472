import { isSealedAs, keyedHash } from '@/fields/sealed/seal';
import type { Letter } from '@/payload-types';

/**
 * By which keyed hashes a letter is found. Under the names that applications have: a letter and an
 * application of one person are found together.
 */
export const letterHashes = [
  { key: 'phoneHash', field: 'phone', normalise: (text: string) => text },
  { key: 'emailHash', field: 'email', normalise: (text: string) => text.toLowerCase() },
] as const;

/** The hashes of what is filed; none of what came sealed. */
export const hashesOf = (given: Pick<Letter, 'phone' | 'email'>): Partial<Letter> =>
  Object.fromEntries(
    letterHashes.map(({ key, field, normalise }) => {
      const value = given[field];
      const isPlain = value && !isSealedAs(value, field);
      return [key, isPlain ? keyedHash(normalise(value), key) : null];
    }),
  );
