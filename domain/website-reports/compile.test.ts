import { expect, it } from 'vitest';
import { parseAnswers } from './answers';
import { compileAnswers, type WebsiteFacts } from './compile';

const facts: WebsiteFacts = {
  agencyKind: 'government',
  site: {
    name: '青禾县人民政府',
    organiser: '办公室',
    address: 'https://www.example.gov.cn/',
    code: null,
    icp: '备案号',
    police: null,
  },
  documents: { normative: 15, notice: 40, statistics: 12, other: 3 },
  aboutPages: 4,
  disclosurePages: 2,
  interpretations: { text: 20, qa: 5, illustrated: 9, video: 1 },
  topics: { kept: 6, opened: 1 },
};

it('fills in what the platform holds, and the parts make the sum', () => {
  expect(compileAnswers(facts)).toMatchObject({
    'published-total': 76,
    'published-overview': 4,
    'published-news': 43,
    'published-catalogue': 29,
    'interpretation-materials': 25,
    'interpretation-products': 10,
    'topics-kept': 6,
    'topics-opened': 1,
    'site-type': 'portal',
  });
});

it('makes no figure of what it does not hold', () => {
  const compiled = compileAnswers(facts);
  for (const code of ['visits', 'interpretations-total', 'messages-received', 'site-code']) {
    expect(compiled).not.toHaveProperty([code]);
  }
});

it('gives answers of the kinds that the form takes', () => {
  expect(parseAnswers(compileAnswers({ ...facts, agencyKind: 'department' }))).toMatchObject({
    ok: true,
    value: { 'site-type': 'department' },
  });
});
