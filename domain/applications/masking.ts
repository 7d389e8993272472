/**
 * What is shown of personal data where it need not be read in full (个人信息保护法第六条: “限于实现处理目的的最小范围”).
 * Every function takes any text and shows less of it the shorter it is.
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

/** Never shows more than half of a text, and of the rest at least three stars. */
function keep(text: string, first: number, last: number): string {
  const characters = [...text];
  if (characters.length === 0) return '';
  const shown = first + last;
  const isShort = shown * 2 > characters.length + 3;
  const [head, tail] = isShort ? [Math.min(first, 1), 0] : [first, last];
  const hidden = characters.length - head - tail;
  return [
    ...characters.slice(0, head),
    '*'.repeat(Math.max(hidden, 2)),
    ...(tail > 0 ? characters.slice(-tail) : []),
  ].join('');
}
