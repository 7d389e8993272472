import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ChainCheck, chainText, FIRST, type AuditEntry, type ChainedEntry } from './chain';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

function chainOf(contents: readonly Pick<AuditEntry, 'action' | 'after'>[]): ChainedEntry[] {
  const chain: ChainedEntry[] = [];
  for (const content of contents) {
    const entry: AuditEntry = {
      seq: chain.length + 1,
      at: '2026-03-01T08:00:00.000Z',
      who: '7',
      whoName: '王编辑',
      subject: 'documents',
      record: '12',
      title: '通告',
      before: null,
      address: '10.0.0.1',
      previous: chain.at(-1)?.hash ?? FIRST,
      ...content,
    };
    chain.push({ ...entry, hash: hash(chainText(entry)) });
  }
  return chain;
}

const breaksOf = (entries: readonly ChainedEntry[]) => {
  const check = new ChainCheck(hash);
  for (const entry of entries) check.add(entry);
  return check.breaks;
};

const contents = fc.array(
  fc.record({
    action: fc.constantFrom('create', 'update', 'publish'),
    after: fc.jsonValue({ maxDepth: 2 }),
  }),
  { minLength: 2, maxLength: 12 },
);

describe('the chain of the audit log', () => {
  it('holds for every log that was only ever added to', () => {
    fc.assert(
      fc.property(contents, (given) => {
        expect(breaksOf(chainOf(given))).toEqual([]);
      }),
    );
  });

  it('shows an entry that was taken out, whichever it was', () => {
    fc.assert(
      fc.property(contents, fc.nat(), (given, at) => {
        const chain = chainOf(given);
        const gone = at % (chain.length - 1);
        const left = chain.filter((_, i) => i !== gone);
        expect(breaksOf(left)).toContainEqual({ kind: 'missing', seq: gone + 1 });
      }),
    );
  });

  it('shows an entry whose content was changed', () => {
    fc.assert(
      fc.property(contents, fc.nat(), (given, at) => {
        const chain = chainOf(given);
        const changed = at % chain.length;
        chain[changed] = { ...chain[changed]!, whoName: '别人' };
        expect(breaksOf(chain)).toEqual([{ kind: 'changed', seq: changed + 1 }]);
      }),
    );
  });

  it('shows an entry that was changed together with its hash, at the entry after it', () => {
    const chain = chainOf([
      { action: 'create', after: { title: '甲' } },
      { action: 'update', after: { title: '乙' } },
    ]);
    const forged = { ...chain[0]!, after: { title: '丙' } };
    expect(breaksOf([{ ...forged, hash: hash(chainText(forged)) }, chain[1]!])).toEqual([
      { kind: 'unlinked', seq: 2 },
    ]);
  });

  it('gives one hash to one content, however the database orders its keys or writes its dates', () => {
    const [entry] = chainOf([{ action: 'update', after: { a: 1, b: { c: 2, d: 3 } } }]);
    const read = { ...entry!, at: '2026-03-01T08:00:00Z', after: { b: { d: 3, c: 2 }, a: 1 } };
    expect(chainText(read)).toBe(chainText(entry!));
  });
});
