import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import yauzl from 'yauzl';

test('a topic says how it stands, and an archived one keeps its address', async ({ page }) => {
  await page.goto('/topics');
  await page
    .getByRole('region', { name: '已归档' })
    .getByRole('link', { name: '疫情防控' })
    .click();
  await expect(page).toHaveURL(/\/topics\/epidemic-control$/);
  await expect(page.getByRole('main')).toContainText('已于2023年1月8日归档');
});

test('the package of a topic is read from a disk, without a network', async ({
  page,
  request,
  context,
}) => {
  const answer = await request.get('/topics/civilised-county/package');
  expect(answer.status()).toBe(200);
  const folder = await mkdtemp(path.join(tmpdir(), 'gongkai-package-'));
  try {
    await unpack(await answer.body(), folder);
    await context.setOffline(true);
    await page.goto(pathToFileURL(path.join(folder, 'index.html')).toString());
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.getByRole('link', { name: '宜丰县城区机动车停车管理办法', exact: true }).click();
    await expect(page.locator('#article-12')).toContainText('道路停车泊位');
    await page.getByRole('link', { name: '回到目录' }).click();
    await page
      .getByRole('link', { name: /^一图读懂/ })
      .first()
      .click();
    const picture = page.locator('img').first();
    await expect(picture).toHaveJSProperty('complete', true);
    expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(
      0,
    );
    const manifest = JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8'));
    expect(manifest.files.length).toBeGreaterThan(10);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

/** Writes the files of a ZIP below a folder. */
function unpack(bytes: Buffer, folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      zip.on('error', reject).on('end', () => resolve());
      zip.on('entry', (entry: yauzl.Entry) => {
        zip.openReadStream(entry, (failure, stream) => {
          if (failure) return reject(failure);
          const parts: Buffer[] = [];
          stream.on('data', (part: Buffer) => parts.push(part));
          stream.on('end', () => {
            const file = path.join(folder, entry.fileName);
            mkdir(path.dirname(file), { recursive: true })
              .then(() => writeFile(file, Buffer.concat(parts)))
              .then(() => zip.readEntry(), reject);
          });
        });
      });
      zip.readEntry();
    });
  });
}
