import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { CORPUS } from './search/corpus';
import { runQuality } from './search/quality';
import { root } from './server';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'quality-only': { type: 'boolean', default: false },
    failures: { type: 'boolean', default: false },
    fresh: { type: 'boolean', default: false },
    keep: { type: 'string' },
  },
});
const corpus = path.resolve(positionals[0] ?? CORPUS);
if (!existsSync(corpus)) {
  console.log(`search bench not run: no corpus at ${corpus}`);
  process.exit(0);
}
const folder = path.resolve(values.keep ?? path.join(root, '.cache/bench-search'));
mkdirSync(folder, { recursive: true });
await runQuality(corpus, folder, { isFresh: values.fresh, showsFailures: values.failures });
process.exit(0);
