import { APIError, type CollectionBeforeChangeHook, type PayloadRequest } from 'payload';
import { localeOf } from '@/access/language';
import { openFindings } from '@/domain/annual-reports/describe';
import { emptyTables } from '@/domain/annual-reports/fill';
import { parseTables } from '@/domain/annual-reports/parse';
import { idOf, type Reviewed } from '@/fields/review/stored-review';
import { messages } from '@/messages';
import type { AnnualReport } from '@/payload-types';
import { cellList, findingsOf, layoutOf } from './findings';

/** So many findings are told in a refusal; the form lists them all. */
const MOST_TOLD = 8;

/**
 * The form prints its own rule (第一项加第二项之和，等于第三项加第四项之和). A report that breaks it can be kept as
 * a draft, but neither submitted for review nor published; nor one with a soft finding for which
 * nobody gave a reason. Nobody examines what its author could still put right.
 */
export const checkFigures: CollectionBeforeChangeHook<AnnualReport> = async ({
  context,
  data,
  operation,
  originalDoc: given,
  req,
}) => {
  const originalDoc = operation === 'create' ? undefined : given;
  const report = { ...originalDoc, ...data };
  const agency = idOf(report.agency);
  if (!report.year || agency === undefined) return data;
  const layout = layoutOf(report.layout, report.year);
  if (!layout) throw refused(req, 'noLayout');
  const parsed = parseTables(layout, report.tables ?? emptyTables(layout));
  if (!parsed.ok) throw refused(req, 'tables', { cells: cellList(req, parsed.problems) });
  const kept = report.tables ? { ...data, tables: parsed.value } : data;
  const status = context.isRestoredAsDraft ? 'draft' : (data._status ?? originalDoc?._status);
  const { review } = data as Partial<Reviewed>;
  if (status !== 'published' && review?.action !== 'submit') return kept;
  const findings = await findingsOf(req, {
    agency,
    year: report.year,
    title: report.title,
    layout,
    tables: parsed.value,
    parts: { ...originalDoc?.parts, ...data.parts },
    compiled: report.compiled,
    handChanges: report.handChanges,
    reasons: report.reasons,
  });
  const open = openFindings(findings);
  const hard = open.filter(({ severity }) => severity === 'hard');
  const told = hard.length > 0 ? hard : open;
  if (told.length === 0) return kept;
  const more = told.length - MOST_TOLD;
  const words = messages[localeOf(req)].reportFindings;
  const list = told.slice(0, MOST_TOLD).map(({ text }) => text);
  if (more > 0) list.push(words.more.replace('{count}', String(more)));
  throw refused(req, hard.length > 0 ? 'hard' : 'soft', { list: list.join(words.semicolon) });
};

function refused(
  req: PayloadRequest,
  key: keyof (typeof messages)['zh-CN']['reportFindings']['refusals'],
  values: Record<string, string> = {},
): APIError {
  const pattern = messages[localeOf(req)].reportFindings.refusals[key];
  const text = pattern.replace(/\{(\w+)\}/gu, (_, name: string) => values[name] ?? '');
  return new APIError(text, 400, { refusal: key }, true);
}
