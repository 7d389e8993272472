import { describe, expect, it } from 'vitest';
import type { LetterFacts } from './facts';
import { fillLetter } from './fill';
import type { LetterKind } from './kinds';
import { letterText } from './letter';
import { facts, templates, words } from './letters.fixture';

function textOf(kind: LetterKind, change: Partial<LetterFacts>, body = templates[kind].body) {
  const filled = fillLetter(kind, { ...templates[kind], body }, { ...facts, ...change }, words);
  if (!filled.ok) throw new Error(`lacks ${filled.missing.join(', ')}`);
  return letterText(filled.letter);
}

describe('a day that a letter promises', () => {
  it.each(['extension', 'deferral'] as const)(
    'is named as included, and as provisional while its year’s holiday notice is not out: %s',
    (kind) => {
      const day = { newDueOn: '2027-01-08' };
      expect(textOf(kind, day)).toContain('本机关将于2027年1月8日（含当日）前作出答复。');
      expect(textOf(kind, { ...day, newDueMayMove: 2027 })).toContain(
        '本机关将于2027年1月8日（含当日；暂定，2027年放假安排公布后可能调整）前作出答复。',
      );
    },
  );

  it('does not lend its doubt to another day of the letter', () => {
    const body = `${templates.extension.body}\n原定于{原答复期限}前答复。`;
    const said = textOf('extension', { newDueMayMove: 2027, dueMayMove: null }, body);
    expect(said).toContain('原定于2026年12月1日（含当日）前答复。');
    expect(textOf('extension', { dueMayMove: 2027 }, body)).toContain(
      '2026年12月1日（含当日；暂定，2027年放假安排公布后可能调整）',
    );
  });

  it('by which a supplement is asked for is included too', () => {
    expect(textOf('supplement', {})).toContain('请你于2026年12月11日（含当日）前补正');
  });

  it.each(['（含当日）', '(含当日)', '（含）'])(
    'is not said to be included twice where an office’s own template says so: %s',
    (own) => {
      const body = templates.extension.body.replace('{新答复期限}前', `{新答复期限}${own}前`);
      expect(textOf('extension', {}, body)).toContain(`将于2026年12月15日${own}前作出答复`);
      expect(textOf('extension', { newDueMayMove: 2027 }, body)).toContain(
        `2026年12月15日（暂定，2027年放假安排公布后可能调整）${own}前`,
      );
    },
  );

  it('ends its line with a full stop where the template has none', () => {
    const body = templates.extension.body.replace(/本机关将于.*$/mu, '延长至{新答复期限}');
    expect(textOf('extension', {}, body)).toContain('延长至2026年12月15日（含当日）。');
  });
});

describe('a receipt', () => {
  it('names the day of receipt and the last day to reply once both are known', () => {
    const known = { receivedOn: '2026-11-27', dueOn: '2026-12-25' };
    expect(textOf('receipt', known)).toContain(
      '\n收到申请之日为2026年11月27日，本机关最迟于2026年12月25日答复，如需延长期限会另行告知。\n',
    );
    expect(textOf('receipt', { ...known, dueMayMove: 2027 })).toContain(
      '本机关最迟于2026年12月25日（暂定，2027年放假安排公布后可能调整）答复',
    );
  });

  it('of what is not confirmed yet names neither', () => {
    const unsure = textOf('receipt', { receivedOn: undefined, dueOn: undefined });
    expect(unsure).toContain('答复期限自次日起计算，为20个工作日');
    expect(unsure).not.toContain('收到申请之日为');
  });
});
