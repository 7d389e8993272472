import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { holidays } from '../../workdays/calendar';
import { nationalCalendar } from '../../workdays/national-calendar';
import { noticeFindingKeys } from '../../workdays/notice';
import { clockEventTypes, reckon, stops, type CaseDates } from '../reckon';
import { clockCases, datesOf } from './clock-cases.fixture';
import { explainProblem, explainSteps, fillWords, type ClockWords } from './explain';
import { problemKeys } from './problem';

type Words = ClockWords & Record<'events' | 'stopped' | 'notice' | 'cli', Record<string, string>>;

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const words = (locale: string) =>
  JSON.parse(read(`../../../messages/${locale}/clock.json`)) as Words;

const told = (dates: CaseDates, locale = 'zh-CN'): string[] => {
  const result = reckon(dates, nationalCalendar);
  return result.ok
    ? explainSteps(result.clock.steps, words(locale))
    : [explainProblem(result.problem, words(locale))];
};
const autumn: CaseDates = { channel: 'internet', received: '2026-09-18', events: [] };

describe('the clock in words', () => {
  it('says in Chinese what is counted and what is not', () => {
    expect(told(autumn)).toEqual([
      '2026年9月18日双方确认，这一天是收到申请之日。',
      '自2026年9月19日起算 20 个工作日。',
      '9月25日至27日中秋节放假，不计。',
      '10月1日至7日国庆节放假，不计。',
      '9月20日（周日）为调休上班日，计入。',
      '10月10日（周六）为调休上班日，计入。',
      '最迟2026年10月22日答复。',
    ]);
  });

  it('says the same in English', () => {
    expect(told(autumn, 'en')).toEqual([
      'Confirmed by both sides on 18 September 2026, which counts as the day of receipt.',
      '20 working days are counted from 19 September 2026.',
      '25 September to 27 September, Mid-autumn Festival, is not counted.',
      '1 October to 7 October, National Day, is not counted.',
      '20 September (Sunday) is a make-up working day, and is counted.',
      '10 October (Saturday) is a make-up working day, and is counted.',
      'A reply is due by 22 October 2026.',
    ]);
  });

  it('writes the year again where it changes', () => {
    const lines = told({ channel: 'oral', received: '2025-12-08', events: [] });
    expect(lines).toContain('2026年1月1日至3日元旦放假，不计。');
    expect(lines).toContain('1月4日（周日）为调休上班日，计入。');
  });

  it('writes a single day and a span over two months', () => {
    expect(told({ channel: 'oral', received: '2023-03-20', events: [] })).toContain(
      '4月5日清明节放假，不计。',
    );
    expect(told({ channel: 'oral', received: '2023-09-20', events: [] })).toContain(
      '9月29日至10月6日中秋节、国庆节放假，不计。',
    );
  });

  it('tells what happens while others are silent', () => {
    const events = [{ type: 'third-party-asked' as const, date: '2026-11-04' }];
    expect(told({ channel: 'fax', received: '2026-11-02', events }).slice(-2)).toEqual([
      '11月4日征求第三方意见，次日起期限停止计算；第三方在 15 个工作日内（11月25日前，含当日）提出意见，逾期不提的由机关决定。',
      '如果对方一直不答复，最迟2026年12月21日答复申请人。',
    ]);
  });

  it('tells whose silence let the time run on, and what it means', () => {
    const late = (of: 'third-party' | 'agency'): CaseDates => ({
      channel: 'fax',
      received: '2026-11-02',
      events: [
        { type: `${of}-asked`, date: '2026-11-04' },
        { type: `${of}-answered`, date: '2026-12-07' },
      ],
    });
    expect(told(late('third-party')).slice(-3)).toEqual([
      '11月5日至25日征求第三方意见，不计。',
      '第三方在 15 个工作日内（11月25日前，含当日）没有提出意见，由机关决定是否公开，次日起期限继续计算。',
      '最迟2026年12月21日答复。',
    ]);
    expect(told(late('agency'), 'en').at(-2)).toBe(
      'The other agency gave no opinion within 15 working days, to the end of 25 November, which counts as consent; the clock goes on from the day after.',
    );
    const inTime = { ...late('agency'), events: late('agency').events.slice(0, 1) };
    inTime.events.push({ type: 'agency-answered', date: '2026-11-25' });
    expect(told(inTime, 'en').join(' ')).not.toContain('no opinion');
  });

  it('tells why an event can not be', () => {
    const events = [{ type: 'extended' as const, date: '2026-12-01', workingDays: 5 }];
    expect(told({ channel: 'fax', received: '2026-11-02', events })).toEqual([
      '2026年12月1日已经超过答复期限2026年11月30日，不能再办理这一步。请尽快答复申请人。',
    ]);
  });

  it('fills no pattern out of a value', () => {
    const dates = { channel: '{from}{day}$&', received: '2026-11-02' } as unknown as CaseDates;
    expect(told(dates)[0]).toContain('“{from}{day}$&”');
  });
});

describe.each(['zh-CN', 'en'])('the words of the clock in %s', (locale) => {
  const all = words(locale);

  it.each([
    ['events', clockEventTypes],
    ['stopped', stops],
    ['problems', problemKeys],
    ['notice', noticeFindingKeys],
    ['holidays', holidays],
  ] as const)('name every code of %s and no other', (part, codes) => {
    expect(Object.keys(all[part]).sort()).toEqual([...codes].sort());
  });

  it('say something for every step and for no other', () => {
    const source = read('./steps.ts');
    const union = source.slice(0, source.indexOf('type Account'));
    const keys = new Set([...union.matchAll(/'([a-z][A-Za-z]+)'/g)].map((match) => match[1]!));
    expect(Object.keys(all.steps).filter((key) => !keys.has(key))).toEqual([]);
    for (const [, key] of source.matchAll(/key: '(\w+)'/g)) expect(all.steps).toHaveProperty(key!);
  });

  it('leave no gap in any sentence of the case file', () => {
    expect(clockCases.length).toBeGreaterThanOrEqual(160);
    for (const one of clockCases) {
      for (const sentence of told(datesOf(one), locale)) {
        const ours = sentence.replace(/“[^”]*”| 2026-09-18/g, '');
        expect(ours).not.toMatch(/\{|\}|undefined|\d{4}-\d{2}-\d{2}|，，|。。| {2}/);
      }
    }
  });

  it('write days, holidays and weekdays of a notice out', () => {
    const values = { day: '2026-10-12', weekday: 1, holiday: 'qingming' };
    expect(fillWords('{day} {weekday} {holiday}', values, all)).toMatch(
      /^(2026年10月12日 周一 清明节|12 October 2026 Monday Tomb-sweeping Day)$/,
    );
  });

  it('never shout', () => {
    expect(JSON.stringify(all)).not.toMatch(/[!！]/);
  });
});
