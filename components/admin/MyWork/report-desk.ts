import { BOARD_PATH } from '@/components/admin/ReportBoard/board-address';
import { formatDate } from '@/components/DateText/format-date';
import { readAgencies } from '@/collections/AnnualReports/compile';
import { addressOfReport } from '@/collections/AnnualReports/report-address';
import { reportStandings } from '@/collections/AnnualReports/report-standings';
import { sightOf } from '@/collections/AnnualReports/board-rows';
import { idIn } from '@/collections/Documents/stored-days';
import { isInSeason, urgency } from '@/domain/annual-reports/reminders';
import { levelOf } from '@/domain/annual-reports/reporting';
import { reportsAbout } from '@/domain/annual-reports/reporting-agencies';
import { dayOf, yearOf } from '@/domain/workdays/days';
import { messages } from '@/messages';
import type { User } from '@/payload-types';
import type { Desk, Item, Sitting } from './desks';

const MOST = 8;

/** 条例第四十九条: annual reports that are not public while it is the time for them, an editor's own alone. */
export async function reportDesk({ payload, user, locale, now }: Sitting): Promise<Desk> {
  const { work, left } = messages[locale].reportBoard;
  const today = dayOf(now);
  const year = yearOf(today) - 1;
  const sight = sightOf(user ?? null);
  const own = sight === 'own' ? String(idIn((user as User).agency)) : null;
  const desk = { heading: work.heading, items: [], total: 0 };
  if (!isInSeason(year, today) || (sight !== 'all' && own === null)) return desk;
  const [agencies, standings] = await Promise.all([
    readAgencies(payload, locale),
    reportStandings(payload, year),
  ]);
  const items = agencies.flatMap((agency): Item[] => {
    const { id, name, kind, abolishedOn } = agency;
    const standing = standings.get(String(id));
    const isGone = abolishedOn !== null && abolishedOn <= today;
    if (!reportsAbout(agency, year) || isGone || standing?.isPublic) return [];
    if (own !== null && String(id) !== own) return [];
    const { tone, by, days } = urgency(year, levelOf(kind), today);
    const isLate = tone === 'overdue';
    const pattern = isLate ? left.over : days === 0 ? left.today : left.days;
    return [
      {
        href: addressOfReport(id, year, standing?.id ?? null),
        title: name,
        note: [
          work.by.replace('{date}', formatDate(by, locale)),
          pattern.replace('{days}', String(days)),
        ].join(' · '),
        isLate,
      },
    ];
  });
  return {
    ...desk,
    items: items.slice(0, MOST),
    total: items.length,
    more: [{ href: BOARD_PATH, label: String(items.length) }],
  };
}
