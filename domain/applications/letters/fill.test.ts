import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replyKindCodes, replyKinds, type ReplyKind } from '../reply-kinds';
import { remedyOf } from '../remedy';
import type { LetterFacts } from './facts';
import { fillLetter } from './fill';
import { isDecisionLetter, isNumbered, letterKindFor, letterKinds, type LetterKind } from './kinds';
import { letterText, readLetter, type LetterContent } from './letter';
import { facts, replyFor, templates, words } from './letters.fixture';

const fill = (kind: LetterKind, change: Partial<LetterFacts> = {}, template = templates[kind]) =>
  fillLetter(kind, template, { ...facts, replyKind: replyFor(kind), ...change }, words);

function letterOf(kind: LetterKind, change: Partial<LetterFacts> = {}): LetterContent {
  const filled = fill(kind, change);
  if (!filled.ok) throw new Error(`lacks ${filled.missing.join(', ')}`);
  return filled.letter;
}

const missingOf = (kind: LetterKind, change: Partial<LetterFacts>, template = templates[kind]) => {
  const filled = fill(kind, change, template);
  return filled.ok ? [] : filled.missing;
};

const remedies = (letter: LetterContent) =>
  letter.paragraphs.filter(({ role }) => role === 'remedy').map(({ text }) => text);

describe('a reply to what was no application (§39)', () => {
  const text = (change: Partial<LetterFacts>) =>
    letterText(letterOf('decision-non-handling', { replyKind: 'petition', ...change }));

  it('says where to write instead, once, in a paragraph of its own', () => {
    const said = text({ decision: '不作为政府信息公开申请处理' });
    expect(said).toContain(
      '\n你要反映情况、提出意见建议或者投诉的，可以另行通过本网站的网民来信栏目提出：https://www.example.test/letters。\n',
    );
    const own = text({ decision: '请到 https://www.example.test/letters 写信。' });
    expect(own.split('https://www.example.test/letters')).toHaveLength(2);
  });

  it('and to no other, and never in place of what is decided', () => {
    expect(text({ replyKind: 'repeat' })).not.toContain('网民来信');
    expect(missingOf('decision-non-handling', { replyKind: 'petition', decision: ' ' })).toContain(
      'decision',
    );
  });
});

describe('a reply of every kind', () => {
  it.each(replyKindCodes)('%s holds every element that the law asks for', (replyKind) => {
    const letter = letterOf(letterKindFor(replyKind), { replyKind });
    const text = letterText(letter);
    expect(letter.agency).toBe('青禾县人民政府办公室');
    expect(letter.title).toMatch(/答复书|告知书/);
    expect(letter.number).toBe('青府办依申请〔2026〕第12号');
    expect(letter.addressee).toBe('李小明：');
    expect(letter.date).toBe('2026-11-24');
    expect(text).toContain('2026年11月3日收到');
    expect(text).toContain('申请公开：青禾纸业有限公司2025年环保投入明细。');
    expect(text).toContain('该明细由企业报送，企业书面表示不同意公开。');
    for (const { article, quote } of replyKinds[replyKind].basis) {
      expect(text).toContain(`${article}“${quote}”`);
    }
    expect(text).toContain(words.replyKinds[replyKind]);
    expect(text).toContain('上述信息属于企业的商业秘密，本机关决定不予公开。');
    expect(text).not.toMatch(/[{}｛｝]/u);
    expect(text).not.toContain('。。');
    const [remedy, ...more] = remedies(letter);
    expect(more).toEqual([]);
    expect(remedy).toContain('60日内，向青禾县人民政府申请行政复议');
    expect(remedy).toContain('https://review.example.cn/');
    if (remedyOf(replyKind).order === 'review-first') {
      expect(remedy).toMatch(/应当先申请行政复议.*15日内，向有管辖权的人民法院提起行政诉讼/);
      expect(remedy).not.toContain('6个月');
    } else {
      expect(remedy).not.toContain('应当先');
      expect(remedy).toContain('6个月内，向有管辖权的人民法院提起行政诉讼');
    }
  });
});

