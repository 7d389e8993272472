import type { Endpoint, PayloadRequest } from 'payload';
import { hasRole, readsReview } from '@/access/roles';
import { statusOf } from '@/access/thrown';
import { idIn } from '@/collections/Documents/stored-days';
import { emptyAnswers, parseAnswers } from '@/domain/website-reports/answers';
import { compileAnswers } from '@/domain/website-reports/compile';
import { readReasons } from '@/domain/annual-reports/reasons';
import { handChangesOf, recompiled, type Said } from '@/domain/website-reports/kept';
import type { WebsiteReport } from '@/payload-types';
import { fieldNames, findingsOf, refused } from './findings';
import { compiledIn } from './keep-values';
import { readFacts } from './read-facts';

const UNDER_REVIEW = ['submitted', 'reviewed', 'approved'];

/**
 * `POST /api/website-reports/:id/compile`: counts the year anew and keeps it in the draft; gives
 * `{ compiled, answers, changed }`. What is public or under review is left alone: its signatures are for
 * its figures.
 */
export const compileReport: Endpoint = {
  path: '/:id/compile',
  method: 'post',
  handler: async (req) => {
    const report = await reportOf(req, req.routeParams?.id);
    if (!hasRole(req.user, 'editor', 'administrator')) throw refused(req, 'otherAgency', 403);
    if (report._status === 'published') throw refused(req, 'published', 409);
    if (UNDER_REVIEW.includes(report.review?.state ?? '')) throw refused(req, 'underReview', 409);
    const facts = await readFacts(req.payload, idIn(report.agency)!, report.year);
    const counted = compileAnswers(facts);
    const compiled = { at: new Date().toISOString(), answers: counted };
    const written = parseAnswers(report.answers);
    const old = written.ok ? written.value : emptyAnswers();
    const { answers, changed } = recompiled(old, counted, compiledIn(report.compiled));
    await req.payload.update({
      collection: 'website-reports',
      id: report.id,
      draft: true,
      depth: 0,
      data: { answers, compiled },
      context: { isWebsiteCompiled: true, disableRevalidate: true },
      overrideAccess: false,
      user: req.user,
      req,
    });
    return Response.json({ compiled, answers, changed }, PRIVATE);
  },
};

/**
 * `POST /api/website-reports/check` with `{ id?, agency?, year, answers, reasons?, handChanges?,
 * publishedOn? }`: what there is to say of a form as it stands on the screen, nothing saved.
 */
export const checkReport: Endpoint = {
  path: '/check',
  method: 'post',
  handler: async (req) => {
    if (!req.user) throw refused(req, 'signIn', 401);
    const body: unknown = await req.json?.().catch(() => null);
    if (typeof body !== 'object' || body === null) throw refused(req, 'body', 400);
    const asked = body as Record<string, unknown>;
    const stored = asked.id === undefined ? null : await reportOf(req, asked.id);
    const agency = stored?.agency ?? asked.agency;
    const year = stored?.year ?? asked.year;
    if (typeof year !== 'number' || !Number.isInteger(year)) throw refused(req, 'body', 400);
    if (!readsReview({ req, doc: { agency } } as never)) throw refused(req, 'otherAgency', 403);
    const parsed = parseAnswers(asked.answers ?? stored?.answers);
    if (!parsed.ok) throw refused(req, 'answers', 400, fieldNames(req, parsed.problems));
    const said: Said = { by: null, byName: null, at: '' };
    const findings = findingsOf(req, {
      year,
      answers: parsed.value,
      publishedOn: stored?.publishedOn,
      compiled: stored?.compiled,
      handChanges: handChangesOf(parsed.value, compiledIn(stored?.compiled) ?? {}, {
        known: stored?.handChanges,
        given: asked.handChanges,
        said,
      }),
      reasons: readReasons(asked.reasons ?? stored?.reasons) ?? [],
    });
    return Response.json({ findings }, PRIVATE);
  },
};

/**
 * A report in its newest state, for those who write or examine it.
 *
 * @throws APIError 401, 403, or 404 for one that is not there or not theirs to read
 */
async function reportOf(req: PayloadRequest, id: unknown): Promise<WebsiteReport> {
  if (!req.user) throw refused(req, 'signIn', 401);
  const key = req.payload.db.defaultIDType === 'number' ? Number(id) : String(id);
  if (typeof key === 'number' && !Number.isSafeInteger(key)) throw refused(req, 'unknown', 404);
  const report = await req.payload
    .findByID({
      collection: 'website-reports',
      id: key,
      draft: true,
      depth: 0,
      overrideAccess: false,
      user: req.user,
      req,
    })
    .catch((error: unknown) => {
      if (statusOf(error) === 404) throw refused(req, 'unknown', 404);
      throw error;
    });
  // What is published is read by everybody; how it came about is not.
  if (!readsReview({ req, doc: report } as never)) throw refused(req, 'otherAgency', 403);
  return report;
}

const PRIVATE = { headers: { 'Cache-Control': 'private, no-store' } };
