import { randomBytes } from 'node:crypto';
import { APIError, type Endpoint } from 'payload';
import { localeOf } from '@/access/language';
import { formatQueryCode, newQueryCode } from '@/domain/applications/query-code';
import { dayOf } from '@/domain/workdays/days';
import { messages } from '@/messages';
import { staffFor, storedCase } from './act';
import { codeHash } from './applicant-case';
import { claim, conflict, giveUp, released } from './claim';
import { caseIdOf } from './desk-case';
import { AS_ACTION } from './record-application';
import { historyOf, type HistoryEntry } from './stored-case';

/**
 * `POST /api/applications/:id/query-code`: gives the applicant of a case that came in at the counter or
 * on paper the code with which they open it, once. A second one, for whoever lost theirs, takes a
 * `reason`, and the first is worth nothing any more. Only an officer; the history keeps that it was done.
 */
export const issueQueryCode: Endpoint = {
  path: '/:id/query-code',
  method: 'post',
  handler: async (req) => {
    const id = caseIdOf(req);
    const { roles, by } = await staffFor(req, id);
    const words = messages[localeOf(req)].desk.queryCode;
    if (!roles.includes('officer')) throw new APIError(words.notAllowed, 403, null, true);
    const body = (await req.json?.().catch(() => null)) as Record<string, unknown> | null;
    const reason = typeof body?.reason === 'string' ? body.reason.trim().slice(0, 500) : '';
    const seen = await storedCase(req, id);
    if (body?.revision !== undefined && Number(body.revision) !== (seen.revision ?? 0)) {
      throw await conflict(req, id);
    }
    if (seen.erasedOn) throw new APIError(words.erased, 400, null, true);
    if (seen.queryHash && reason === '') {
      throw new APIError(words.needsReason, 400, null, true);
    }
    const code = newQueryCode(randomBytes);
    const { issued, issuedAgain } = messages['zh-CN'].desk.queryCode;
    const now = new Date();
    const note: HistoryEntry = {
      action: 'note',
      status: seen.status as HistoryEntry['status'],
      on: dayOf(now),
      at: now.toISOString(),
      by: by.name,
      byId: by.id,
      role: 'officer',
      reason: seen.queryHash ? issuedAgain.replace('{reason}', () => reason) : issued,
    };
    await claim(req, seen);
    try {
      await req.payload.update({
        collection: 'applications',
        id,
        depth: 0,
        data: {
          queryHash: codeHash(code),
          history: [...historyOf(seen), note],
          ...released(seen),
        },
        context: { ...AS_ACTION },
        req,
      });
    } catch (error) {
      await giveUp(req, id);
      throw error;
    }
    return Response.json(
      { queryCode: formatQueryCode(code) },
      { headers: { 'Cache-Control': 'private, no-store' } },
    );
  },
};
