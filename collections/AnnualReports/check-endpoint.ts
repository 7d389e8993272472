import { APIError, type Endpoint, type PayloadRequest } from 'payload';
import { localeOf } from '@/access/language';
import { isEditorState, isIdShaped } from '@/access/misshapen';
import { readsReview } from '@/access/roles';
import { emptyTables } from '@/domain/annual-reports/fill';
import { parseTables } from '@/domain/annual-reports/parse';
import type { AnnualReport } from '@/payload-types';
import { messages } from '@/messages';
import { cellList, findingsOf, isObject, layoutOf } from './findings';

/**
 * `POST /api/annual-reports/check` with `{ id?, agency, year, layout?, tables, parts?, reasons?,
 * handChanges? }`: what there is to say of a report as it stands in the form, nothing saved. For those
 * who write or examine the report. What isn't sent is taken from the report named by `id`.
 */
export const checkReport: Endpoint = {
  path: '/check',
  method: 'post',
  handler: async (req) => {
    if (!req.user) throw refusal(req, 'signIn', 401);
    const body: unknown = await req.json?.().catch(() => null);
    if (!isObject(body)) throw refusal(req, 'body', 400);
    const stored = body.id === undefined ? null : await storedReport(req, body.id);
    const agency = refOf(body.agency ?? stored?.agency);
    const year = body.year ?? stored?.year;
    if (agency === null || typeof year !== 'number' || !Number.isInteger(year)) {
      throw refusal(req, 'body', 400);
    }
    if (!readsReview({ req, doc: { agency } } as never)) throw refusal(req, 'otherAgency', 403);
    const layout = layoutOf(body.layout ?? stored?.layout, year);
    if (!layout) throw refusal(req, 'noLayout', 400);
    const parsed = parseTables(layout, body.tables ?? stored?.tables ?? emptyTables(layout));
    if (!parsed.ok) throw refusal(req, 'tables', 400, cellList(req, parsed.problems));
    const { parts } = body;
    if (isObject(parts) && !Object.values(parts).every((text) => !text || isEditorState(text))) {
      throw refusal(req, 'parts', 400);
    }
    const isSame = stored !== null && String(refOf(stored.agency)) === String(agency);
    const findings = await findingsOf(req, {
      agency,
      year,
      title: typeof body.title === 'string' ? body.title : stored?.title,
      layout,
      tables: parsed.value,
      parts: (isObject(parts) ? parts : stored?.parts) as AnnualReport['parts'],
      compiled: isSame ? stored.compiled : undefined,
      handChanges: body.handChanges ?? stored?.handChanges,
      reasons: body.reasons ?? stored?.reasons,
    });
    return Response.json({ findings }, { headers: { 'Cache-Control': 'private, no-store' } });
  },
};

/** The newest state of the report, with no more of it than the person may read. */
async function storedReport(req: PayloadRequest, id: unknown): Promise<AnnualReport> {
  if (!isIdShaped(id, req.payload.db.defaultIDType)) throw refusal(req, 'unknown', 404);
  const { docs } = await req.payload.find({
    collection: 'annual-reports',
    where: { id: { equals: id } },
    draft: true,
    depth: 0,
    limit: 1,
    pagination: false,
    overrideAccess: false,
    user: req.user,
    req,
  });
  const [report] = docs;
  if (!report) throw refusal(req, 'unknown', 404);
  return report;
}

/** The id of a relation, bare or as the admin's form holds it. */
function refOf(given: unknown): number | string | null {
  const value = isObject(given) ? (given.id ?? given.value) : given;
  return typeof value === 'number' || (typeof value === 'string' && value !== '') ? value : null;
}

function refusal(
  req: PayloadRequest,
  key: keyof (typeof messages)['zh-CN']['reportFindings']['refusals'],
  status: number,
  cells = '',
): APIError {
  const words = messages[localeOf(req)].reportFindings.refusals[key];
  return new APIError(
    words.replace('{cells}', () => cells),
    status,
    { refusal: key },
    true,
  );
}
