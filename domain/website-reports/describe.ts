import { fieldOf, pathOf } from './form';
import type { FormFinding } from './check';

/** The sentences of findings, with `{…}` for what differs; messages/…/websiteReports.json `findings`. */
export type FindingWords = Record<FormFinding['rule'] | 'path' | 'step' | 'comma', string>;

/** A finding in words, with the reason that was given for it. */
export type WordedFinding = FormFinding & { text: string; needsReason: boolean; reason?: string };

/** Findings as sentences for a person; a soft one needs a reason until it has one. */
export function wordFindings(
  findings: readonly FormFinding[],
  reasons: readonly { finding: string; reason: string }[],
  { words, locale }: { words: FindingWords; locale: 'en' | 'zh-CN' },
): WordedFinding[] {
  return findings.map((finding) => {
    const reason = reasons.find((one) => one.finding === finding.key)?.reason;
    return {
      ...finding,
      text: sentence(finding, words, locale),
      needsReason: finding.severity === 'soft' && !reason,
      ...(reason && { reason }),
    };
  });
}

function sentence(
  { rule, fields, left, right }: FormFinding,
  words: FindingWords,
  locale: 'en' | 'zh-CN',
): string {
  const say = (code: string) =>
    words.path.replace('{names}', () => namesOf(code, locale).join(words.step));
  const [first = '', second = ''] = fields;
  const shown = rule === 'blank' ? fields : fields.slice(1);
  const filled: Record<string, string> = {
    field: first && say(first),
    other: second && say(second),
    others: shown.map(say).join(words.comma),
    left: String(left ?? ''),
    right: String(right ?? ''),
  };
  return words[rule].replace(/\{(\w+)\}/g, (whole, name: string) => filled[name] ?? whole);
}

/** What a field is called where several are: 办件量·总数 and not 总数 alone. */
function namesOf(code: string, locale: 'en' | 'zh-CN'): string[] {
  const path = pathOf(code).slice(-2);
  // The section says nothing where the field names itself.
  const names = AMBIGUOUS.test(fieldOf(code).label.zh) ? path : path.slice(-1);
  return names.map((label) => (locale === 'en' ? label.en : label.zh));
}

const AMBIGUOUS =
  /^(总数|名称|信息发布量|其他|平均办理时间|公开答复数量|网民留言数量|维护数量|新开设数量)$/u;
