/** 31 characters that are not taken for one another: no 0 and O, no 1, I and L. */
export const queryCodeCharacters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

const length = 8;

/**
 * A code of 8 characters with which an applicant opens their case: about 40 bits, to be kept only
 * as a hash and guarded against guessing by a limit on tries.
 *
 * @param randomBytes a cryptographic source that gives so many bytes
 */
export function newQueryCode(randomBytes: (count: number) => Uint8Array): string {
  let code = '';
  while (code.length < length) {
    for (const byte of randomBytes(length * 2)) {
      // Bytes beyond the last whole round would make the first characters likelier.
      if (byte < fairLimit && code.length < length) {
        code += queryCodeCharacters.charAt(byte % queryCodeCharacters.length);
      }
    }
  }
  return code;
}

/**
 * The code as it was issued, out of what somebody typed: small letters, full-width characters,
 * spaces, dashes and marks that nobody sees are read. Null when it can't be a code.
 */
export function parseQueryCode(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Dash}\p{Cf}]+/gu, '');
  const isSpelt = [...plain].every((character) => queryCodeCharacters.includes(character));
  return plain.length === length && isSpelt ? plain : null;
}

/** The code in two groups of four, easier to read and to copy down. */
export const formatQueryCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;

const fairLimit = 256 - (256 % queryCodeCharacters.length);
