import type { Endpoint, PayloadRequest } from 'payload';
import { hasRole, readsReview } from '@/access/roles';
import { statusOf } from '@/access/thrown';
import { isUnderReview } from '@/collections/AnnualReports/compile-into';
import { workCalendar } from '@/collections/HolidayNotices/work-calendar';
import { blocksToText, type Block } from '@/domain/documents/blocks';
import { blocksFromLexical, lexicalFromBlocks } from '@/domain/documents/lexical';
import { quarterBounds, quarterFigures, type QuarterFigures } from '@/domain/statistics/quarter';
import { readFigures } from '@/domain/statistics/quarter-stored';
import { quarterBody } from '@/domain/statistics/quarter-text';
import { dayOf } from '@/domain/workdays/days';
import type { QuarterlyNotice } from '@/payload-types';
import { quarterIn } from './name-notice';
import { noticeRefused } from './notice-refused';
import { quarterRecords } from './quarter-records';

export type CompiledNotice = {
  figures: QuarterFigures;
  /** Whether the text was written anew; one that somebody worded is left as it is. */
  isBodyWritten: boolean;
};

/**
 * `POST /api/quarterly-notices/:id/compile` 汇总本季度: counts the quarter from the records and keeps the figures in the
 * draft, with a text where there is none. `{ "newDraft": true }` for one that is public, beside which a draft is
 * begun; `{ "rewrite": true }` to write the text anew.
 */
export const compileNoticeEndpoint: Endpoint = {
  path: '/:id/compile',
  method: 'post',
  handler: async (req) => {
    const notice = await noticeAsked(req);
    if (!hasRole(req.user, 'editor', 'administrator')) throw noticeRefused(req, 'role', 403);
    const body: unknown = await req.json?.().catch(() => null);
    const asked = (typeof body === 'object' ? body : null) as Record<string, unknown> | null;
    const compiled = await compileNotice(req, notice, {
      newDraft: asked?.newDraft === true,
      rewrite: asked?.rewrite === true,
    });
    return Response.json(compiled, { headers: { 'Cache-Control': 'private, no-store' } });
  },
};

/**
 * What is public or under review isn't touched on the way: its signatures are for its figures.
 *
 * @param notice its newest state, as whoever asks may read it
 * @throws APIError with a refusal in the language of the request
 */
export async function compileNotice(
  req: PayloadRequest,
  notice: QuarterlyNotice,
  { newDraft = false, rewrite = false, overrideAccess = false } = {},
): Promise<CompiledNotice> {
  const quarter = quarterIn(notice);
  if (!quarter) throw noticeRefused(req, 'noQuarter');
  const today = dayOf(new Date());
  if (quarterBounds(quarter).from > today) throw noticeRefused(req, 'notBegun');
  if (await isUnderReview(req, 'quarterly-notices', notice)) {
    throw noticeRefused(req, 'underReview', 409);
  }
  if (notice._status === 'published' && !newDraft) throw noticeRefused(req, 'published', 409);
  const records = await quarterRecords(req.payload, quarter);
  const figures = quarterFigures(quarter, records, await workCalendar(req), today);
  const before = readFigures(notice.figures, quarter);
  const isBodyWritten = rewrite || isUnworded(notice.body, before && quarterBody(before));
  await req.payload.update({
    collection: 'quarterly-notices',
    id: notice.id,
    draft: true,
    depth: 0,
    select: { year: true },
    data: {
      figures: { ...figures },
      compiledAt: new Date().toISOString(),
      ...(isBodyWritten && { body: lexicalFromBlocks(quarterBody(figures)) as never }),
    },
    context: { isNoticeCompiled: true, disableRevalidate: true },
    overrideAccess,
    user: req.user,
    req,
  });
  return { figures, isBodyWritten };
}

/** Whether nothing stands there, or only what the last figures wrote by themselves. */
function isUnworded(body: unknown, written: Block[] | null): boolean {
  const text = blocksToText(blocksFromLexical(body)).trim();
  return text === '' || (written !== null && text === blocksToText(written).trim());
}

async function noticeAsked(req: PayloadRequest): Promise<QuarterlyNotice> {
  if (!req.user) throw noticeRefused(req, 'signIn', 401);
  const { id } = req.routeParams as { id: string };
  const key = req.payload.db.defaultIDType === 'number' ? Number(id) : id;
  if (typeof key === 'number' && !Number.isSafeInteger(key)) {
    throw noticeRefused(req, 'unknown', 404);
  }
  const notice = await req.payload
    .findByID({
      collection: 'quarterly-notices',
      id: key,
      draft: true,
      depth: 0,
      overrideAccess: false,
      user: req.user,
      req,
    })
    .catch((error: unknown) => {
      if (statusOf(error) === 404) throw noticeRefused(req, 'unknown', 404);
      throw error;
    });
  // What is published is read by everybody; how it comes about is for those who write and examine it.
  if (!readsReview({ req, doc: notice } as never)) throw noticeRefused(req, 'otherAgency', 403);
  return notice;
}
