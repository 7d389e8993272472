import { addDataAndFileToRequest, APIError, type Endpoint } from 'payload';
import { isIdShaped } from '@/access/misshapen';
import { hasRole } from '@/access/roles';
import { messages } from '@/messages';
import type { Comment } from '@/payload-types';
import { moderate, MOST_AT_ONCE, readDecision } from './moderate';
import { givenModerationFilter, waitingIds } from './moderation-rows';

/**
 * `POST /api/comments/moderate`: `{ ids, from, to, reason, note }`, or `{ filter }` in place of the ids for all
 * that wait under it, {@link MOST_AT_ONCE} at a time, the oldest first. Answers what was done and what was not.
 */
export const moderateComments: Endpoint = {
  path: '/moderate',
  method: 'post',
  handler: async (req) => {
    const words = messages[req.i18n?.language === 'en' ? 'en' : 'zh-CN'].moderation;
    const refuse = (text: string, status: number) => new APIError(text, status, null, true);
    if (!req.user) throw refuse(words.refusals.signInFirst, 401);
    if (!hasRole(req.user, 'clerk', 'editor')) throw refuse(words.notAllowed, 403);
    await addDataAndFileToRequest(req);
    const given = (req.data ?? {}) as Record<string, unknown>;
    const decision = readDecision(given);
    if (!decision) throw refuse(words.refusals.decision, 400);
    const idType = req.payload.db.defaultIDType;
    const filter = 'filter' in given ? givenModerationFilter(given.filter, idType) : undefined;
    if (filter === null) throw refuse(words.refusals.filter, 400);
    const ids = filter ? await waitingIds(req, filter, MOST_AT_ONCE) : idsIn(given.ids, idType);
    if (!ids || ids.length === 0) throw refuse(words.refusals.nothing, 400);
    if (ids.length > MOST_AT_ONCE) {
      throw refuse(words.refusals.most.replace('{most}', String(MOST_AT_ONCE)), 400);
    }
    const result = await moderate(req, ids, decision);
    return Response.json(result, { headers: { 'Cache-Control': 'private, no-store' } });
  },
};

function idsIn(given: unknown, idType: 'number' | 'text'): Comment['id'][] | null {
  if (!Array.isArray(given) || !given.every((id) => isIdShaped(id, idType))) return null;
  const ids = new Set<unknown>(given.map((id) => (idType === 'number' ? Number(id) : String(id))));
  return [...ids] as Comment['id'][];
}
