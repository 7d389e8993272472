import { expect, test } from 'vitest';
import { entryOf, planBatch, withAmendment, type Decision } from './check';
import { checksumOf, type ImportedDocument } from './imported-document';

type Facts = Partial<ImportedDocument> & { address: string; text?: string };

function document({ address, text = address, ...facts }: Facts): ImportedDocument {
  const body: Omit<ImportedDocument, 'source'> = {
    title: '测试条例',
    agencyName: '国务院',
    themes: [],
    keywords: [],
    kind: 'regulation',
    category: 'normative-documents',
    blocks: [{ kind: 'paragraph', runs: [{ text }] }],
    attachments: [],
    ...facts,
  };
  return { source: { address, checksum: checksumOf(body) }, ...body };
}

const plan = (...facts: Facts[]): Map<number, Decision> =>
  planBatch(facts.map((fact, at) => entryOf(at, `laws/${fact.address}`, document(fact))));

test('leaves single documents alone', () => {
  expect(plan({ address: 'a' }, { address: 'b', title: '另一条例' }).size).toBe(0);
});

test('has each version amend the one before it, the oldest first', () => {
  const decisions = plan(
    { address: '2023', versionOn: '2023-09-01', effectiveOn: '2024-01-01' },
    { address: '1999', versionOn: '1999-04-29', effectiveOn: '1999-10-01' },
    { address: '2017', versionOn: '2017-09-01', effectiveOn: '1999-10-01' },
  );
  expect(decisions.get(1)).toBeUndefined();
  // An amended version still names the first edition's day of effect: its own day counts.
  expect(decisions.get(2)).toMatchObject({ amends: { key: '1999', on: '2017-09-01' }, rank: 1 });
  // A revised version takes effect later than it was made: until then the older one holds.
  expect(decisions.get(0)).toMatchObject({ amends: { key: '2017', on: '2024-01-01' }, rank: 2 });
});

test('takes an undated text for older than a dated one of the same title', () => {
  const decisions = plan({ address: 'new', versionOn: '2024-12-31' }, { address: 'old' });
  expect([...decisions.keys()]).toEqual([0]);
});

test('does not take papers of one title for versions of a law', () => {
  const paper = { kind: 'notice', title: '放假通知' } as const;
  expect(
    plan(
      { ...paper, address: 'a', indexNumber: '1', versionOn: '2020-01-01' },
      { ...paper, address: 'b', indexNumber: '2', versionOn: '2021-01-01' },
    ).size,
  ).toBe(0);
});

test('takes once what stands twice: same key, same version, or the same text', () => {
  const decisions = plan(
    { address: 'a', versionOn: '2020-01-01' },
    { address: 'a', versionOn: '2020-01-01' },
    { address: 'b', versionOn: '2020-01-01' },
    { address: 'c', versionOn: '2020-01-02', text: 'a' },
  );
  expect([...decisions.keys()]).toEqual([1, 2, 3]);
  for (const decision of decisions.values()) {
    expect(decision).toEqual({ skip: { severity: 'skip', code: 'duplicate', detail: 'laws/a' } });
  }
});

test('an amendment that the batch brings makes a different document', () => {
  const before = document({ address: 'a' });
  const amends = { key: 'b', on: '2024-01-01', reason: '新版本' };
  const after = withAmendment(before, amends);
  expect(after.amends).toEqual(amends);
  expect(after.source.checksum).not.toBe(before.source.checksum);
});

test('lets a text wait for what it is based on, and that for what it is based on itself', () => {
  const basis = (title: string): Pick<ImportedDocument, 'blocks'> => ({
    blocks: [{ kind: 'paragraph', runs: [{ text: `根据《${title}》，制定本办法。` }] }],
  });
  const decisions = plan(
    { address: 'a', title: '甲市停车办法', ...basis('停车条例') },
    { address: 'b', title: '停车条例', ...basis('中华人民共和国道路法') },
    { address: 'c', title: '中华人民共和国道路法' },
    { address: 'd', title: '子办法', ...basis('丑办法') },
    { address: 'e', title: '丑办法', ...basis('子办法') },
  );
  const rank = (at: number) => {
    const decision = decisions.get(at);
    return decision && 'rank' in decision ? decision.rank : 0;
  };
  expect([rank(0), rank(1), rank(2)]).toEqual([2, 1, 0]);
  // Two that name one another can't both wait.
  expect([rank(3), rank(4)].toSorted()).toEqual([1, 2]);
});
