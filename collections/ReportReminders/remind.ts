import { APIError, type Endpoint } from 'payload';
import { localeOf } from '@/access/language';
import { hasRole } from '@/access/roles';
import { readAgencies } from '@/collections/AnnualReports/compile';
import { reportStandings } from '@/collections/AnnualReports/report-standings';
import { handReminderKey } from '@/domain/annual-reports/reminders';
import { reportsAbout } from '@/domain/annual-reports/reporting-agencies';
import { layouts } from '@/domain/annual-reports/years';
import { dayOf, yearOf } from '@/domain/workdays/days';
import { messages } from '@/messages';
import { writeReminders } from '@/transfer/mail/send-reminders';
import { sendsMail } from '@/transfer/mail/server';

/**
 * `POST /api/report-reminders/remind` with `{ year, agencies: id[] }`: these agencies are reminded of
 * their reports now, each at most once a day and none whose report is public. For administrators, clerks
 * and leaders.
 *
 * Answers `{ message, reminded, left }`, the numbers of agencies.
 */
export const remind: Endpoint = {
  path: '/remind',
  method: 'post',
  handler: async (req) => {
    const { payload, user } = req;
    const words = messages[localeOf(req)].reportBoard.remind;
    if (!user) throw new APIError('Unauthorized', 401);
    if (!mayRemind(user)) throw new APIError(words.notAllowed, 403, null, true);
    const asked = readAsked(await req.json?.().catch(() => null));
    if (!asked) throw new APIError(words.body, 400, null, true);
    const { year } = asked;
    const today = dayOf(new Date());
    const [agencies, standings] = await Promise.all([
      readAgencies(payload),
      reportStandings(payload, year),
    ]);
    const due = agencies
      .filter((agency) => asked.agencies.has(String(agency.id)) && reportsAbout(agency, year))
      .filter(({ id }) => !standings.get(String(id))?.isPublic)
      .map(({ id }) => ({ agency: id, year, key: handReminderKey(id, year, today) }));
    const made = await writeReminders(payload, due, req);
    if (made.length > 0) {
      await payload.jobs.queue({ task: 'report-reminders', queue: 'mail', input: {}, req });
    }
    const left = asked.agencies.size - made.length;
    const done = sendsMail(payload) ? words.done : words.doneNoMail;
    const message = [
      made.length > 0 ? done.replace('{count}', String(made.length)) : words.noneLeft,
      made.length > 0 && left > 0 && words.some.replace('{count}', String(left)),
    ];
    return Response.json({
      message: message.filter(Boolean).join(' '),
      reminded: made.length,
      left,
    });
  },
};

export const mayRemind = (user: Parameters<typeof hasRole>[0]): boolean =>
  hasRole(user, 'administrator', 'clerk', 'leader');

/** More than any county has. */
const MOST = 500;

function readAsked(body: unknown): { year: number; agencies: Set<string> } | null {
  const { year, agencies } = (body ?? {}) as { year?: unknown; agencies?: unknown };
  if (typeof year !== 'number' || !Number.isInteger(year)) return null;
  // Before, no report is filed here; and a year that has not begun has nothing to report.
  if (year < layouts['2019'].source.from || year > yearOf(dayOf(new Date()))) return null;
  if (!Array.isArray(agencies) || agencies.length === 0 || agencies.length > MOST) return null;
  const ids = agencies.filter((id) => typeof id === 'number' || typeof id === 'string');
  return ids.length === agencies.length ? { year, agencies: new Set(ids.map(String)) } : null;
}
