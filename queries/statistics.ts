import type { Payload } from 'payload';
import { workCalendar } from '@/collections/HolidayNotices/work-calendar';
import { letterFigures } from '@/domain/letters/statistics';
import {
  answersWithin,
  consultationsWithin,
  type AnswerFigures,
  type ConsultationFigures,
} from '@/domain/statistics/answers';
import { ofYear, yearFigures, yearsOf, type YearFigures } from '@/domain/statistics/publications';
import type { CountedAgency } from '@/domain/statistics/quarter';
import { recordIn, type ReadCollection } from '@/domain/statistics/readable';
import { addMonths, dayOf, yearOf, type Day } from '@/domain/workdays/days';
import type { Locale } from '@/i18n/routing';
import type { MediaAccount } from '@/payload-types';
import { agencyNames } from './agency-names';
import { asPublic, portal } from './portal';
import {
  agencyRows,
  applicationRows,
  commentDays,
  consultationRows,
  documentRows,
  interpretationRows,
  letterRows,
} from './statistics-rows';
import { mostRead } from './stored-reads';

/** Pages are kept for an hour besides; pages and files asked for at once share one reading. */
const KEPT_MS = 300_000;

type Rows = Awaited<ReturnType<typeof readRows>>;
const kept = new WeakMap<Payload, { until: number; rows: Promise<Rows> }>();

export type Statistics = YearFigures & {
  /** Those that have figures, the newest first. */
  years: number[];
  /** The last day that is counted. */
  asOf: Day;
  before: { documents: number; interpretations: number };
  agencyOf: ReadonlyMap<string, CountedAgency>;
  applications: AnswerFigures;
  letters: AnswerFigures;
  corrections: AnswerFigures;
  consultations: ConsultationFigures & { comments: number };
};

/** What the public may know of a year; null for one that has not begun, or before anything was published. */
export async function statisticsOf(
  year: number,
  today = dayOf(new Date()),
): Promise<Statistics | null> {
  return readYear(await portal(), year, today);
}

/** As statisticsOf, of a payload; rows are read at most every five minutes. */
export async function readYear(
  payload: Payload,
  year: number,
  today: Day,
): Promise<Statistics | null> {
  const rows = await keptRows(payload);
  const years = yearsOf(rows.documents, rows.interpretations, today);
  if (!years.includes(year) || year > yearOf(today)) return null;
  const [from, end] = [`${year}-01-01`, `${year}-12-31`];
  const to = end < today ? end : today;
  // As /letters/statistics counts them: by the year of receipt.
  const { purposes } = letterFigures(
    rows.letters.flatMap((row) => (row.receivedOn ? [{ ...row, receivedOn: row.receivedOn }] : [])),
    { from, to, today },
    rows.calendar,
  );
  return {
    ...yearFigures(rows.documents, rows.interpretations, year),
    years: years.filter((each) => each <= yearOf(today)),
    asOf: to,
    before: {
      documents: ofYear(rows.documents, year - 1).length,
      interpretations: ofYear(rows.interpretations, year - 1).length,
    },
    agencyOf: new Map(rows.agencies.map((agency) => [agency.id, agency])),
    applications: answersWithin(rows.applications, from, to),
    letters: { ...purposes.letter, timed: purposes.letter.answered },
    corrections: { ...purposes.correction, timed: purposes.correction.answered },
    consultations: {
      ...consultationsWithin(rows.consultations, from, to),
      comments: rows.comments.filter((day) => day >= from && day <= to).length,
    },
  };
}

/** For tests and programs that have just written: the next one who asks reads anew. */
export const forgetStatistics = (payload: Payload): void => void kept.delete(payload);

function keptRows(payload: Payload): Promise<Rows> {
  const last = kept.get(payload);
  if (last && last.until > Date.now()) return last.rows;
  const rows = readRows(payload);
  kept.set(payload, { until: Date.now() + KEPT_MS, rows });
  // What failed is not kept: the next one asks again.
  rows.catch(() => kept.delete(payload));
  return rows;
}

async function readRows(payload: Payload) {
  const agencies = await agencyRows(payload);
  const [calendar, documents, interpretations, applications, letters, consultations, comments] =
    await Promise.all([
      workCalendar({ payload }),
      documentRows(payload, agencies),
      interpretationRows(payload),
      applicationRows(payload),
      letterRows(payload),
      consultationRows(payload),
      commentDays(payload),
    ]);
  return {
    agencies,
    calendar,
    documents,
    interpretations,
    applications,
    letters,
    consultations,
    comments,
  };
}

export type ReadItem = { collection: ReadCollection; slug: string; title: string; count: number };

/** How many of the most read are shown. */
const MOST_READ = 10;

/** The pages read most in a year, and in the last two months of it that are counted; only those still public. */
export async function mostReadIn(
  year: number,
  locale: Locale,
  today = dayOf(new Date()),
): Promise<{ year: ReadItem[]; recent: ReadItem[] }> {
  const payload = await portal();
  const thisMonth = today.slice(0, 7);
  const last = `${year}-12` < thisMonth ? `${year}-12` : thisMonth;
  const previous = addMonths(`${last}-01`, -1).slice(0, 7);
  const read = async (from: string) =>
    named(payload, await mostRead(payload, { from, to: last }, 3 * MOST_READ), locale);
  const [all, recent] = await Promise.all([read(`${year}-01`), read(previous)]);
  return { year: all, recent };
}

/** Titles of records as the public may read them; what was withdrawn falls away. */
async function named(
  payload: Payload,
  reads: readonly { record: string; count: number }[],
  locale: Locale,
): Promise<ReadItem[]> {
  const records = reads.flatMap(({ record, count }) => {
    const known = recordIn(record);
    return known ? [{ ...known, count }] : [];
  });
  const titles = new Map<string, string>();
  for (const collection of new Set(records.map((one) => one.collection))) {
    const slugs = records.filter((one) => one.collection === collection).map(({ slug }) => slug);
    const { docs } = await payload.find({
      collection,
      where: { slug: { in: slugs } },
      limit: slugs.length,
      pagination: false,
      depth: 0,
      select: { title: true, slug: true, english: { title: true } },
      locale,
      ...asPublic,
    });
    for (const { title, slug, english } of docs) {
      titles.set(`${collection}:${slug}`, (locale === 'en' && english?.title) || title);
    }
  }
  return records
    .flatMap((one) => {
      const title = titles.get(`${one.collection}:${one.slug}`);
      return title ? [{ ...one, title }] : [];
    })
    .slice(0, MOST_READ);
}

export type MediaRow = Pick<MediaAccount, 'name' | 'platform' | 'url' | 'followers' | 'items'> & {
  agency: string | null;
  asOf: Day | null;
};

/** 政务新媒体 that are in use, in their order. */
export async function mediaAccounts(locale: Locale): Promise<MediaRow[]> {
  const [payload, names] = await Promise.all([portal(), agencyNames(locale)]);
  const { docs } = await payload.find({
    collection: 'media-accounts',
    where: { retired: { not_equals: true } },
    sort: ['order', 'id'],
    limit: 200,
    pagination: false,
    depth: 0,
    locale,
    ...asPublic,
  });
  return docs.map(({ name, platform, url, followers, items, asOf, agency }) => ({
    name,
    platform,
    url,
    followers,
    items,
    asOf: asOf ? dayOf(asOf) : null,
    agency: names.get(String(typeof agency === 'object' ? agency.id : agency))?.name ?? null,
  }));
}
