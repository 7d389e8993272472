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
  const suffix = extension ?? dashed?.[2];
  return `${spell(number)}${suffix ? `-${suffix}` : ''}`;
}

type PhoneNumber = NonNullable<ReturnType<typeof parsePhoneNumberFromString>>;

/** 10000–10099 carriers, 121xx–129xx services such as 12345, 95xxx and 96xxx companies. */
const shortNumber = /^(?:100\d{2}|12[1-9]\d{2}|9[56]\d{3,4})$/;

function spell(number: PhoneNumber): string {
  if (number.country !== 'CN') return number.number;
  const national = number.formatNational();
  return national.startsWith('0')
    ? national.replace(' ', '-').replaceAll(' ', '')
    : national.replaceAll(' ', '');
}
