/**
 * The check character of ISO 7064 MOD 11-2 for a text of digits: `0`–`9` or `X`. It tells every
 * single wrong digit and every swap of two neighbours.
 */
export function mod11Check(digits: string): string {
  let sum = 0;
  for (const digit of digits) sum = ((sum + Number(digit)) * 2) % 11;
  const check = (12 - sum) % 11;
  return check === 10 ? 'X' : String(check);
}

/** The 31 characters of a unified social credit code: no I, O, S, V, Z. */
export const creditCodeCharacters = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** The check character of GB 32100-2015 (MOD 31, weights 3^i) for the first 17 characters. */
export function creditCodeCheck(body: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of body) {
    sum += creditCodeCharacters.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return creditCodeCharacters.charAt((31 - (sum % 31)) % 31);
}
