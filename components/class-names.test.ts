import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Components and pages: every file that takes classes from a style sheet beside it. */
const files = ['components', 'app/(portal)'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx'))
    .map((file) => join(root, folder, file)),
);

/** TypeScript lets `styles.anything` pass; a class that no style sheet has is a look that is missing. */
describe('class names', () => {
  it('are all defined in the style sheet that they are taken from', () => {
    const missing = files.flatMap((file) => {
      const source = readFileSync(file, 'utf8');
      const sheet = /import styles from '(\.\/[^']+\.module\.css)'/.exec(source)?.[1];
      if (!sheet) return [];
      const css = readFileSync(join(file, '..', sheet), 'utf8');
      const used = [...source.matchAll(/styles\.([A-Za-z0-9_]+)/g)].map((match) => match[1] ?? '');
      return [...new Set(used)]
        .filter((name) => !new RegExp(`\\.${name}(?![A-Za-z0-9_-])`).test(css))
        .map((name) => `${file.slice(root.length)}: ${name}`);
    });
    expect(missing).toEqual([]);
  });

  it('are looked for in more than one file', () => {
    expect(files.length).toBeGreaterThan(30);
  });
});
