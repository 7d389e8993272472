import { expect, test } from '@playwright/test';
import { crawl } from './crawl';

test('from the home page every link leads to a whole page', async ({ page }) => {
  test.setTimeout(300_000);
  const visits = await crawl(page, ['/', '/en']);
  const faults = visits.flatMap(({ address, from, faults: found }) =>
    found.map((fault) => `${address} (linked from ${from}): ${fault}`),
  );
  console.log(`${visits.length} addresses visited`);
  expect(faults).toEqual([]);
  for (const kind of ['documents', 'interpretations', 'topics', 'agencies', 'annual-reports']) {
    const found = visits.filter(({ address }) => address.startsWith(`/${kind}/`));
    expect(found.length, `pages under /${kind}/`).toBeGreaterThan(0);
  }
});
