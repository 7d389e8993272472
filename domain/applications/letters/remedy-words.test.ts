import { describe, expect, it } from 'vitest';
import { letterKinds } from './kinds';
import { facts, replyFor, templates, words } from './letters.fixture';
import { fillLetter } from './fill';
import { hasRemedy, remedyTermsIn, remedyWordsIn, remedyWordsOf } from './remedy-words';

describe('words on remedies', () => {
  it.each([
    ['本决定为终局决定，不得申请行政复议，应当在三个月内起诉。', '终局决定'],
    ['本答复为最终决定。', '最终决定'],
    ['申请人不得再提出异议或者申诉，上述途径作废', '不得再提出异议'],
    ['对本答复不服的，可以向上级反映', '不服'],
    ['可以在三个月内向人民法院起诉', '起诉'],
    ['可以申请行 政 复\u200b议', '申请行政复议'],
    ['可以依法提起行政诉讼', '提起行政诉讼'],
    ['上述救济途径不适用', '救济途径'],
    ['不得申请\n行政复议', '行政复议'],
  ])('are found: %s', (text, word) => {
    expect(remedyWordsIn(text).join()).toContain(word);
  });

  it.each([
    '现将决算提供给你。',
    '第三方提出异议，认为公开会损害其商业秘密。',
    '请在15日内到窗口领取。',
    '你申请的是近6个月的数据。',
    '最终验收报告由住建局保存。',
    '该信息属于内部事务信息，不予公开。',
  ])('are not found where there are none: %s', (text) => {
    expect(remedyWordsIn(text)).toEqual([]);
  });

  it('name each once', () => {
    expect(remedyWordsIn('终局。终局。起诉。')).toEqual(['终局', '起诉']);
  });

  it('leave terms apart, in any width', () => {
    expect(remedyTermsIn('自收到之日起６０日内、六个月内')).toEqual(['60日', '六个月']);
  });

  it('are looked for in what the office typed, and not in what the applicant asked for', () => {
    const asked = { ...facts, request: '2025年行政复议决定书' };
    expect(remedyWordsOf('decision-refusal', '', asked)).toEqual([]);
    expect(remedyWordsOf('decision-refusal', '', { ...facts, facts: '该复议案卷未公开' })).toEqual([
      '复议',
    ]);
    expect(remedyWordsOf('decision-refusal', '不服的可以申诉', facts)).toEqual(['不服', '申诉']);
    // A letter without a remedy has none that could be contradicted.
    expect(remedyWordsOf('extension', '', { decision: '涉及诉讼' })).toEqual([]);
  });

  it.each(letterKinds.filter(hasRemedy))(
    'stand in no letter of the program’s own but in its remedy: %s',
    (kind) => {
      const { title, body } = templates[kind];
      expect(remedyWordsIn(`${title}\n${body.replace('{救济途径}', '')}`)).toEqual([]);
      const filled = fillLetter(
        kind,
        templates[kind],
        { ...facts, replyKind: replyFor(kind) },
        words,
      );
      if (!filled.ok) throw new Error(`lacks ${filled.missing.join(', ')}`);
      const own = filled.letter.paragraphs.filter(({ role }) => role !== 'remedy');
      expect(remedyWordsIn(own.map(({ text }) => text).join('\n'))).toEqual([]);
    },
  );
});
