import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { nationalCalendar } from '../workdays/national-calendar';
import { annualRow, isReplyKind, replyKindCodes, replyKinds } from './reply-kinds';
import { missingReplyElements, replyText, type Reply, type ReplyWords } from './reply';
import { remedyDeadlines, remedyOf } from './remedy';

const wordsOf = (locale: string): ReplyWords => {
  const file = new URL(`../../messages/${locale}/applications.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { replies: ReplyWords }).replies;
};
const words = wordsOf('zh-CN');

const reply: Reply = {
  kind: 'refused-third-party',
  agencyName: '宜丰县人民政府办公室',
  number: '宜府办依申请〔2026〕第12号',
  applicantKind: 'natural',
  applicantName: '李小明',
  receiptNumber: 'YF2026-00012-1',
  request: '某企业2025年环保投入明细',
  receivedOn: '2026-11-03',
  facts: '该明细由企业报送，企业书面表示不同意公开',
  decision: '上述信息属于企业的商业秘密，本机关决定不予公开。',
  reviewBody: '宜丰县人民政府',
  isServedOnline: true,
  onlineReview: 'https://review.example.cn/',
  decidedOn: '2026-11-24',
};

describe('the kinds of reply', () => {
  it.each([
    ['granted', 'granted'],
    ['already-public', 'granted'],
    ['not-existing', 'unavailable-not-held'],
    ['not-ours', 'unavailable-not-held'],
    ['special-inquiry', 'refused-inquiry'],
    ['unpaid', 'other-unpaid'],
  ] as const)('count %s in the row %s', (kind, row) => {
    expect(annualRow(kind, '2021')).toBe(row);
  });

  it('count everything handled otherwise in one row in the layout of 2019', () => {
    for (const kind of ['not-supplemented', 'unpaid', 'other'] as const) {
      expect(annualRow(kind, '2019')).toBe('other');
    }
    expect(annualRow('granted', '2019')).toBe('granted');
  });

  it('quote an article for each', () => {
    for (const kind of replyKindCodes) {
      expect(replyKinds[kind].basis.length).toBeGreaterThan(0);
      for (const { article, quote } of replyKinds[kind].basis) {
        expect(article).toMatch(
          /^第[一二三四五六七八九十]+条(?:第[一二]款|第（[一二三四五六七]）项)?$/,
        );
        expect(quote).not.toBe('');
      }
    }
  });

  it('know their own names only', () => {
    expect(isReplyKind('granted')).toBe(true);
    expect(isReplyKind('refused')).toBe(false);
    expect(isReplyKind(null)).toBe(false);
  });
});

describe('the remedy', () => {
  it('is review first for every refusal, and for the withheld part of a partial disclosure', () => {
    const first = replyKindCodes.filter((kind) => remedyOf(kind).order === 'review-first');
    expect(first).toEqual([
      'partial',
      'refused-secret',
      'refused-law',
      'refused-safety',
      'refused-third-party',
      'refused-internal',
      'refused-process',
      'refused-enforcement',
      'special-inquiry',
    ]);
  });

  it('ends after 60 days and 6 months, on a working day', () => {
    // 60 days from 7 August are 6 October, within the National Day holiday.
    expect(remedyDeadlines('not-existing', '2026-08-07', nationalCalendar)).toEqual({
      reviewBy: '2026-10-08',
      courtBy: '2027-02-08',
    });
    expect(remedyDeadlines('granted', '2026-03-31', nationalCalendar)).toEqual({
      reviewBy: '2026-06-01',
      courtBy: '2026-09-30',
    });
  });

  it('has no last day for court where review comes first', () => {
    expect(remedyDeadlines('refused-law', '2026-11-24', nationalCalendar)).toEqual({
      reviewBy: '2027-01-25',
      courtBy: null,
    });
  });
});

describe('a reply letter', () => {
  it('lacks nothing when every element is there', () => {
    expect(missingReplyElements(reply)).toEqual([]);
  });

  it('names what it lacks, blanks included', () => {
    expect(missingReplyElements({ ...reply, facts: ' ', number: '' })).toEqual(['number', 'facts']);
    expect(missingReplyElements({})).toEqual([
      'agencyName',
      'number',
      'applicantName',
      'request',
      'receivedOn',
      'kind',
      'facts',
      'decision',
      'reviewBody',
      'onlineReview',
      'decidedOn',
    ]);
  });

  it('needs the online way to review only when it is served online', () => {
    expect(missingReplyElements({ ...reply, onlineReview: null })).toEqual(['onlineReview']);
    expect(missingReplyElements({ ...reply, onlineReview: null, isServedOnline: false })).toEqual(
      [],
    );
  });

  it('of a refusal says that review comes first, and its term', () => {
    const text = replyText(reply, words);
    expect(text.split('\n')).toEqual([
      '宜丰县人民政府办公室政府信息公开申请答复书',
      '宜府办依申请〔2026〕第12号',
      '李小明：',
      '本机关于2026年11月3日收到你提出的政府信息公开申请（编号：YF2026-00012-1），你申请公开：某企业2025年环保投入明细。',
      '经审查查明：该明细由企业报送，企业书面表示不同意公开。',
      expect.stringMatching(
        /^依据《中华人民共和国政府信息公开条例》第三十六条第（三）项（“.+”）、第十五条（“.+”）、第三十二条（“.+”）的规定，/,
      ),
      '上述信息属于企业的商业秘密，本机关决定不予公开。',
      expect.stringMatching(
        /应当先申请行政复议：.*60 日内.*宜丰县人民政府.*15 日内.*有管辖权的人民法院/,
      ),
      '行政复议申请可以在网上提交：https://review.example.cn/',
      '宜丰县人民政府办公室',
      '2026年11月24日',
    ]);
  });

  it('of another kind leaves the choice between review and court', () => {
    const text = replyText(
      { ...reply, kind: 'not-existing', court: '宜丰县人民法院', applicantKind: 'business' },
      words,
    );
    expect(text).toContain('你单位可以自收到本答复书之日起 60 日内');
    expect(text).toContain('6 个月内，向宜丰县人民法院提起行政诉讼');
    expect(text).not.toContain('应当先申请行政复议');
  });

  it.each(['zh-CN', 'en'])('has no place left unfilled in %s, for any kind', (locale) => {
    for (const kind of replyKindCodes) {
      expect(replyText({ ...reply, kind }, wordsOf(locale))).not.toMatch(/\{\w+\}/);
    }
  });

  it('leaves braces in what people wrote as they are', () => {
    const text = replyText({ ...reply, request: '表{agency}和$&' }, words);
    expect(text).toContain('你申请公开：表{agency}和$&。');
  });

  it('is not written without its elements', () => {
    expect(() => replyText({ ...reply, facts: '' }, words)).toThrow('facts');
  });
});
