import type { Payload } from 'payload';
import { workCalendar } from '@/collections/HolidayNotices/work-calendar';
import {
  grouped,
  letterFigures,
  type LetterFigures,
  type LetterStatistics,
} from '@/domain/letters/statistics';
import { dayOf, type Day } from '@/domain/workdays/days';
import type { Agency, Letter, PublishedLetter } from '@/payload-types';

export type AgencyLetterFigures = LetterFigures & {
  /** Null for letters that no agency has yet. */
  agency: { slug: string; name: string } | null;
  published: number;
};

/** Figures of the letters received on the given days: no text and no name is read. */
export async function letterStatistics(
  payload: Payload,
  { from, to, locale = 'zh-CN' }: { from: Day; to: Day; locale?: 'zh-CN' | 'en' },
): Promise<
  Pick<LetterStatistics, 'all' | 'purposes'> & {
    published: number;
    agencies: AgencyLetterFigures[];
  }
> {
  const [{ docs: letters }, { docs: published }, { docs: agencies }, calendar] = await Promise.all([
    payload.db.find<Letter>({
      collection: 'letters',
      where: {
        and: [
          { receivedOn: { greater_than_equal: `${from}T00:00:00.000Z` } },
          { receivedOn: { less_than_equal: `${to}T23:59:59.999Z` } },
          { status: { not_in: ['withdrawn', 'discarded'] } },
        ],
      },
      select: {
        agency: true,
        purpose: true,
        status: true,
        receivedOn: true,
        dueOn: true,
        closedOn: true,
      },
      limit: 0,
      pagination: false,
    }),
    payload.db.find<PublishedLetter>({
      collection: 'published-letters',
      where: {
        and: [
          { _status: { equals: 'published' } },
          { answeredOn: { greater_than_equal: `${from}T00:00:00.000Z` } },
          { answeredOn: { less_than_equal: `${to}T23:59:59.999Z` } },
        ],
      },
      select: { agency: true },
      limit: 0,
      pagination: false,
    }),
    payload.find({
      collection: 'agencies',
      pagination: false,
      depth: 0,
      locale,
      select: { slug: true, name: true },
    }),
    workCalendar({ payload }),
  ]);
  const byId = new Map(agencies.map((agency) => [String(agency.id), agency]));
  const slugOf = (agency: Letter['agency']): string | null => {
    const id = agency && typeof agency === 'object' ? agency.id : agency;
    return (id && byId.get(String(id))?.slug) || null;
  };
  const day = (value: string | null | undefined): Day | null => (value ? dayOf(value) : null);
  const figures = letterFigures(
    letters.map((letter) => ({
      agency: slugOf(letter.agency),
      purpose: letter.purpose,
      status: letter.status,
      receivedOn: dayOf(letter.receivedOn!),
      dueOn: day(letter.dueOn),
      closedOn: day(letter.closedOn),
    })),
    { from, to, today: dayOf(new Date()) },
    calendar,
  );
  const publishedBy = grouped(published, ({ agency }) => slugOf(agency));
  const bySlug = new Map<string, Pick<Agency, 'slug' | 'name'>>(
    agencies.map((agency) => [agency.slug ?? '', agency]),
  );
  return {
    all: figures.all,
    purposes: figures.purposes,
    published: published.length,
    agencies: figures.agencies.map(({ agency: slug, ...rest }) => {
      const agency = slug === null ? undefined : bySlug.get(slug);
      return {
        ...rest,
        agency: agency ? { slug: agency.slug ?? '', name: agency.name } : null,
        published: publishedBy.get(slug)?.length ?? 0,
      };
    }),
  };
}
