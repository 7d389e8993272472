import type { Locale } from '@/i18n/routing';

/** What stands on the blank receipt where the two keys of an application come. */
export const BLANK = { receiptNumber: '〔receipt-number〕', queryCode: '〔query-code〕' } as const;

/** A change of the site drops it at once; else the frame is at most that old and one visit more. */
const KEPT_SECONDS = 300;

/**
 * The page of the receipt without its keys, as this portal serves it: made once for all and kept by Next,
 * where a page for each applicant would take longer to make than their application takes to be stored.
 *
 * @param again for who went back from the receipt into the form
 * @throws Error when the portal does not answer itself
 */
export async function blankReceipt(locale: Locale, again: boolean): Promise<string> {
  const path = `${pathOf(locale)}/blank/${again ? 'again' : 'first'}`;
  const page = await fetch(`${ownOrigin()}${path}`, {
    next: { revalidate: KEPT_SECONDS },
    signal: AbortSignal.timeout(10_000),
  });
  if (!page.ok) throw new Error(`the blank receipt answered ${page.status}`);
  // Links to the page itself, as that to the other language, are those of the receipt.
  const blank = joined(await page.text()).replaceAll(path.replace(/^\/en/, ''), pathOf('zh-CN'));
  if (!isWhole(blank)) throw new Error('the blank receipt lacks a place for its keys');
  return blank;
}

/** What Next sends for its script comes in pieces, cut wherever one was full: also within a place. */
export const joined = (page: string): string =>
  page.replaceAll('"])</script><script>self.__next_f.push([1,"', '');

/** Each place stands in the page and in what its script makes of the page. */
const isWhole = (page: string): boolean =>
  Object.values(BLANK).every((place) => page.split(place).length > 2);

/** @param keys letters, digits and hyphens, which mean the same in HTML as they are */
export function fillReceipt(blank: string, keys: Record<keyof typeof BLANK, string>): string {
  let page = blank;
  for (const key of ['receiptNumber', 'queryCode'] as const) {
    if (!/^[A-Z\d-]+$/.test(keys[key])) throw new Error(`no ${key}`);
    page = page.replaceAll(BLANK[key], keys[key]);
  }
  return page;
}

const pathOf = (locale: Locale): string => `${locale === 'en' ? '/en' : ''}/applications/receipt`;

/** Where Next itself reaches this server, whatever stands before it. */
const ownOrigin = (): string =>
  process.env.__NEXT_PRIVATE_ORIGIN ?? `http://localhost:${process.env.PORT ?? 3000}`;
