/**
 * What is shown of personal data where it need not be read in full (个人信息保护法第六条: “限于实现处理目的的最小范围”).
 * Every function takes any text.
 */

/** The last four characters of a paper's number: enough to match it against the paper in hand. */
export const maskIdNumber = (text: string): string => keep(text, 0, 4);

/** A name with its first character: 王**. */
export const maskName = (text: string): string => keep(text, 1, 0);

/** A phone number as people are used to see it: 138****1234. */
export const maskPhone = (text: string): string => keep(text, 3, 4);

/** An address with its first six characters, about as far as the county. */
export const maskAddress = (text: string): string => keep(text, 6, 0);

/** An email address with the first character before the @ and the whole domain: w***@example.cn. */
export function maskEmail(text: string): string {
  const at = text.lastIndexOf('@');
  return at < 1 ? keep(text, 1, 0) : `${keep(text.slice(0, at), 1, 0)}${text.slice(at)}`;
}

/**
 * The first and last characters with stars for the rest. Where fewer than four would be hidden,
 * only one of the first is shown; a single character is hidden altogether.
 */
function keep(text: string, first: number, last: number): string {
  const characters = [...text];
  const length = characters.length;
  if (length === 0) return '';
  const isShort = length - first - last < 4;
  const head = isShort ? Math.min(first, 1, length - 1) : first;
  const tail = isShort ? 0 : last;
  const stars = '*'.repeat(Math.max(length - head - tail, 2));
  return `${characters.slice(0, head).join('')}${stars}${characters.slice(length - tail).join('')}`;
}
