/**
 * The same for applications that ask for the same information: its number where one is given, else
 * its title, without spaces, punctuation and differences of width or case. Empty where nothing is left.
 *
 * 条例第四十四条: “多个申请人就相同政府信息向同一行政机关提出公开申请，且该政府信息属于可以公开的，行政机关可以纳入主动公开的范围。”
 */
export const requestKey = (title: string, number: string): string => plain(number) || plain(title);

/** From how many applicants on the same information is worth publishing. The Regulation says “多个”; the number is ours. */
const MANY = 3;

/** Whether so many different applicants ask for the same information that it should be published (§44). */
export const isWorthPublishing = (applicants: number): boolean => applicants >= MANY;

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .slice(0, 200);
