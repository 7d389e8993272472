import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { FACETS } from '@/search/engine';
import { record } from '@/search/engine.samples';
import { openProcessEngine } from '@/search/process/engine';
import { readAddress, type AddressValues } from './search-address';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

/** Whatever stands in an address, through to the process that holds the index and back. */
const folder = mkdtempSync(join(tmpdir(), 'search-fuzz-'));
const ended: string[] = [];
const engine = openProcessEngine({
  path: join(folder, 'search.db'),
  log: (message) => ended.push(message),
});

beforeAll(async () => {
  await engine.put(
    Array.from({ length: 30 }, (_, n) =>
      record(String(n), {
        title: n % 2 ? `中华人民共和国停车法（${n}）` : `关于停车收费的通知${n}`,
        number: `国发〔2019〕${n}号`,
        agency: '县财政局',
        kind: n % 3 ? 'law' : 'notice',
        year: 2019,
        publishedOn: '2019-05-01',
        work: n % 4 ? null : 'parking',
        themes: ['finance'],
        body: '第一条 为了规范停车秩序，制定本法。\n第二条 停车收费公开，接受监督。Parking fees A12.',
      }),
    ),
  );
});

afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

const SYNTAX = [
  ...[
    '"',
    '“',
    '”',
    '-',
    '－',
    '*',
    ':',
    '(',
    ')',
    '^',
    "'",
    ';',
    '{',
    '}',
    '[',
    ']',
    '〔',
    '\\',
    '%',
  ],
  ...[
    ' OR ',
    ' AND ',
    ' NOT ',
    ' NEAR(',
    'NEAR/2',
    'title:',
    'agency:',
    'words MATCH ',
    'rowid:',
    '--',
  ],
  ...['\0', '\u0001', '\ufeff', '\u202e', '\ud800', '\udc00', '𠮷', '\n', '\t', '　'],
  ...[
    '停车',
    '收费',
    '第一条',
    '法',
    '国发',
    '2019',
    '5号',
    'tingche',
    'tc',
    'ＡＢ',
    '停車',
    'Parking',
  ],
];
const typed = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.constantFrom(...SYNTAX), { maxLength: 60 }).map((parts) => parts.join('')),
  // The same again and again, up to ten thousand characters.
  fc
    .tuple(fc.constantFrom(...SYNTAX), fc.integer({ min: 1, max: 10_000 }))
    .map(([part, count]) => part.repeat(count).slice(0, 10_000)),
);
const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '2019',
    'law',
    'NaN',
    '-1',
    '1e309',
    '0x10',
    '__proto__',
    "' OR 1=1 --",
    '2019-02-31',
  ),
);
const values = fc.oneof(value, fc.array(value, { maxLength: 1_000 }));
const address: fc.Arbitrary<AddressValues> = fc
  .tuple(
    fc.dictionary(fc.constantFrom(...FACETS), values, { maxKeys: 4 }),
    fc.record(
      {
        q: fc.oneof(typed, fc.array(typed, { maxLength: 3 })),
        page: values,
        sort: values,
        from: values,
        to: values,
      },
      { requiredKeys: ['q'] },
    ),
  )
  .map(([filters, rest]) => ({ ...filters, ...rest }));

describe('any address at all', () => {
  it('is answered with a list and counts that agree, and the process goes on', async () => {
    await engine.status();
    const { pid } = engine;
    await fc.assert(
      fc.asyncProperty(address, async (asked) => {
        const { text, filters, sort, page } = readAddress(asked);
        const { total, hits } = await engine.search({
          text,
          filters,
          sort,
          offset: (page - 1) * 20,
          limit: 20,
        });
        expect(hits.length).toBeLessThanOrEqual(Math.min(total, 20));
        if (page === 1) expect(hits.length).toBe(Math.min(total, 20));
      }),
      { numRuns: 400 },
    );
    expect(engine.pid).toBe(pid);
  });

  it('is answered with suggestions, whatever is typed', async () => {
    await engine.status();
    const { pid } = engine;
    await fc.assert(
      fc.asyncProperty(typed, async (text) => {
        expect((await engine.suggest(text)).length).toBeLessThanOrEqual(8);
      }),
      { numRuns: 300 },
    );
    expect(engine.pid).toBe(pid);
    expect(ended).toEqual(['no search index yet: it has to be built']);
  });
});
