import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';

type Row = { what: string; address: string; words: string };

/** The rows of docs/compliance.md: what is prescribed, where it is seen, words that stand there. */
function rowsOf(text: string): Row[] {
  return text.split('\n').flatMap((line) => {
    const [, what, , address, words] = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
    if (!what || !address || !words || !/^`\/.*`$/.test(address)) return [];
    return [{ what, address: plain(address), words: plain(words) }];
  });
}

const plain = (cell: string): string => cell.replace(/^`|`$/g, '').replace(/\\(.)/g, '$1');

/** As a reader sees it, for words that mark-up parts. */
const textOf = (html: string): string =>
  html
    .replace(/<!--.*?-->/gs, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&#x27;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');

test('each prescribed part is seen where docs/compliance.md says', async ({ request }) => {
  test.setTimeout(180_000);
  const rows = rowsOf(readFileSync('docs/compliance.md', 'utf8'));
  expect(rows.length).toBeGreaterThan(150);
  const missing: string[] = [];
  for (const [address, ofPage] of byPage(rows)) {
    const response = await request.get(address);
    const html = await response.text();
    const text = textOf(html);
    for (const { what, words } of ofPage) {
      if (!response.ok()) missing.push(`${what}: ${address} answers ${response.status()}`);
      else if (!html.includes(words) && !text.includes(words)) {
        missing.push(`${what}: ${address} lacks “${words}”`);
      }
    }
  }
  expect(missing).toEqual([]);
});

/** One request a page, however many rows it has. */
function byPage(rows: readonly Row[]): Map<string, Row[]> {
  const pages = new Map<string, Row[]>();
  for (const row of rows) pages.set(row.address, [...(pages.get(row.address) ?? []), row]);
  return pages;
}
