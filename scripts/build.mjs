/** `npm run build`: builds the portal unless these very sources were built last. Needs no database and no secrets. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ToldFailure } from './up/failures.mjs';
import { build } from './up/steps.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

try {
  const done = await build(root, process.env, true);
  if (!done) console.log('源码没有变化，无需重新构建 · built already from these sources');
} catch (error) {
  if (!(error instanceof ToldFailure)) throw error;
  console.error(`✗ ${error.sentence.zh}\n  ${error.sentence.en}`);
  process.exitCode = 1;
}
