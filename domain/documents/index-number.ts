/**
 * 索引号, under which a catalogue files a document: the agency's code, the year and a serial of
 * five digits, such as 000014349/2019-00007 (政府信息公开条例第十二条: 目录包括政府信息的索引、
 * 名称、内容概述、生成日期等内容).
 */
export type IndexNumber = { agency: string; year: number; serial: number };

/**
 * Reads an index number in its own form or as it stands in an address (000014349-2019-00007),
 * with full-width characters, spaces and any kind of dash.
 *
 * @returns undefined when the text is not an index number and nothing else.
 */
export function parseIndexNumber(text: string): IndexNumber | undefined {
  if (text.length > 60) return undefined;
  const plain = text
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]+/gu, '')
    .replace(/[‐‑‒–—―−]/gu, '-')
    .toUpperCase();
  const match = /^([0-9A-Z]{6,18})[/-](\d{4})-(\d{1,5})$/.exec(plain);
  if (!match) return undefined;
  const [agency, year, serial] = [match[1] as string, Number(match[2]), Number(match[3])];
  return year >= 1949 && year <= 2099 && serial > 0 ? { agency, year, serial } : undefined;
}

/** The stored and shown form: 000014349/2019-00007. */
export const formatIndexNumber = (number: IndexNumber): string =>
  `${number.agency}/${number.year}-${paddedSerial(number)}`;

/** The form that an address can carry: 000014349-2019-00007. */
export const indexNumberSlug = (number: IndexNumber): string =>
  `${number.agency}-${number.year}-${paddedSerial(number)}`.toLowerCase();

const paddedSerial = (number: IndexNumber): string => `${number.serial}`.padStart(5, '0');
