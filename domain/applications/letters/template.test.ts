import { describe, expect, it } from 'vitest';
import { letterKinds } from './kinds';
import { templates } from './letters.fixture';
import { allowedPlaceholders, placeholders, requiredPlaceholders } from './placeholders';
import { templateFindings } from './template';

const good = templates['decision-refusal'];
const of = (
  change: Partial<typeof good>,
  kind: (typeof letterKinds)[number] = 'decision-refusal',
) => templateFindings(kind, { ...good, ...change });

describe('a template of a letter', () => {
  it.each(letterKinds)('that comes with the program has nothing wrong: %s', (kind) => {
    expect(templateFindings(kind, templates[kind])).toEqual([]);
  });

  it.each(letterKinds)('may hold all that it must hold: %s', (kind) => {
    expect(allowedPlaceholders(kind)).toEqual(
      expect.arrayContaining([...requiredPlaceholders(kind)]),
    );
  });

  it('may be worded anew, with places in braces of either width', () => {
    const body =
      '你要的信息是{ 申请内容 }，｛收到日期｝收到。\n{查明事实}\n依{法律依据}，{答复类型}。{答复内容}\n{救济途径}';
    expect(of({ title: '{机关}答复书', body })).toEqual([]);
  });

  it('is refused without title or text', () => {
    expect(of({ title: ' ' })).toEqual([{ level: 'error', key: 'titleMissing', names: [] }]);
    expect(of({ body: '\n' })).toEqual([{ level: 'error', key: 'bodyMissing', names: [] }]);
    expect(of({ title: '长'.repeat(61) })[0]?.key).toBe('titleLong');
    expect(of({ body: `${good.body}${'长'.repeat(10_000)}` })[0]?.key).toBe('bodyLong');
  });

  it.each([
    ['request', '申请内容'],
    ['receivedOn', '收到日期'],
    ['facts', '查明事实'],
    ['basis', '法律依据'],
    ['replyKind', '答复类型'],
    ['decision', '答复内容'],
    ['remedy', '救济途径'],
  ])('of a decision is refused when it lacks the %s', (_, name) => {
    expect(of({ body: good.body.replaceAll(`{${name}}`, '') })).toEqual([
      { level: 'error', key: 'lacks', names: [`{${name}}`] },
    ]);
  });

  it('is refused when what it must hold stands in the title alone', () => {
    const findings = of({ title: '{申请内容}答复书', body: good.body.replace('{申请内容}', '') });
    expect(findings.map(({ key }) => key)).toEqual(['notInTitle', 'lacks']);
  });

  it.each(['{救济途径}', '{查明事实}', '{答复内容}'])(
    'is refused when %s stands twice',
    (place) => {
      expect(of({ body: `${good.body}\n${place}` })).toEqual([
        { level: 'error', key: 'twice', names: [place] },
      ]);
    },
  );

  it('may say twice what stands inside sentences', () => {
    expect(of({ body: good.body.replace('{申请内容}', '{申请内容}（{申请内容}）') })).toEqual([]);
  });

  it('is refused with places that do not exist or belong to another letter', () => {
    expect(of({ body: `${good.body}\n{申请理由}和{缴费方式}` })).toEqual([
      { level: 'error', key: 'unknown', names: ['{申请理由}'] },
      { level: 'error', key: 'notAllowed', names: ['{缴费方式}'] },
    ]);
  });

  it.each(['third-party-inquiry', 'third-party-result', 'agency-inquiry'] as const)(
    'of the %s does not tell who asked',
    (kind) => {
      for (const name of ['申请人', '申请编号']) {
        const body = `${templates[kind].body}\n{${name}}`;
        expect(of({ ...templates[kind], body }, kind)).toEqual([
          { level: 'error', key: 'notAllowed', names: [`{${name}}`] },
        ]);
      }
    },
  );

  it('is refused with a brace that is open', () => {
    expect(of({ body: `${good.body}\n请{申请人补正` })).toEqual([
      { level: 'error', key: 'braces', names: ['请{申请人补正'] },
    ]);
  });

  it('keeps the remedy in a paragraph of its own', () => {
    const body = good.body.replace('{救济途径}', '你没有异议的话，不必看：{救济途径}');
    expect(of({ body })).toEqual([{ level: 'error', key: 'remedyApart', names: [] }]);
  });

  it.each([
    '向法院提起行政诉讼',
    '以上救济途径不适用于本答复。本答复为最终决定',
    '本答复为终局决定，申请人不得再提出异议',
    '如不服本答复，可以申请复议',
  ])('is refused with a remedy that is typed beside the one of the rules: %s', (text) => {
    expect(of({ body: `${good.body}\n${text}` })).toEqual([
      { level: 'error', key: 'remedyByHand', names: expect.any(Array) as string[] },
    ]);
    expect(of({ title: text.slice(0, 60) }).map(({ key }) => key)).toContain('remedyByHand');
  });

  it('may say such words in a letter that has no remedy', () => {
    const { title, body } = templates.correction;
    expect(
      templateFindings('correction', { title, body: `${body}\n不影响你申请行政复议。` }),
    ).toEqual([]);
  });

  it.each(['可以在六十日内提出', '自收到之日起 15 日内', '６个月内领取'])(
    'is warned of a term as a remedy has it, which may be another one: %s',
    (text) => {
      expect(of({ body: `${good.body}\n${text}` })).toEqual([
        { level: 'warning', key: 'termByHand', names: expect.any(Array) as string[] },
      ]);
    },
  );
});

it('names no two places alike', () => {
  const names = Object.values(placeholders);
  expect(new Set(names).size).toBe(names.length);
});
