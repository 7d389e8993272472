import type { Payload, PayloadRequest } from 'payload';
import { readAgencies } from '@/collections/AnnualReports/compile';
import { addressOfReport } from '@/collections/AnnualReports/report-address';
import { reportStandings, type ReportStanding } from '@/collections/AnnualReports/report-standings';
import { remindersDue, type ReminderDue } from '@/domain/annual-reports/reminders';
import { reportsAbout, type ReportingAgency } from '@/domain/annual-reports/reporting-agencies';
import { yearOf, type Day } from '@/domain/workdays/days';
import { messages } from '@/messages';
import type { Agency, ReportReminder } from '@/payload-types';
import { attempt, isDue, mark, messageIdOf, type Outcome } from './attempt';
import { withoutAddresses } from './failure';
import { fill } from './mail-text';
import { composeReminder, recipientsOf } from './report-reminder';
import { sendsMail } from './server';

/**
 * Writes down the reminders of a day that are not there yet. They wait in the database until they are
 * sent, so that neither a restart nor a portal without a mail server loses one.
 *
 * @returns how many are new
 */
export async function writeDueReminders(payload: Payload, today: Day): Promise<number> {
  const [agencies, standings] = await Promise.all([
    readAgencies(payload),
    reportStandings(payload, yearOf(today) - 1),
  ]);
  const published = new Set(
    agencies.flatMap(({ id }) => (standings.get(String(id))?.isPublic ? [id] : [])),
  );
  const due = remindersDue(today, agencies, published);
  return (await writeReminders(payload, due)).length;
}

/**
 * Writes reminders down, each key once. Through the collection and not past it, so that the log keeps who
 * asked for one.
 *
 * @returns those that were not there
 */
export async function writeReminders(
  payload: Payload,
  due: readonly ReminderDue[],
  req?: PayloadRequest,
): Promise<ReminderDue[]> {
  if (due.length === 0) return [];
  const known = await keysAmong(payload, due, req);
  const made: ReminderDue[] = [];
  for (const reminder of due) {
    if (known.has(reminder.key)) continue;
    const data = { ...reminder, state: 'waiting', attempts: 0 } as ReportReminder;
    try {
      await payload.create({ collection: 'report-reminders', data, depth: 0, req });
      made.push(reminder);
    } catch (error) {
      // Somebody else wrote the same one at this moment.
      if (!(await keysAmong(payload, [reminder], req)).has(reminder.key)) throw error;
    }
  }
  return made;
}

/** Sends what waits and is due; returns how many went out. A server that takes none now is left alone. */
export async function sendReminders(payload: Payload, now: Date, today: Day): Promise<number> {
  const { docs } = await payload.db.find<ReportReminder>({
    collection: 'report-reminders',
    where: { state: { equals: 'waiting' } },
    sort: '-createdAt',
    limit: 0,
    pagination: false,
  });
  if (docs.length === 0 || !sendsMail(payload)) return 0;
  const round = await openRound(payload, docs, today);
  let sent = 0;
  const seen = new Set<string>();
  for (const reminder of docs) {
    const about = `${String(idOf(reminder.agency))}:${reminder.year}`;
    const isOvertaken = seen.has(about);
    seen.add(about);
    // Tried for the first time at once, for nobody else sends it.
    if (!isOvertaken && (reminder.attempts ?? 0) > 0 && !isDue(reminder, now)) continue;
    const outcome = isOvertaken
      ? await skip(payload, reminder, 'overtaken')
      : await sendReminder(payload, reminder, round);
    if (outcome === 'later') break;
    if (outcome === 'sent') sent += 1;
  }
  return sent;
}

/** What a round of sending looks up once: who reports, and how each report stands. */
type Round = {
  today: Day;
  agencies: readonly ReportingAgency[];
  standings: ReadonlyMap<number, ReadonlyMap<string, ReportStanding>>;
};