describe('a refusal that protects a third party', () => {
  const text = (change: Partial<LetterFacts>) =>
    letterText(letterOf('decision-refusal', { replyKind: 'refused-third-party', ...change }));

  it('cites that the third party does not agree where it was asked and does not', () => {
    expect(text({})).toContain('第三方不同意公开且有合理理由的');
    expect(text({ isObjected: undefined })).toContain('第三方不同意公开且有合理理由的');
    const unasked = text({ isObjected: false });
    expect(unasked).toContain('第十五条“涉及商业秘密');
    expect(unasked).not.toContain('第三十二条');
  });
});

it('that ends an application for want of payment stands on the notice as well', () => {
  const text = letterText(letterOf('lapse', { replyKind: 'unpaid' }));
  expect(text).toMatch(
    /第四十二条“[^”]+”和《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）的规定/u,
  );
  expect(letterText(letterOf('lapse', { replyKind: 'not-supplemented' }))).not.toContain('109号');
});

describe('a request of several lines', () => {
  const said = (request: string) =>
    letterOf('decision-refusal', { request }).paragraphs.map(({ text }) => text);

  it.each([
    ['1. 名单\n2. 金额', '1. 名单；2. 金额。'],
    ['名单，\n以及金额。\n', '名单，以及金额。'],
    ['List A.\r\nList B', 'List A. List B。'],
  ])('stands in one sentence of the letter: %j', (request, sentence) => {
    const one = said('名单');
    const several = said(request);
    expect(several).toHaveLength(one.length);
    expect(several[0]).toMatch(/^本机关于.*你申请公开：/);
    expect(several[0]).toContain(`你申请公开：${sentence}`);
  });

  it('leaves the paragraphs of what the officer words as they are', () => {
    const [before, after] = ['甲', '甲\n乙'].map(
      (decision) => letterOf('decision-refusal', { decision }).paragraphs.length,
    );
    expect(after).toBe(before! + 1);
  });
});

