import type { Payload } from 'payload';
import { workCalendar } from '@/collections/HolidayNotices/work-calendar';
import {
  correctionFigures,
  publicFigures,
  type CorrectionFigures,
  type CountedLetter,
  type PublicFigures,
} from '@/domain/letters/figures';
import { dayOf } from '@/domain/workdays/days';
import type { Locale } from '@/i18n/routing';
import { agencyNames } from './agency-names';
import { keptBriefly } from './kept-briefly';
import { dayReader, plainColumns } from './plain-columns';
import { portal } from './portal';

/** Columns without personal data, and nothing else of the row. */
const COLUMNS = [
  'agency',
  'purpose',
  'kind',
  'status',
  'receivedOn',
  'dueOn',
  'closedOn',
  'page.result',
  'rating.score',
] as const;

type Row = Awaited<ReturnType<typeof plainColumns<(typeof COLUMNS)[number]>>>[number];

export type NamedFigures = Omit<PublicFigures, 'agencies'> & {
  agencies: (PublicFigures['agencies'][number] & { name: string | null })[];
};

/** The figures of letters by agency, of a year or of all. */
export async function lettersInFigures(year: number | null, locale: Locale): Promise<NamedFigures> {
  const [rows, names, calendar] = await Promise.all([
    counted('letters'),
    agencyNames(locale),
    portal().then((payload) => workCalendar({ payload })),
  ]);
  const figures = publicFigures(rows, year, calendar, dayOf(new Date()));
  const agencies = figures.agencies.map((one) => {
    const agency = one.agency === null ? undefined : names.get(one.agency);
    return { ...one, agency: agency?.slug ?? null, name: agency?.name ?? null };
  });
  return { ...figures, agencies };
}

export async function correctionsInFigures(): Promise<CorrectionFigures> {
  const [rows, calendar] = await Promise.all([
    counted('letters'),
    portal().then((payload) => workCalendar({ payload })),
  ]);
  return correctionFigures(rows, calendar, dayOf(new Date()));
}

/** Pages and files asked for at once share one reading. */
const counted = keptBriefly(async (): Promise<CountedLetter[]> => countedLetters(await portal()));

/**
 * All letters as they are counted. Reads past access control, since nobody of the public may read a letter,
 * and is given out in sums alone.
 */
export async function countedLetters(payload: Payload): Promise<CountedLetter[]> {
  const rows = await plainColumns(payload, 'letters', COLUMNS);
  const dayIn = dayReader();
  return rows.flatMap((row) => rowOf(row, dayIn) ?? []);
}

function rowOf(row: Row, dayIn: ReturnType<typeof dayReader>): CountedLetter | null {
  const receivedOn = dayIn(row.receivedOn);
  if (!receivedOn) return null;
  return {
    agency: row.agency === null ? null : String(row.agency),
    purpose: row.purpose as CountedLetter['purpose'],
    kind: row.kind as CountedLetter['kind'],
    status: row.status as CountedLetter['status'],
    receivedOn,
    dueOn: dayIn(row.dueOn),
    closedOn: dayIn(row.closedOn),
    result: row['page.result'] as string | null,
    score: row['rating.score'] as number | null,
  };
}