async function openRound(
  payload: Payload,
  reminders: readonly ReportReminder[],
  today: Day,
): Promise<Round> {
  const years = [...new Set(reminders.map(({ year }) => year))];
  const standings = await Promise.all(years.map((year) => reportStandings(payload, year)));
  return {
    today,
    agencies: await readAgencies(payload),
    standings: new Map(years.map((year, i) => [year, standings[i] ?? new Map()])),
  };
}

/** The words are made when the mail goes out, so that they say how the report stands then. */
async function sendReminder(
  payload: Payload,
  reminder: ReportReminder,
  round: Round,
): Promise<Outcome> {
  const { year, key } = reminder;
  const { today } = round;
  const agency = await agencyOf(payload, idOf(reminder.agency), year, round);
  if (!agency) return skip(payload, reminder, 'gone');
  const standing = round.standings.get(year)?.get(String(agency.id));
  if (standing?.isPublic) return skip(payload, reminder, 'published');
  const to = await recipientsOf(payload, agency);
  if (to.length === 0) return skip(payload, reminder, 'nobody');
  const { subject, text, html } = composeReminder({
    names: agency.names,
    kind: agency.kind,
    year,
    state: standing?.stage ?? 'none',
    today,
    address: `${process.env.SITE_URL ?? ''}${addressOfReport(agency.id, year, standing?.id ?? null)}`,
  });
  let refused: string[] = [];
  const outcome = await attempt(payload, 'report-reminders', reminder, {}, async () => {
    const answer: unknown = await payload.sendEmail({
      to,
      subject,
      text,
      html,
      messageId: messageIdOf(payload, 'report-reminder', key),
      headers: {
        // RFC 3834: no holiday notices and no answers of other machines.
        'Auto-Submitted': 'auto-generated',
        'Content-Language': 'zh-CN, en',
      },
    });
    refused = refusedIn(answer);
  });
  if (outcome === 'sent' && refused.length > 0) {
    const error = fill(words.someRefused, { count: String(refused.length) });
    const sentAt = new Date().toISOString();
    await mark(payload, 'report-reminders', reminder, { state: 'sent', error, sentAt });
  }
  return outcome;
}

const words = messages['zh-CN'].reportBoard.errors;

const skip = (
  payload: Payload,
  reminder: ReportReminder,
  why: Exclude<keyof typeof words, 'someRefused'>,
): Promise<'skipped'> =>
  mark(payload, 'report-reminders', reminder, { state: 'skipped', error: words[why] });

/** Null when it owes no report about the year, or is gone. */
async function agencyOf(
  payload: Payload,
  id: Agency['id'],
  year: number,
  { today, agencies }: Round,
) {
  const known = agencies.find((one) => String(one.id) === String(id));
  const isGone = Boolean(known?.abolishedOn && known.abolishedOn <= today);
  if (!known || isGone || !reportsAbout(known, year)) return null;
  const english = await payload.findByID({
    collection: 'agencies',
    id,
    locale: 'en',
    depth: 0,
    select: { name: true, email: true },
  });
  return {
    id,
    kind: known.kind,
    email: english.email ?? null,
    names: { 'zh-CN': known.name, en: english.name || known.name },
  };
}

/** Of several recipients a server may refuse some and take the mail for the others. */
function refusedIn(answer: unknown): string[] {
  const { rejected } = (answer ?? {}) as { rejected?: unknown };
  return Array.isArray(rejected) ? rejected.map((one) => withoutAddresses(String(one))) : [];
}

async function keysAmong(
  payload: Payload,
  due: readonly ReminderDue[],
  req?: PayloadRequest,
): Promise<Set<string>> {
  const { docs } = await payload.db.find<ReportReminder>({
    collection: 'report-reminders',
    where: { key: { in: due.map(({ key }) => key) } },
    select: { key: true },
    limit: 0,
    pagination: false,
    req,
  });
  return new Set(docs.map(({ key }) => key));
}

const idOf = (agency: ReportReminder['agency']): Agency['id'] =>
  typeof agency === 'object' ? agency.id : agency;
