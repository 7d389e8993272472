import type { Page } from '@playwright/test';

type Visit = { address: string; from: string; faults: string[] };

/** As many pages as may be opened, and addresses asked for, before the crawl ends. */
const MOST_PAGES = 400;
const MOST_ANSWERS = 400;

/**
 * Follows every link of the portal, a page at a time. Addresses with a question (filters, pages of a
 * list, downloads) are only asked for: there are endlessly many, and all of a few kinds.
 * @param starts paths to begin with
 */
export async function crawl(page: Page, starts: string[]): Promise<Visit[]> {
  const visits: Visit[] = [];
  const known = new Map(starts.map((address) => [address, 'the start']));
  const pages = [...starts];
  const questions: string[] = [];
  let heard: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') heard.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => heard.push(`script: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 400) heard.push(`${response.status()} for ${response.url()}`);
  });

  for (
    let next = pages.shift();
    next !== undefined && visits.length < MOST_PAGES;
    next = pages.shift()
  ) {
    heard = [];
    const response = await page.goto(next);
    const { links, faults } = await readPage(page, response?.headers()['content-type'] ?? '');
    visits.push({ address: next, from: known.get(next) ?? '', faults: [...heard, ...faults] });
    for (const link of links) {
      if (known.has(link)) continue;
      known.set(link, next);
      (link.includes('?') ? questions : pages).push(link);
    }
  }
  for (const address of spread(questions, MOST_ANSWERS)) {
    const response = await page.request.get(address);
    const faults = response.status() < 400 ? [] : [`answers ${response.status()}`];
    visits.push({ address, from: known.get(address) ?? '', faults });
  }
  return visits;
}

/** Same-origin addresses to which a page leads, and what a whole page must not lack. */
async function readPage(page: Page, type: string): Promise<{ links: string[]; faults: string[] }> {
  if (!type.startsWith('text/html')) return { links: [], faults: [] };
  return page.evaluate(() => {
    const anchors = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')];
    const here = location.origin + location.pathname;
    const faults: string[] = [];
    if (document.title.trim() === '') faults.push('has no title');
    const headings = document.querySelectorAll('h1').length;
    if (headings !== 1) faults.push(`has ${headings} h1`);
    const links = new Set<string>();
    for (const { href, textContent } of anchors) {
      const url = new URL(href);
      if (url.origin !== location.origin) continue;
      const target = decodeURIComponent(url.hash.slice(1));
      if (target && url.origin + url.pathname === here && !document.getElementById(target)) {
        faults.push(`“${textContent?.trim()}” leads to #${target}, which is not on the page`);
      }
      if (!url.pathname.startsWith('/admin')) links.add(url.pathname + url.search);
    }
    return { links: [...links], faults };
  });
}

/** So many of a long list, taken from all over it. */
function spread<T>(all: readonly T[], most: number): T[] {
  const step = Math.max(1, all.length / most);
  return Array.from(
    { length: Math.min(all.length, most) },
    (_, i) => all[Math.floor(i * step)],
  ).filter((one): one is T => one !== undefined);
}
