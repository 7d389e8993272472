import type { APIResponse, Page } from '@playwright/test';

type Visit = { address: string; from: string; faults: string[] };

/** As many addresses as are asked for before the crawl ends, and of them so many with a question. */
const MOST_ADDRESSES = 600;
const MOST_QUESTIONS = 100;
/** So many pages of every kind are opened in the browser, where scripts run and styles load. */
const OPENED_OF_A_KIND = 4;

/**
 * Asks for every address to which the portal leads. Addresses with a question (filters, pages of a
 * list) and files are endless and of few kinds: a hundred from all over stand for the others.
 * @param starts paths to begin with
 */
export async function crawl(page: Page, starts: string[]): Promise<Visit[]> {
  const visits: Visit[] = [];
  const known = new Map(starts.map((address) => [address, 'the start']));
  const plain = [...starts];
  const questions: string[] = [];
  const openedOf = new Map<string, number>();
  const heard = listen(page);

  for (let next = plain.shift(); next !== undefined; next = plain.shift()) {
    if (visits.length >= MOST_ADDRESSES) break;
    const kind = kindOf(next);
    const opened = openedOf.get(kind) ?? 0;
    const isOpened = opened < OPENED_OF_A_KIND;
    if (isOpened) openedOf.set(kind, opened + 1);
    heard.length = 0;
    const response = await page.request.get(next);
    // A file is asked for, not opened: the browser would take it for a download.
    if (isOpened && isPage(response)) await page.goto(next);
    const { links, faults } = await read(page, response);
    visits.push({ address: next, from: known.get(next) ?? '', faults: [...heard, ...faults] });
    for (const link of links) {
      if (known.has(link)) continue;
      known.set(link, next);
      (isOneOfMany(link) ? questions : plain).push(link);
    }
  }
  for (const address of spread(questions, MOST_QUESTIONS)) {
    const { faults } = await read(page, await page.request.get(address));
    visits.push({ address, from: known.get(address) ?? '', faults });
  }
  return visits;
}

/** What a browser complains of while it opens a page. */
function listen(page: Page): string[] {
  const heard: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') heard.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => heard.push(`script: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 400) heard.push(`${response.status()} for ${response.url()}`);
  });
  return heard;
}

/** Filters, pages of a list, lists as files, feeds. */
const isOneOfMany = (address: string): boolean => /\?|\.[a-z]+$/.test(address);

/** /en/documents/some-title → /en/documents/: pages of one kind are made by one template. */
const kindOf = (address: string): string => address.replace(/[^/]+$/, '');

const isPage = (response: APIResponse): boolean =>
  (response.headers()['content-type'] ?? '').startsWith('text/html');

/** Same-origin addresses to which a page leads, and what a whole page must not lack. */
async function read(
  page: Page,
  response: APIResponse,
): Promise<{ links: string[]; faults: string[] }> {
  if (response.status() >= 400) return { links: [], faults: [`answers ${response.status()}`] };
  if (!isPage(response)) return { links: [], faults: [] };
  return page.evaluate(
    ({ html, address }) => {
      const { title, body } = new DOMParser().parseFromString(html, 'text/html');
      const faults: string[] = [];
      if (title.trim() === '') faults.push('has no title');
      const headings = body.querySelectorAll('h1').length;
      if (headings !== 1) faults.push(`has ${headings} h1`);
      const ids = [...body.querySelectorAll('[id]')].map(({ id }) => id);
      const doubles = ids.filter((id, i) => ids.indexOf(id) !== i);
      if (doubles.length > 0) faults.push(`gives these ids twice: ${doubles.join(' ')}`);
      const here = new URL(address);
      const links = new Set<string>();
      for (const anchor of body.querySelectorAll('a[href]')) {
        const url = new URL(anchor.getAttribute('href') ?? '', here);
        if (url.origin !== here.origin) continue;
        const target = decodeURIComponent(url.hash.slice(1));
        if (target && url.pathname === here.pathname && !ids.includes(target)) {
          faults.push(`“${anchor.textContent?.trim()}” leads to #${target}, which is not there`);
        }
        if (!url.pathname.startsWith('/admin')) links.add(url.pathname + url.search);
      }
      return { links: [...links], faults };
    },
    { html: await response.text(), address: response.url() },
  );
}

/** So many of a long list, taken from all over it. */
const spread = <T>(all: readonly T[], most: number): T[] =>
  all.filter((_, i) => all.length <= most || i % Math.ceil(all.length / most) === 0);
