import type { CollectionBeforeChangeHook } from 'payload';
import {
  handChangesOf,
  readGivenChanges,
  type HandChange,
} from '@/domain/annual-reports/hand-changes';
import { parseTables } from '@/domain/annual-reports/parse';
import type { LayoutCode, ReportTables } from '@/domain/annual-reports/tables';
import type { AnnualReport, User } from '@/payload-types';
import type { Compiled } from './compile';
import { isObject, layoutOf } from './findings';

declare module 'payload' {
  interface RequestContext {
    /** Said by compile-into.ts alone: what was counted is written by nobody else. */
    isReportCompiled?: boolean;
  }
}

/**
 * Keeps what the records say beside what a person entered: a cell that differs is kept with both figures,
 * who changed it, when, and why. Nobody sends `compiled`, and of `handChanges` only the cell and the why
 * are taken from what is sent.
 */
export const keepBothValues: CollectionBeforeChangeHook<AnnualReport> = ({
  context,
  data,
  operation,
  originalDoc: given,
  req,
}) => {
  // On create, Payload gives the report of which this one is a copy, if it is one.
  const originalDoc = operation === 'create' ? undefined : given;
  const stored = originalDoc?.compiled ?? null;
  const compiled = context.isReportCompiled ? data.compiled : stored;
  const report = { ...originalDoc, ...data, compiled };
  const layout = report.year ? layoutOf(report.layout, report.year) : null;
  const computed = layout && compiledIn(compiled, layout);
  const parsed = layout && report.tables ? parseTables(layout, report.tables) : null;
  // Unknown cells are refused by the check of the figures, which comes next.
  if (!layout || !computed || !parsed?.ok) {
    return { ...data, compiled, handChanges: originalDoc?.handChanges ?? null };
  }
  const user = (context.signOff?.editor ?? req.user) as User | null | undefined;
  const handChanges = handChangesOf(layout, parsed.value, computed, {
    known: changesIn(originalDoc?.handChanges),
    given: readGivenChanges(data.handChanges),
    editor: {
      by: user?.id ?? null,
      byName: user?.name ?? null,
      at: new Date().toISOString(),
    },
  });
  return { ...data, compiled, handChanges };
};

/** The computed figures that a report keeps, where they are of this layout. */
export function compiledIn(stored: unknown, layout: LayoutCode): ReportTables | null {
  if (!isObject(stored)) return null;
  const { tables } = stored as Partial<Compiled>;
  const parsed = tables ? parseTables(layout, tables) : null;
  return parsed?.ok ? parsed.value : null;
}

/** The changes by hand that a report keeps; only the hook writes them. */
export const changesIn = (stored: unknown): HandChange[] =>
  Array.isArray(stored) ? (stored as HandChange[]) : [];
