import { isDay, type Day } from '../workdays/days';
import type { IdType } from './applicants';
import { creditCodeCharacters, creditCodeCheck, mod11Check } from './check-digits';

export type IdCardProblem =
  'idCardLength' | 'idCardCharacters' | 'idCardRegion' | 'idCardBirthDate' | 'idCardCheck';

export type CreditCodeProblem = 'creditCodeLength' | 'creditCodeCharacters' | 'creditCodeCheck';

export type DocumentProblem =
  IdCardProblem | 'passportFormat' | 'hkMacaoPermitFormat' | 'taiwanPermitFormat';

/** A paper's number as it is compared and stored: half-width capitals without spaces and marks that nobody sees. */
export const normaliseIdNumber = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]+/gu, '')
    .toUpperCase();

/**
 * What is wrong with a number of a paper of the given kind, or null. Expects the text as
 * `normaliseIdNumber` gives it.
 *
 * @param today with it, an identity card's birth date may not lie in the future
 */
export function problemOfDocument(type: IdType, text: string, today?: Day): DocumentProblem | null {
  switch (type) {
    case 'id-card':
      return problemOfIdCard(text, today);
    case 'passport':
      return /^(?=.*\d)[A-Z0-9]{5,15}$/.test(text) ? null : 'passportFormat';
    case 'hk-macao-permit':
      // H or M and eight digits; ten on the older booklets, with the number of renewals.
      return /^[HM]\d{8}(?:\d{2})?$/.test(text) ? null : 'hkMacaoPermitFormat';
    case 'taiwan-permit':
      // Eight digits; ten and a letter in brackets on the older booklets.
      return /^(?:\d{8}|\d{10}(?:[A-Z]|\([A-Z]\))?)$/.test(text) ? null : 'taiwanPermitFormat';
  }
}

/**
 * What is wrong with a citizen identity number (GB 11643: region, birth date, serial, check
 * character by ISO 7064 MOD 11-2), or null. The 15-digit numbers of the first cards are no longer
 * valid. Residence permits for Hong Kong, Macao and Taiwan residents (81–83) and for foreigners
 * (9) are built the same way.
 */
export function problemOfIdCard(text: string, today?: Day): IdCardProblem | null {
  if (text.length !== 18) return 'idCardLength';
  if (!/^\d{17}[\dX]$/.test(text)) return 'idCardCharacters';
  if (!regions.test(text)) return 'idCardRegion';
  const birth = text.replace(/^\d{6}(\d{4})(\d{2})(\d{2}).*$/, '$1-$2-$3');
  const isPlausible = isDay(birth) && birth >= '1880-01-01' && !(today && birth > today);
  if (!isPlausible) return 'idCardBirthDate';
  return mod11Check(text.slice(0, 17)) === text[17] ? null : 'idCardCheck';
}

/** What is wrong with a unified social credit code (GB 32100-2015), or null. */
export function problemOfCreditCode(text: string): CreditCodeProblem | null {
  if (text.length !== 18) return 'creditCodeLength';
  const isSpelt = [...text].every((character) => creditCodeCharacters.includes(character));
  if (!isSpelt) return 'creditCodeCharacters';
  return creditCodeCheck(text.slice(0, 17)) === text[17] ? null : 'creditCodeCheck';
}

const regions = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9\d)/;
