'use client';

import { useCallback, useMemo } from 'react';
import { emptyTables } from '@/domain/annual-reports/fill';
import type { HandChange } from '@/domain/annual-reports/hand-changes';
import type { ReportPart } from '@/domain/annual-reports/layouts';
import type { Figure, LayoutCode, ReportTables } from '@/domain/annual-reports/tables';
import { layoutForYear, layouts } from '@/domain/annual-reports/years';
import { listOf, useReportState, useValue } from '../ReportForm/use-report-state';
import type { FormChange } from './hand-changes';

/** What the portal counted, as it is stored beside the report. */
export type Compiled = {
  at?: string;
  tables?: ReportTables;
  facts?: { publishedItems?: number };
};

export type GivenReason = { finding: string; reason: string; byName?: string; at?: string };

type Changes = {
  tables?: ReportTables;
  handChanges?: FormChange[];
  reasons?: GivenReason[];
  compiled?: Compiled;
};

/** The fields of the report that the tables are about, as they stand in the form. */
export function useReportForm(isReadOnlyField: boolean) {
  const { agency, change, getFields, id, isInReview, isPublished, isWriter, saved, year } =
    useReportState<Changes>();
  const chosen = useValue('layout');
  const stored = useValue('tables');
  const compiled = useValue('compiled') as Compiled | null | undefined;
  const handChanges = useValue('handChanges');
  const reasons = useValue('reasons');
  const layout = layoutIn(chosen, year);

  const tables = useMemo(() => (layout ? readTables(layout, stored) : null), [layout, stored]);

  /** The tables as they are at this moment, for what happens between two renderings. */
  const tablesNow = useCallback(
    () => (layout ? readTables(layout, getFields().tables?.value).tables : null),
    [getFields, layout],
  );
  const changesNow = useCallback(
    () => listOf<FormChange>(getFields().handChanges?.value),
    [getFields],
  );
  const compiledNow = useCallback(
    () => (getFields().compiled?.value as Compiled | null | undefined)?.tables ?? null,
    [getFields],
  );

  return {
    id,
    agency,
    year,
    layout,
    tables: tables?.tables ?? null,
    foreign: tables?.foreign ?? [],
    compiled: compiled ?? null,
    handChanges: useMemo(() => listOf<FormChange>(handChanges), [handChanges]),
    reasons: useMemo(() => listOf<GivenReason>(reasons), [reasons]),
    savedChanges: useMemo(() => listOf<HandChange>(saved.handChanges), [saved.handChanges]),
    savedReasons: useMemo(() => listOf<GivenReason>(saved.reasons), [saved.reasons]),
    isPublished,
    lock: isInReview ? ('review' as const) : isWriter ? null : ('role' as const),
    isReadOnly: isReadOnlyField || isInReview || !isWriter,
    change,
    tablesNow,
    changesNow,
    compiledNow,
  };
}

export type ReportForm = ReturnType<typeof useReportForm>;

/** The six parts as they stand in the form; the same object until one of them changes. */
export function useParts(): Partial<Record<ReportPart, unknown>> {
  const overview = useValue('parts.overview');
  const disclosure = useValue('parts.disclosure');
  const applications = useValue('parts.applications');
  const litigation = useValue('parts.litigation');
  const problems = useValue('parts.problems');
  const other = useValue('parts.other');
  return useMemo(
    () => ({ overview, disclosure, applications, litigation, problems, other }),
    [overview, disclosure, applications, litigation, problems, other],
  );
}

/** The layout chosen, else the one of the year; null where there is none. */
function layoutIn(chosen: unknown, year: unknown): LayoutCode | null {
  if (chosen === '2019' || chosen === '2021') return chosen;
  const first = Math.min(...Object.values(layouts).map(({ source }) => source.from));
  return typeof year === 'number' && Number.isInteger(year) && year >= first
    ? layoutForYear(year)
    : null;
}

/** A figure that the layout has no cell for, left from another layout. */
export type Foreign = { table: string; row: string; column: string; figure: Figure };

/** The stored value as full tables of the layout, and what of it the layout has no place for. */
function readTables(
  layout: LayoutCode,
  stored: unknown,
): { tables: ReportTables; foreign: Foreign[] } {
  const tables = emptyTables(layout);
  const foreign: Foreign[] = [];
  const known = tables as Record<string, Record<string, Record<string, Figure>>>;
  for (const [table, rows] of entries(stored)) {
    for (const [row, cells] of entries(rows)) {
      for (const [column, figure] of entries(cells)) {
        const place = known[table]?.[row];
        const value = typeof figure === 'number' ? figure : null;
        if (place && column in place) place[column] = value;
        else foreign.push({ table, row, column, figure: value });
      }
    }
  }
  return { tables, foreign };
}

const entries = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];
