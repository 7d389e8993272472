import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anonymised, personalDataIn, personalKinds, type Personal } from './anonymous';

const known: Personal[] = [
  { kind: 'name', value: '张样例' },
  { kind: 'idNumber', value: '11010519491231002X' },
  { kind: 'phone', value: '+8613800000000' },
  { kind: 'email', value: 'zhang@example.test' },
  { kind: 'address', value: '江西省宜春市样例县样例镇样例路1号' },
  { kind: 'party', value: '样例建材有限公司' },
];

describe('personal data in a text', () => {
  it.each([
    ['张样例申请公开补贴名单', ['name']],
    ['张 样 例申请公开', ['name']],
    ['身份证号110105 19491231 002x', ['idNumber']],
    ['电话 138-0000-0000。', ['phone']],
    ['电话１３８００００００００', ['phone']],
    ['Zhang@Example.test', ['email']],
    ['住样例镇样例路1号', ['address']],
    ['第三方样例建材有限公司不同意', ['party']],
    ['张样例，13800000000', ['name', 'phone']],
  ])('are found in “%s”', (text, kinds) => {
    expect(personalDataIn(text, known)).toEqual(kinds);
  });

  it.each([
    '张\u200b样例',
    '138\u200b0000\u00ad0000',
    '138/0000/0000',
    '１３８＿００００＿００００',
  ])('are found however they are parted, seen or unseen: %j', (text) =>
    expect(personalDataIn(text, known).length).toBe(1),
  );

  it.each(['0795-2991000', '0795-2991000-8012', '2991000'])(
    'are found when the landline %s is written with or without area code and extension',
    (value) => {
      for (const text of ['0795-2991000', '（0795）299 1000转8012', '299-1000', '2991000-8012']) {
        expect(personalDataIn(`请拨${text}联系`, [{ kind: 'phone', value }]), text).toEqual([
          'phone',
        ]);
      }
    },
  );

  it('are found when they are somebody else’s identity number', () => {
    expect(personalDataIn('经查，11010519491231002X 的补贴已发放', [])).toEqual(['idNumber']);
  });

  it.each(['样例县的补贴名单', '文号宜府办发〔2026〕12号', '电话0795-0000001', ''])(
    'are not found in “%s”',
    (text) => expect(personalDataIn(text, known)).toEqual([]),
  );

  it('are no reason to refuse every text because a datum is one character or empty', () => {
    const short: Personal[] = personalKinds.map((kind) => ({ kind, value: '一' }));
    expect(personalDataIn('一二三', [...short, { kind: 'name', value: '' }])).toEqual([]);
  });
});

describe('a text made anonymous', () => {
  it('keeps everything but the data', () => {
    expect(anonymised('张样例（电话138 0000 0000）申请公开补贴名单。', known)).toBe(
      '××（电话××）申请公开补贴名单。',
    );
  });

  it('has a landline crossed out together with its area code', () => {
    const landline: Personal[] = [{ kind: 'phone', value: '0795-2991000-8012' }];
    expect(anonymised('电话0795-2991000，或者2991000转8012。', landline)).toBe(
      '电话××，或者××转8012。',
    );
  });

  it('has none of them left, wherever they stood', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...known.map(({ value }) => value),
        '138 0000 0000',
        '张样',
        '例',
        '样例路1号',
      ),
      fc.string({ unit: 'grapheme', maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        expect(personalDataIn(anonymised(pieces.join(''), known), known)).toEqual([]);
      }),
    );
  });
});
