/**
 * How many cases of one identity may be open at once before the internet form takes no more. A limit
 * of the portal against floods and no rule of law: the post, the counter and the telephone stay open
 * to the same person, and what is too much in the law’s sense is the office’s to say.
 *
 * 条例第三十五条: “申请人申请公开政府信息的数量、频次明显超过合理范围，行政机关可以要求申请人说明理由。”
 */
export const MOST_OPEN_CASES = 10;

export type FilingAnswer =
  | { ok: true }
  /** `open` of at most `most`: so many have to be answered or taken back before the next. */
  | { ok: false; open: number; most: number; toClose: number };

/**
 * Whether somebody may file one more case by the internet form.
 *
 * @param open how many cases of the same identity paper, or the same credit code, wait for an answer
 */
export function mayFile(open: number, most: number = MOST_OPEN_CASES): FilingAnswer {
  return open < most ? { ok: true } : { ok: false, open, most, toClose: open - most + 1 };
}
