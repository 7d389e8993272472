/**
 * The fee for processing information, kept in one place with its source so that a change of the
 * notice is a change of these numbers.
 *
 * 条例第四十二条: “行政机关依申请提供政府信息，不收取费用。但是，申请人申请公开政府信息的数量、频次明显超过合理范围的，行政机关可以收取信息处理费。”
 * 国办函〔2020〕109号《政府信息公开信息处理费管理办法》: by number or by pages, never both for one request, each
 * part at its own rate (超额累进).
 */

/** Yuan for the nth request of one applicant in a calendar month (n from 1). */
export function feeForRequest(n: number): number {
  assertCount(n);
  if (n <= 10) return 0;
  if (n <= 30) return 100;
  // “以10件为一档，每增加一档，收费标准提高100元/件”: 31–40 at 200, 41–50 at 300 …
  return 100 * (1 + Math.ceil((n - 30) / 10));
}

/** Yuan for all requests of one applicant in a calendar month, by number (按件计收). */
export function feeByNumber(requests: number): number {
  assertCount(requests);
  let sum = 0;
  for (let n = 1; n <= requests; n += 1) sum += feeForRequest(n);
  return sum;
}

/** Yuan as they are asked for, by the one basis or the other. */
export const feeOn = (basis: unknown, count: number): number =>
  basis === 'pages' ? feeByPages(count) : feeByNumber(count);

/** Yuan for the pages of one request (按量计收). */
export function feeByPages(pages: number): number {
  assertCount(pages);
  return pageBands.reduce(
    (sum, { after, upTo, yuan }) => sum + Math.max(Math.min(pages, upTo) - after, 0) * yuan,
    0,
  );
}

const pageBands = [
  { after: 30, upTo: 100, yuan: 10 },
  { after: 100, upTo: 200, yuan: 20 },
  { after: 200, upTo: Number.POSITIVE_INFINITY, yuan: 40 },
];

function assertCount(count: number): void {
  if (!Number.isInteger(count) || count < 0 || count > 1_000_000) {
    throw new RangeError(`Not a number of requests or pages: ${count}`);
  }
}
