/**
 * A site map for search engines (sitemaps.org): files of at most 50,000 addresses and 50 MB, and an
 * index of them. Texts are escaped; addresses are whole ones.
 */
export type MapEntry = {
  /** In Chinese, and in English. */
  address: string;
  english: string;
  /** ISO. */
  changed?: string | null;
};

export const MOST_ADDRESSES = 50_000;

export const mapHead =
  '<?xml version="1.0" encoding="UTF-8"?>\n' +
  '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n';

export const mapFoot = '</urlset>\n';

export function mapLine({ address, english, changed }: MapEntry): string {
  const link = (lang: string, href: string) =>
    `<xhtml:link rel="alternate" hreflang="${lang}" href="${escaped(href)}"/>`;
  return `<url><loc>${escaped(address)}</loc>${modified(changed)}${link('zh-CN', address)}${link('en', english)}</url>\n`;
}

export const mapIndex = (files: readonly { address: string; changed?: string | null }[]): string =>
  '<?xml version="1.0" encoding="UTF-8"?>\n' +
  '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n' +
  files
    .map(
      ({ address, changed }) =>
        `<sitemap><loc>${escaped(address)}</loc>${modified(changed)}</sitemap>\n`,
    )
    .join('') +
  '</sitemapindex>\n';

/** In how many files so many addresses stand; none has no file. */
export const filesFor = (count: number): number => Math.ceil(count / MOST_ADDRESSES);

const modified = (changed: string | null | undefined): string =>
  changed ? `<lastmod>${escaped(changed)}</lastmod>` : '';

const escaped = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&apos;');
