import { APIError, type PayloadRequest } from 'payload';
import { localeOf } from '@/access/language';
import type { Answers } from '@/domain/website-reports/answers';
import { checkForm } from '@/domain/website-reports/check';
import { wordFindings, type WordedFinding } from '@/domain/website-reports/describe';
import { FIELDS, pathOf } from '@/domain/website-reports/form';
import { readReasons } from '@/domain/annual-reports/reasons';
import type { HandChange } from '@/domain/website-reports/kept';
import { dayOf } from '@/domain/workdays/days';
import { messages } from '@/messages';
import { compiledIn } from './keep-values';

/** A report as it is saved or asked about: its answers read, the rest as it came. */
export type Weighed = {
  year: number;
  answers: Answers;
  publishedOn?: string | null;
  compiled: unknown;
  handChanges: unknown;
  reasons: unknown;
};

/** All findings about a report in the language of whoever asks, with the reasons given. */
export function findingsOf(req: PayloadRequest, report: Weighed): WordedFinding[] {
  const locale = localeOf(req);
  const changes = listOf<HandChange>(report.handChanges);
  const findings = checkForm(report.answers, {
    year: report.year,
    publishedOn: dayOf(report.publishedOn || new Date()),
    compiled: compiledIn(report.compiled) ?? {},
    explained: changes.filter(({ why }) => Boolean(why)).map(({ field }) => field),
  });
  return wordFindings(findings, readReasons(report.reasons) ?? [], {
    locale,
    words: messages[locale].websiteReports.findings,
  });
}

export type RefusalKey = keyof (typeof messages)['zh-CN']['websiteReports']['refusals'];

/** A refusal in the language of whoever asks; `list` is what it speaks of. */
export const refused = (
  req: PayloadRequest,
  key: RefusalKey,
  status: number,
  list = '',
): APIError => {
  const words = messages[localeOf(req)].websiteReports.refusals[key];
  return new APIError(
    words.replace('{list}', () => list),
    status,
    { refusal: key },
    true,
  );
};

/** Fields that can't be stored, by their names; what is none of the form by its code. */
export function fieldNames(req: PayloadRequest, codes: readonly string[]): string {
  const locale = localeOf(req);
  const { comma } = messages[locale].websiteReports.findings;
  const known = new Set(FIELDS.map(({ code }) => code));
  return codes
    .map((code) => {
      const name = known.has(code) ? pathOf(code).at(-1) : undefined;
      return name ? (locale === 'en' ? name.en : name.zh) : code;
    })
    .join(comma);
}

const listOf = <Entry>(value: unknown): Entry[] => (Array.isArray(value) ? value : []);
