import type { PayloadRequest } from 'payload';
import { localeOf } from '@/access/language';
import { idIn } from '@/collections/Documents/stored-days';
import { emptyTables } from '@/domain/annual-reports/fill';
import { handChangesOf, recompiled, type CellChange } from '@/domain/annual-reports/hand-changes';
import { parseTables } from '@/domain/annual-reports/parse';
import type { LayoutCode, ReportTables } from '@/domain/annual-reports/tables';
import { dayOf, yearOf } from '@/domain/workdays/days';
import { messages } from '@/messages';
import type { AnnualReport, QuarterlyNotice } from '@/payload-types';
import { countReport, OtherLayout, type Compiled, type Counted } from './compile';
import { compileRefused } from './compile-refused';
import { layoutOf } from './findings';
import { changesIn, compiledIn } from './keep-both-values';

export type CompileResult = { compiled: Compiled; tables: ReportTables; changed: CellChange[] };

const UNDER_REVIEW = ['submitted', 'reviewed', 'approved'];

/**
 * Counts a report anew and keeps the figures in its draft; a cell that somebody changed keeps what was
 * entered. What is public or under review isn't touched on the way: its signatures are for its figures.
 *
 * @param report its newest state, as whoever asks may read it
 * @param newDraft whether a published report gets a draft beside it, which is reviewed like any
 * @throws APIError with a refusal in the language of the request
 */
export async function compileInto(
  req: PayloadRequest,
  report: AnnualReport,
  { newDraft = false, overrideAccess = false } = {},
): Promise<CompileResult> {
  if (await isUnderReview(req, 'annual-reports', report))
    throw compileRefused(req, 'underReview', 409);
  if (report._status === 'published' && !newDraft) throw compileRefused(req, 'published', 409);
  const layout = layoutFor(req, report);
  const { compiled } = await counted(req, report, layout);
  const written = parseTables(layout, report.tables ?? {});
  // Figures of another layout than the report's are of no use in it.
  const old = written.ok ? written.value : emptyTables(layout);
  const before = compiledIn(report.compiled, layout);
  // A change that was never recorded, as in a report of before it was first compiled, is one as well.
  const known = changesIn(report.handChanges);
  const changes = before
    ? handChangesOf(layout, old, before, {
        known,
        given: [],
        editor: { by: null, byName: null, at: compiled.at },
      })
    : known;
  const { tables, changed } = recompiled(layout, old, compiled.tables, { before, changes });
  await req.payload.update({
    collection: 'annual-reports',
    id: report.id,
    draft: true,
    depth: 0,
    select: { year: true },
    data: { tables: { ...tables }, compiled: { ...compiled } },
    context: { isReportCompiled: true, disableRevalidate: true },
    overrideAccess,
    user: req.user,
    req,
  });
  return { compiled, tables, changed };
}

/** A draft that says what is public already has its approval from there, and waits for nobody. */
export async function isUnderReview(
  req: PayloadRequest,
  collection: 'annual-reports' | 'quarterly-notices',
  { id, review, _status }: Pick<AnnualReport | QuarterlyNotice, 'id' | 'review' | '_status'>,
): Promise<boolean> {
  if (_status === 'published' || !UNDER_REVIEW.includes(review?.state ?? '')) return false;
  if (review?.state !== 'approved') return true;
  const open = await req.payload.db.findOne<AnnualReport>({
    collection,
    where: { and: [{ id: { equals: id } }, { _status: { equals: 'published' } }] },
    select: { review: true },
    req,
  });
  return open?.review?.fingerprint !== review.fingerprint;
}

/**
 * Begins an agency's report with the figures of its records.
 *
 * @throws APIError as compileInto, and where there is a report already
 */
export async function compileNew(
  req: PayloadRequest,
  { agency, year }: Pick<AnnualReport, 'agency' | 'year'>,
): Promise<{ report: AnnualReport; compiled: Compiled }> {
  const layout = layoutFor(req, { year });
  const { compiled } = await counted(req, { agency, year }, layout);
  const report = await req.payload.create({
    collection: 'annual-reports',
    draft: true,
    depth: 0,
    data: { agency, year, layout, tables: { ...compiled.tables }, compiled: { ...compiled } },
    context: { isReportCompiled: true, disableRevalidate: true },
    user: req.user,
    req,
  });
  return { report, compiled };
}

/**
 * The figures of now, with the records behind them; nothing is kept.
 *
 * @throws APIError where agencies of the county report in another layout
 */
export async function counted(
  req: PayloadRequest,
  { agency, year }: Pick<AnnualReport, 'agency' | 'year'>,
  layout: LayoutCode,
): Promise<Counted> {
  try {
    return await countReport(req.payload, { agency: idIn(agency)!, year, layout });
  } catch (error) {
    if (!(error instanceof OtherLayout)) throw error;
    const names = error.names.join(messages[localeOf(req)].reportCompile.comma);
    throw compileRefused(req, 'otherLayout', 409, { names });
  }
}

/** @throws APIError for a year without a national layout, or one that has not begun */
export function layoutFor(
  req: PayloadRequest,
  { layout, year }: Pick<AnnualReport, 'year'> & Partial<Pick<AnnualReport, 'layout'>>,
): LayoutCode {
  const code = layoutOf(layout, year);
  if (!code) throw compileRefused(req, 'noLayout', 400, { year: String(year) });
  if (year > yearOf(dayOf(new Date()))) {
    throw compileRefused(req, 'notBegun', 400, { year: String(year) });
  }
  return code;
}