describe('a letter', () => {
  it('of a refusal reads as a whole', () => {
    expect(
      letterText(letterOf('decision-refusal', { replyKind: 'refused-secret' })).split('\n'),
    ).toEqual([
      '青禾县人民政府办公室',
      '政府信息不予公开答复书',
      '青府办依申请〔2026〕第12号',
      '李小明：',
      '本机关于2026年11月3日收到你提出的政府信息公开申请（编号：QH2026-00012-1），你申请公开：青禾纸业有限公司2025年环保投入明细。',
      '经审查查明：该明细由企业报送，企业书面表示不同意公开。',
      '根据《中华人民共和国政府信息公开条例》第三十六条第（三）项“行政机关依据本条例的规定决定不予公开的，告知申请人不予公开并说明理由”、第十四条“依法确定为国家秘密的政府信息……不予公开”的规定，本机关对你的申请作出如下答复：不予公开（属于国家秘密）。',
      '上述信息属于企业的商业秘密，本机关决定不予公开。',
      '如果对本答复书不服，依照《中华人民共和国行政复议法》第二十三条的规定，应当先申请行政复议：你可以自收到本答复书之日起60日内，向青禾县人民政府申请行政复议；对行政复议决定不服的，可以自收到行政复议决定书之日起15日内，向有管辖权的人民法院提起行政诉讼。行政复议申请可以在网上提交：https://review.example.cn/。',
      '青禾县人民政府办公室',
      '2026年11月24日',
    ]);
  });

  it('to supplement says what is missing, point by point, and by when', () => {
    expect(
      letterOf('supplement')
        .paragraphs.map(({ text }) => text)
        .slice(1, 5),
    ).toEqual([
      expect.stringMatching(/第三十条“.+”的规定，请你于2026年12月11日（含当日）前补正下列事项：$/),
      '一、请说明所需信息的年度；',
      '二、请说明“投入”指的是设备购置还是运行费用。',
      expect.stringContaining('视为放弃申请'),
    ]);
  });

  it('of an extension says why, how long and until when', () => {
    const text = letterText(letterOf('extension'));
    expect(text).toContain('因需要检索的档案数量大，');
    expect(text).toContain('延长10个工作日，本机关将于2026年12月15日（含当日）前作出答复');
  });

  it('on a fee says how it is counted, how much, how to pay, and that it stands with the case', () => {
    const letter = letterOf('fee');
    const text = letterText(letter);
    expect(text).toContain('按件计收，共45件');
    expect(text).toContain('应缴金额：4,000元。');
    expect(text).toContain('收到本通知书次日起20个工作日内');
    expect(text).toContain('持本通知书到青禾县非税收入征收窗口缴纳。');
    expect(remedies(letter)).toEqual([expect.stringContaining('不能单独就该决定申请行政复议')]);
    const pages = letterText(letterOf('fee', { fee: { basis: 'pages', count: 150, yuan: 1700 } }));
    expect(pages).toMatch(/按量计收，共150页.*每页10元.*1,700元/s);
  });

  it.each(['third-party-inquiry', 'agency-inquiry'] as const)(
    'of the %s gives 15 working days and does not tell who asked',
    (kind) => {
      const text = letterText(letterOf(kind));
      expect(text).toContain('15个工作日内');
      expect(text).not.toContain('李小明');
    },
  );

  it('to a third party or another agency is addressed to them', () => {
    expect(letterOf('third-party-inquiry').addressee).toBe('青禾纸业有限公司：');
    expect(letterOf('agency-inquiry').addressee).toBe('青禾县生态环境局：');
    expect(remedies(letterOf('third-party-result'))[0]).toMatch(
      /^如果对本告知书不服，你（单位）可以/,
    );
  });

  it.each(letterKinds.filter((kind) => !isDecisionLetter(kind)))(
    'that decides nothing offers no remedy, unless it burdens somebody: %s',
    (kind) => {
      const offers = kind === 'fee' || kind === 'third-party-result';
      expect(remedies(letterOf(kind))).toHaveLength(offers ? 1 : 0);
    },
  );

  it('of receipt takes no number of the year and tells when the reply is due, if that is known', () => {
    expect(letterOf('receipt').number).toBeNull();
    expect(letterText(letterOf('receipt'))).toContain('最迟于2026年12月1日答复');
    const unsure = letterText(letterOf('receipt', { dueOn: undefined, number: undefined }));
    expect(unsure).toContain('答复期限自次日起计算，为20个工作日');
  });

  it('speaks to an organisation as one', () => {
    expect(letterText(letterOf('extension', { applicantKind: 'business' }))).toContain(
      '收到你单位提出的',
    );
  });

  it('calls itself by its title', () => {
    const template = { ...templates['decision-refusal'], title: '不予公开决定书' };
    const filled = fill('decision-refusal', {}, template);
    expect(filled.ok && remedies(filled.letter)[0]).toMatch(/^如果对本决定书不服/);
  });

  it('names the court that is known', () => {
    expect(letterText(letterOf('decision-not-held', { court: '青禾县人民法院' }))).toContain(
      '向青禾县人民法院提起行政诉讼',
    );
  });

  it('comes back out of its stored form as it was, and nothing else does', () => {
    const letter = letterOf('supplement');
    expect(readLetter(JSON.stringify(letter))).toEqual(letter);
    expect(readLetter(letter)).toEqual(letter);
    for (const other of [null, '', '答复全文', '{}', '[]', { ...letter, date: '2026-02-30' }]) {
      expect(readLetter(other)).toBeNull();
    }
  });
});

