import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = import.meta.dirname;
/** The home page is no column; an address that no page answers is no page of one. */
const OF_NO_COLUMN = ['page.tsx', path.join('[...rest]', 'page.tsx')];

describe('every page of the portal', () => {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => path.basename(name) === 'page.tsx' && !OF_NO_COLUMN.includes(name),
  );
  const sources = new Map(
    pages.map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]),
  );
  const without = (...marks: string[]) =>
    [...sources].flatMap(([name, text]) =>
      marks.some((mark) => text.includes(mark)) ? [] : [name],
    );

  it('says in the prescribed tags to which column it belongs', () => {
    expect(pages.length).toBeGreaterThan(50);
    expect(without('columnMeta(', 'articleMeta(')).toEqual([]);
  });

  it('says where it stands in the other language', () => {
    // The steps of a form and answers to one's own question are for nobody else to find.
    const asked = ['alternatesOf(', 'languages: {', 'index: false'];
    expect(without(...asked)).toEqual([]);
  });
});
