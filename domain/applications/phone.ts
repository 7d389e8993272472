import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/**
 * A phone number in the form an officer dials and reads: `13812345678`, `0795-2991000`,
 * `0795-2991000-8012` with an extension, `+85221234567` from abroad. Null when it is none.
 *
 * Also taken: numbers without area code (`2991000`) and the short numbers of services (12345,
 * 95588), which the library calls impossible and which organisations give as their own. Emergency
 * numbers are not.
 */
export function parsePhone(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    // A telephone's contacts copy a number between marks of the direction of writing, which nobody sees.
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Dash}/gu, '-')
    .trim();
  const [main = '', extension] = plain.split(/\s*(?:转|分机|ext\.?|#)\s*/i);
  if (extension !== undefined && !/^\d{1,6}$/.test(extension)) return null;
  if (shortNumber.test(main) && extension === undefined) return main;
  if (!/^[+(]?[\d\s()-]+$/.test(main)) return null;
  const dashed = /^(0\d{2,3}-\d{7,8})-(\d{1,6})$/.exec(main);
  const number = parsePhoneNumberFromString(dashed?.[1] ?? main, {
    defaultCountry: 'CN',
    extract: false,
  });
  if (!number?.isValid()) return null;
  const kept = number.country === 'CN' ? spellNational(number.formatNational()) : number.number;
  const digits = main.replace(/\D/g, '');
  const isKept =
    number.country !== 'CN' ||
    (national.test(kept) && isWritten(kept, digits)) ||
    (local.test(kept) && digits === kept);
  const suffix = extension ?? dashed?.[2];
  return isKept ? `${kept}${suffix ? `-${suffix}` : ''}` : null;
}

/** 10000–10099 carriers, 121xx–129xx services such as 12345, 95xxx and 96xxx companies. */
const shortNumber = /^(?:100\d{2}|12[1-9]\d{2}|9[56]\d{3,4})$/;

// The library's small table takes almost any length for a Chinese number.
/** Mobile; 400 and 800; 010 and 02x with eight digits; other area codes with seven or eight. */
const national = /^(?:1[3-9]\d{9}|[48]00\d{7}|0(?:10|2\d)-\d{8}|0[3-9]\d{2}-\d{7,8})$/;

/** A landline without its area code. */
const local = /^[2-8]\d{6,7}$/;

/**
 * Whether the 0 of an area code was written, or 86 in its place. The library puts one before anything: a number
 * of Hong Kong without its + would become one of a town that has none.
 */
const isWritten = (kept: string, digits: string): boolean =>
  !kept.startsWith('0') || /^(?:0|86)/.test(digits);

/** The library writes `0795 299 1000`; here the area code is parted by a dash and nothing else is. */
const spellNational = (text: string): string =>
  (text.startsWith('0') ? text.replace(' ', '-') : text).replaceAll(' ', '');
