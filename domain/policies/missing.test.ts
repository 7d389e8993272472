import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { missingParts, POLICY_GAPS, type PolicyDraft } from './missing';

const whole: PolicyDraft = {
  benefit: '一次性补贴5000元',
  eligibility: '首次创业，登记满一年',
  howToApply: '到窗口或者网上申请',
  materials: [{ name: '申请表' }],
  process: [{ title: '受理' }],
  timeLimit: '15个工作日',
  officer: '张某',
  phone: '0795-0000162',
  sources: [{ document: 7, passage: '第五条　给予一次性创业补贴。' }],
};

const gapsOf = (change: PolicyDraft) =>
  missingParts({ ...whole, ...change }).map(({ path, gap }) => `${path}: ${gap}`);

describe('what a guide for businesses must have', () => {
  it('finds nothing missing in a whole one', () => {
    expect(missingParts(whole)).toEqual([]);
  });

  it('names every part that an empty one lacks, in the order of the page', () => {
    expect(missingParts({}).map(({ gap }) => gap)).toEqual([
      'benefit',
      'eligibility',
      'howToApply',
      'materials',
      'process',
      'timeLimit',
      'officer',
      'phone',
      'sources',
    ]);
  });

  it.each(['benefit', 'eligibility', 'howToApply', 'timeLimit', 'officer', 'phone'] as const)(
    'takes blanks in %s for nothing',
    (part) => {
      expect(gapsOf({ [part]: ' 　\n' })).toEqual([`${part}: ${part}`]);
    },
  );

  it('takes either a list of materials or the word that none are needed, and not both', () => {
    expect(gapsOf({ materials: [], noMaterials: true })).toEqual([]);
    expect(gapsOf({ materials: [] })).toEqual(['materials: materials']);
    expect(gapsOf({ noMaterials: true })).toEqual(['materials: materialsOrNone']);
    expect(gapsOf({ materials: [{ name: '申请表' }, { name: '' }] })).toEqual([
      'materials: materials',
    ]);
  });

  it('asks of every source which document and which passage', () => {
    expect(gapsOf({ sources: [{ document: 7, passage: '甲' }, { passage: ' ' }] })).toEqual([
      'sources.1.document: sourceDocument',
      'sources.1.passage: passage',
    ]);
  });

  it('takes only a telephone that can be rung and an address of the web', () => {
    expect(gapsOf({ phone: '见官网' })).toEqual(['phone: phone']);
    expect(gapsOf({ phone: '１２３４５' })).toEqual([]);
    expect(gapsOf({ applyUrl: 'javascript:alert(1)' })).toEqual(['applyUrl: applyUrl']);
    expect(gapsOf({ applyUrl: 'www.example.test' })).toEqual(['applyUrl: applyUrl']);
    expect(gapsOf({ applyUrl: 'https://apply.example.test/a' })).toEqual([]);
  });

  it('refuses a last day before the first', () => {
    expect(gapsOf({ startsOn: '2026-05-02', endsOn: '2026-05-01' })).toEqual(['endsOn: days']);
    expect(gapsOf({ startsOn: '2026-05-01', endsOn: '2026-05-01' })).toEqual([]);
  });

  it('takes an empty list as a form holds it, and any other shape, for nothing', () => {
    const form = { materials: 0, process: 0, sources: 0 } as unknown as PolicyDraft;
    expect(gapsOf(form)).toEqual(['materials: materials', 'process: process', 'sources: sources']);
    const value = fc.oneof(fc.jsonValue(), fc.array(fc.oneof(fc.object(), fc.constant(null))));
    const anything = fc.record(
      Object.fromEntries(Object.keys({ ...whole, applyUrl: '' }).map((key) => [key, value])),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(anything, (draft) => {
        for (const { path, gap } of missingParts(draft as PolicyDraft)) {
          expect([path, POLICY_GAPS.includes(gap)]).toEqual([path, true]);
        }
      }),
    );
  });
});
