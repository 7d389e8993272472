import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CORPUS, measureAccuracy, readCorpus, readLabels } from './citation-accuracy';

test('the labelled citations are three hundred and more, and their quotations short', () => {
  const labels = readLabels();
  expect(labels.length).toBeGreaterThanOrEqual(300);
  for (const { file, quote, anchor } of labels) {
    expect(file).toMatch(/\.md$/);
    expect(quote).toMatch(/^[^⟦⟧]*⟦[^⟦⟧]+⟧[^⟦⟧]*$/u);
    expect([...quote.replace(/[⟦⟧]/gu, '')].length, quote).toBeLessThanOrEqual(40);
    expect(anchor ?? 'article-1').toMatch(/^article-\d+(?:-\d+)?$/);
  }
});

if (existsSync(CORPUS)) {
  test('of the labelled citations at least 98 % of the links are right and 95 % are made', async () => {
    const { precision, recall, wrong, missed } = await measureAccuracy(
      await readCorpus(),
      readLabels(),
    );
    expect(precision, wrong.join('\n')).toBeGreaterThanOrEqual(0.98);
    expect(recall, missed.join('\n')).toBeGreaterThanOrEqual(0.95);
  }, 180_000);
} else {
  console.log(`corpus absent: ${CORPUS} — the labelled citations were not measured`);
}
