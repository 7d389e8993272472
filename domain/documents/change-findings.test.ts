import { describe, expect, it } from 'vitest';
import { changeFindings, endedIn, type ChangedDocument } from './change-findings';

type By = { id: number };
type Given = Partial<Omit<ChangedDocument<By>, 'isSame'>>;

const by = (id: number, madeOn = '2026-02-01') => ({ id, madeOn });
const find = ({ facts = {}, incoming = [], text = null, endsIn = () => false }: Given) =>
  changeFindings<By>(
    { facts: { madeOn: '2020-01-01', ...facts }, incoming, text, isSame, endsIn },
    2026,
  ).map(({ rule, severity, kind }) => `${severity} ${rule} ${kind}`);
const isSame = (a: By, b: By) => a.id === b.id;
const repeal = {
  verb: 'repeals' as const,
  on: '2026-03-01',
  reason: '上位法已修改',
  by: by(1),
};

describe('changeFindings', () => {
  it('finds nothing where a document, a day and a reason are named', () => {
    expect(find({ incoming: [repeal] })).toEqual([]);
    expect(
      find({
        facts: {
          change: { status: 'repealed', on: '2026-03-01', byName: '某决定', reason: '已过时' },
        },
      }),
    ).toEqual([]);
  });

  it('asks for the reason, the day and the deciding document', () => {
    expect(find({ incoming: [{ ...repeal, reason: ' ' }] })).toEqual(['soft no-reason repealed']);
    expect(find({ facts: { change: { status: 'repealed' } } })).toEqual([
      'hard no-decision repealed',
      'soft no-reason repealed',
      'hard no-day repealed',
    ]);
    expect(
      find({ facts: { change: { status: 'amended', on: '2026-05-01', reason: '修改' } } }),
    ).toEqual(['soft no-decision amended']);
  });

  it('leaves out what belongs to another year', () => {
    expect(find({ facts: { change: { status: 'repealed', on: '2025-05-01' } } })).toEqual([]);
    expect(find({ facts: { lapsesOn: '2027-01-01' }, text: '本办法自印发之日起施行。' })).toEqual(
      [],
    );
  });

  it('asks whether the text says when it lapses', () => {
    const facts = { lapsesOn: '2026-06-01' };
    expect(find({ facts, text: '本办法自印发之日起施行。' })).toEqual(['soft lapse-unsaid lapsed']);
    expect(find({ facts, text: '本办法自印发之日起施行，有效期五年。' })).toEqual([]);
    expect(find({ facts, text: '执行至2026年5月31日止。' })).toEqual([]);
    expect(find({ facts, text: null })).toEqual([]);
    expect(find({ facts, text: '无', incoming: [repeal] })).toEqual([]);
  });

  it('finds what takes effect before it can', () => {
    const early = { ...repeal, on: '2026-01-10' };
    expect(find({ incoming: [early] })).toEqual(['soft before-decided repealed']);
    expect(find({ facts: { madeOn: '2026-04-01' }, incoming: [repeal] })).toEqual([
      'hard before-made repealed',
    ]);
    expect(find({ facts: { effectiveOn: '2026-07-01', lapsesOn: '2026-06-01' } })).toEqual([
      'hard before-made lapsed',
    ]);
  });

  it('finds relations that contradict each other', () => {
    const second = { ...repeal, verb: 'replaces' as const, on: '2026-05-01', by: by(2) };
    expect(find({ incoming: [repeal, second] })).toEqual([
      'hard twice replaced',
      'hard after-end replaced',
    ]);
    const amends = { ...repeal, verb: 'amends' as const, on: '2026-04-01', by: by(2) };
    expect(find({ incoming: [repeal, amends] })).toEqual(['hard after-end amended']);
    expect(find({ incoming: [repeal, { ...repeal, verb: 'amends' }] })).toEqual([
      'hard twice amended',
    ]);
    expect(find({ incoming: [repeal], endsIn: ({ id }) => id === 1 })).toEqual([
      'hard circle repealed',
    ]);
  });

  it('lets a document be amended before it is repealed', () => {
    expect(
      find({ incoming: [{ ...repeal, verb: 'amends', on: '2026-02-01', by: by(2) }, repeal] }),
    ).toEqual([]);
  });
});

it('counts a document once, in the year of its first end', () => {
  const documents = [
    { endings: ['2026-06-01', '2026-03-01'] },
    { endings: ['2027-01-01', '2025-03-01'] },
    { endings: [] },
  ];
  expect(endedIn(documents, 2026)).toBe(1);
});
