import type { Payload } from 'payload';
import { mailbox } from '@/domain/applications/mails';
import { urgency } from '@/domain/annual-reports/reminders';
import { levelOf } from '@/domain/annual-reports/reporting';
import type { Stage } from '@/domain/review/stage';
import type { Day } from '@/domain/workdays/days';
import { messages } from '@/messages';
import type { Agency, User } from '@/payload-types';
import { dayWords, fill, mailOf, type Composed, type MailLocale, type MailPart } from './mail-text';

/** What a reminder tells an agency. */
export type ReminderFacts = {
  /** By language, for the mail speaks two. */
  names: Record<MailLocale, string>;
  kind: Agency['kind'];
  year: number;
  /** How the report stands in the review; `none` where there is no report. */
  state: Stage | 'none';
  today: Day;
  /** The full address of the report in the admin, or of a new one. */
  address: string;
};

/**
 * A reminder in Chinese with the same in English below it: it goes to several people of an agency at
 * once, of whom nobody knows which language they use.
 */
export function composeReminder(facts: ReminderFacts): Composed {
  const { subject, parts } = versionOf(facts, 'zh-CN');
  return mailOf(subject, [
    { locale: 'zh-CN', parts },
    { locale: 'en', parts: versionOf(facts, 'en').parts },
  ]);
}

function versionOf(
  { names, kind, year, state, today, address }: ReminderFacts,
  locale: MailLocale,
): { subject: string; parts: MailPart[] } {
  const { mail: words, states } = messages[locale].reportBoard;
  const level = levelOf(kind);
  const { tone, by, days } = urgency(year, level, today);
  const key = days === 0 ? 'today' : tone;
  const values = { year: String(year), day: dayWords(by, locale), days: String(days) };
  const agency = names[locale];
  // A public report is not reminded of, so there is no day of publication to name.
  const stage = state in states ? states[state as keyof typeof states] : states.draft;
  return {
    subject: fill(words.subjects[key], values),
    parts: [
      { text: fill(words.greeting, { agency }) },
      { text: fill(words.texts[key], values) },
      {
        facts: [
          { term: words.facts.agency, value: agency },
          { term: words.facts.year, value: String(year) },
          { term: words.facts.state, value: stage },
          { term: words.facts.by, value: values.day },
        ],
      },
      { text: words.law[level] },
      ...(kind === 'township' ? [{ text: words.townships }] : []),
      { text: words.look, link: address },
      { text: words.automatic },
    ],
  };
}

/**
 * Who hears of it: the editors, who write the report, and the leaders, who approve it, of the agency, and
 * its own mailbox where it has one. Each address once.
 */
export async function recipientsOf(
  payload: Payload,
  agency: Pick<Agency, 'id' | 'email'>,
): Promise<string[]> {
  const { docs } = await payload.db.find<User>({
    collection: 'users',
    where: {
      and: [{ agency: { equals: agency.id } }, { roles: { in: ['editor', 'leader'] } }],
    },
    select: { email: true },
    pagination: false,
    limit: 0,
  });
  const found = [...docs.map(({ email }) => email), agency.email].flatMap(
    (address) => mailbox(address) ?? [],
  );
  return [...new Map(found.map((address) => [address.toLowerCase(), address])).values()];
}
