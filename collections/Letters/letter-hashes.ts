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

export const hashesIn = ({ phoneHash, emailHash }: Letter): Partial<Letter> => ({
  phoneHash,
  emailHash,
});

/** The hashes after a save: what it carries back masked, as it was read, changes none. */
export const hashesAfter = (next: Partial<Letter>, before: Letter): Partial<Letter> =>
  Object.fromEntries(
    letterHashes.map(({ key, field, normalise }) => {
      const value = next[field];
      const isKept = value === undefined || value === before[field] || isSealedAs(value, field);
      return [key, isKept ? before[key] : value ? keyedHash(normalise(value), key) : null];
    }),
  );