describe('a letter is not made', () => {
  it.each([
    ['agency', { agency: ' ' }],
    ['number', { number: '' }],
    ['applicant', { applicant: '\u200b\u0000' }],
    ['request', { request: '\u3000\n' }],
    ['receivedOn', { receivedOn: '2026-02-30' }],
    ['facts', { facts: '' }],
    ['decision', { decision: undefined }],
    ['reviewBody', { reviewBody: '' }],
    ['onlineReview', { onlineReview: null }],
    ['date', { date: undefined }],
  ] as [string, Partial<LetterFacts>][])('without its %s', (element, change) => {
    expect(missingOf('decision-refusal', change)).toEqual([element]);
  });

  it('without anything that it stands on', () => {
    const filled = fillLetter('decision-refusal', templates['decision-refusal'], {}, words);
    expect(filled).toEqual({
      ok: false,
      missing: expect.arrayContaining([
        'agency',
        'number',
        'applicant',
        'date',
        'request',
        'basis',
        'replyKind',
        'reviewBody',
      ]) as string[],
    });
  });

  it('for want of an online way to review when it is served on paper', () => {
    const filled = fill('decision-refusal', { onlineReview: null, isServedOnline: false });
    expect(filled.ok && remedies(filled.letter)[0]).not.toContain('网上提交');
  });

  it('from a template that has no place for the remedy', () => {
    const template = {
      title: '答复书',
      body: templates['decision-refusal'].body.replace('{救济途径}', ''),
    };
    expect(missingOf('decision-refusal', {}, template)).toEqual(['remedy']);
  });

  it('for a kind of reply that belongs to another letter', () => {
    expect(missingOf('decision-refusal', { replyKind: 'granted' })).toEqual(['replyKind']);
  });

  it.each([0, -1, 1.5, NaN])('with a fee of %s yuan', (yuan) => {
    expect(missingOf('fee', { fee: { basis: 'requests', count: 12, yuan } })).toEqual(['yuan']);
  });
});

describe('what people wrote', () => {
  it('keeps its braces and dollar signs', () => {
    expect(
      letterText(letterOf('decision-refusal', { request: '表{救济途径}和$&{{申请人}}' })),
    ).toContain('你申请公开：表{救济途径}和$&{{申请人}}。');
  });

  it('makes paragraphs of its lines and leaves out what is not seen', () => {
    const letter = letterOf('decision-disclosure', {
      decision: '第一段\r\n\r\n\u3000\u3000第二\u0007段\u202e\u2028第三段',
    });
    const texts = letter.paragraphs.map(({ text }) => text);
    expect(texts.slice(3, 6)).toEqual(['第一段', '第二段', '第三段。']);
  });

  it('never costs a letter an element', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 }).map((noise) => `始${noise}终`);
    const kinds = letterKinds.flatMap((kind): [LetterKind, ReplyKind][] =>
      isDecisionLetter(kind)
        ? replyKindCodes
            .filter((reply) => letterKindFor(reply) === kind)
            .map((reply) => [kind, reply])
        : [[kind, 'granted']],
    );
    const names = [
      'agency',
      'applicant',
      'request',
      'facts',
      'decision',
      'reviewBody',
      'missing',
      'reason',
      'subject',
      'payment',
      'contact',
      'thirdParty',
      'otherAgency',
      'number',
    ] as const;
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.record(
          Object.fromEntries(names.map((name) => [name, text])) as Record<
            (typeof names)[number],
            typeof text
          >,
        ),
        ([kind, replyKind], given) => {
          const letter = letterOf(kind, { ...given, replyKind });
          expect(letter.paragraphs.length).toBeGreaterThanOrEqual(
            templates[kind].body.split('\n').length,
          );
          const whole = letterText(letter);
          expect(letter.agency).toMatch(/^始.*终$/u);
          expect(letter.number === null).toBe(!isNumbered(kind));
          if (isDecisionLetter(kind)) {
            for (const sentence of ['如果对本', '经', '根据', '2026年11月3日', '2026年11月24日']) {
              expect(whole).toContain(sentence);
            }
            expect(remedies(letter)).toHaveLength(1);
          }
          expect(readLetter(JSON.stringify(letter))).toEqual(letter);
        },
      ),
      { numRuns: 300 },
    );
  });
});
