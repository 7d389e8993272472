import { describeFinding } from '../../../domain/annual-reports/describe';
import type { Label } from '../../../domain/annual-reports/layouts';
import { layouts } from '../../../domain/annual-reports/years';
import { messages } from '../../../messages';
import type { ReportFinding } from './findings';
import type { Place } from './source';

export type Locale = keyof typeof messages;
type Values = Record<string, string | number>;

/** A pattern with its `{names}` filled in. */
export const fill = (pattern: string, values: Values): string =>
  pattern.replace(/\{(\w+)\}/gu, (_, name: string) => String(values[name] ?? ''));

/** More columns than this are counted and not listed. */
const COLUMNS_LISTED = 3;
/** A cell as it is written may hold a whole page. */
const TEXT_SHOWN = 60;

/** A finding as a sentence: which cell, what about it, where it stands, what is written there. */
export function findingSentence(finding: ReportFinding, locale: Locale): string {
  const words = messages[locale].reportImport;
  const { text, place, check } = finding;
  if (check) {
    const tongue = { locale, words: messages[locale].reportFindings };
    return describeFinding(check.layout, check.finding, tongue);
  }
  const at = place ? placeWords(place, locale) : '';
  const subject = subjectOf(finding, locale);
  return [
    subject && `${subject}${at && fill(words.at, { place: at })}${words.colon}`,
    sayingOf(finding, locale),
    text === undefined ? '' : fill(words.written, { text: short(text) }),
    !subject && at ? fill(words.at, { place: at }) : '',
  ].join('');
}

function sayingOf(finding: ReportFinding, locale: Locale): string {
  const { reportImport, files } = messages[locale];
  const { code, columns = [], detail = {}, figure, table } = finding;
  const values: Values = {
    ...detail,
    columns: columnList(columns, table, locale),
    first: columnLabel(columns[0], table, locale),
    last: columnLabel(columns.at(-1), table, locale),
    ...(figure !== undefined && { figure }),
    ...(detail.part !== undefined && { part: partLabel(String(detail.part), locale) }),
  };
  const own: Record<string, string> = reportImport.findings;
  if (own[code] !== undefined) return fill(own[code], values);
  const refusals: Record<string, string> = files.skips;
  if (refusals[code] !== undefined) {
    const particulars = detail.detail === undefined ? '' : `（${detail.detail}）`;
    return `${refusals[code]}${particulars}${locale === 'en' ? '.' : '。'}`;
  }
  return code;
}

function subjectOf({ table, row, column }: ReportFinding, locale: Locale): string {
  const { subject, tables } = messages[locale].reportImport;
  if (!table) return '';
  const values = {
    table: tables[table],
    row: rowLabel(row, table, locale),
    column: columnLabel(column, table, locale),
  };
  if (row && column) return fill(subject.cell, values);
  if (row) return fill(subject.row, values);
  return fill(column ? subject.column : subject.table, values);
}

export function placeWords(place: Place, locale: Locale): string {
  const words = messages[locale].reportImport.place;
  if (place.sheet !== undefined) {
    return fill(place.cell ? words.sheet : words.sheetOnly, {
      sheet: place.sheet,
      cell: place.cell ?? '',
    });
  }
  if (place.table !== undefined) {
    const { table, row = '', column = '' } = place;
    return fill(words.cell, { table, row, column });
  }
  return place.line === undefined ? '' : fill(words.line, { line: place.line });
}

const short = (text: string): string => {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length > TEXT_SHOWN ? `${line.slice(0, TEXT_SHOWN)}…` : line;
};

function columnList(
  columns: readonly string[],
  table: ReportFinding['table'],
  locale: Locale,
): string {
  const words = messages[locale].reportImport;
  const listed = columns
    .slice(0, COLUMNS_LISTED)
    .map((column) => columnLabel(column, table, locale))
    .join(words.listComma);
  return columns.length > COLUMNS_LISTED
    ? fill(words.columnsMore, { columns: listed, count: columns.length })
    : listed;
}

type Labelled = { code: string | null; label: Label };
const all = Object.values(layouts);
const rows = {
  disclosure: all.flatMap(({ disclosure }) =>
    disclosure.flatMap((group): Labelled[] => group.rows),
  ),
  applications: all.flatMap(({ applications }): Labelled[] => applications.lines),
  litigation: all.flatMap(({ litigation }): Labelled[] => litigation.rows),
};
const columnsOf = {
  disclosure: all.flatMap(({ disclosure }) =>
    disclosure.flatMap((group): Labelled[] => group.columns),
  ),
  applications: all.flatMap(({ applications }): Labelled[] => applications.columns),
  litigation: all.flatMap(({ litigation }): Labelled[] => litigation.columns),
};

function labelIn(list: readonly Labelled[], code: string | undefined, locale: Locale): string {
  const label = list.find((one) => one.code === code)?.label;
  if (!label) return code ?? '';
  return locale === 'en' ? label.en : label.zh;
}

const rowLabel = (
  row: string | undefined,
  table: ReportFinding['table'],
  locale: Locale,
): string => (table ? labelIn(rows[table], row, locale) : '');

const columnLabel = (
  column: string | undefined,
  table: ReportFinding['table'],
  locale: Locale,
): string => (table ? labelIn(columnsOf[table], column, locale) : '');

export const partLabel = (part: string, locale: Locale): string =>
  labelIn(all[0]?.parts ?? [], part, locale);
