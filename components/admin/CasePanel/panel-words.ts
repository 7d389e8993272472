import type { AmendItem } from '@/domain/applications/amendments';
import { formatDate } from '@/components/DateText/format-date';
import applicationsEn from '@/messages/en/applications.json';
import casesEn from '@/messages/en/cases.json';
import clockEn from '@/messages/en/clock.json';
import deskEn from '@/messages/en/desk.json';
import applicationsZh from '@/messages/zh-CN/applications.json';
import casesZh from '@/messages/zh-CN/cases.json';
import clockZh from '@/messages/zh-CN/clock.json';
import deskZh from '@/messages/zh-CN/desk.json';

/** All that the panel says, in the language of the admin. */
export type Words = {
  locale: 'zh-CN' | 'en';
  desk: typeof deskZh;
  cases: typeof casesZh;
  clock: typeof clockZh;
  statuses: Record<string, string>;
  replies: Record<string, string>;
  /** The words of what is chosen in the filing, by item. */
  choices: Partial<Record<AmendItem, Record<string, string>>>;
  day: (day: string) => string;
  time: (instant: string) => string;
};

const chinese = { desk: deskZh, cases: casesZh, clock: clockZh };
const english = { desk: deskEn, cases: casesEn, clock: clockEn };

export function wordsIn(language: string): Words {
  const locale = language === 'en' ? 'en' : 'zh-CN';
  const applications = locale === 'en' ? applicationsEn : applicationsZh;
  return {
    locale,
    ...(locale === 'en' ? english : chinese),
    statuses: applications.statuses,
    replies: applications.replies.kinds,
    choices: {
      idType: applications.applicants.idTypes,
      applicantKind: applications.applicants.kinds,
      form: applications.forms,
      delivery: applications.delivery,
    },
    day: (day) => formatDate(day, locale),
    time: (instant) =>
      new Date(instant).toLocaleString(locale === 'en' ? 'en-GB' : 'zh-CN', {
        timeZone: 'Asia/Shanghai',
        dateStyle: 'medium',
        timeStyle: 'short',
      }),
  };
}

/** A pattern with its places filled. */
export const put = (pattern: string, values: Record<string, string | number>): string =>
  pattern.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
