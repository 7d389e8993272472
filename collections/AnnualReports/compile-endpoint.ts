import type { Endpoint, PayloadRequest } from 'payload';
import { hasRole, readsReview } from '@/access/roles';
import { statusOf } from '@/access/thrown';
import type { AnnualReport } from '@/payload-types';
import { compileInto } from './compile-into';
import { compileRefused } from './compile-refused';
import { isObject } from './findings';

/**
 * `POST /api/annual-reports/:id/compile`: counts the report anew and keeps the figures in its draft; gives
 * `{ compiled, tables, changed }`. For those who may change the report. A published one is left alone
 * unless the body says `{ "newDraft": true }`: the draft beside it is reviewed like any.
 */
export const compileReport: Endpoint = {
  path: '/:id/compile',
  method: 'post',
  handler: async (req) => {
    const report = await reportAsked(req);
    if (!hasRole(req.user, 'editor', 'clerk', 'leader', 'administrator')) {
      throw compileRefused(req, 'role', 403);
    }
    const body: unknown = await req.json?.().catch(() => null);
    const newDraft = isObject(body) && body.newDraft === true;
    return Response.json(await compileInto(req, report, { newDraft }), {
      headers: { 'Cache-Control': 'private, no-store' },
    });
  },
};

/**
 * The report of the address in its newest state, for those who write or examine it.
 *
 * @throws APIError 401, 403, or 404 for one that is not there or not theirs to read
 */
export async function reportAsked(req: PayloadRequest): Promise<AnnualReport> {
  if (!req.user) throw compileRefused(req, 'signIn', 401);
  const { id } = req.routeParams as { id: string };
  const key = req.payload.db.defaultIDType === 'number' ? Number(id) : id;
  if (typeof key === 'number' && !Number.isSafeInteger(key)) {
    throw compileRefused(req, 'unknown', 404);
  }
  const report = await req.payload
    .findByID({
      collection: 'annual-reports',
      id: key,
      draft: true,
      depth: 0,
      overrideAccess: false,
      user: req.user,
      req,
    })
    .catch((error: unknown) => {
      if (statusOf(error) === 404) throw compileRefused(req, 'unknown', 404);
      throw error;
    });
  // What is published is read by everybody; how it came about is not.
  if (!readsReview({ req, doc: report } as never)) throw compileRefused(req, 'otherAgency', 403);
  return report;
}
