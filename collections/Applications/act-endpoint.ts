import { APIError, type Endpoint } from 'payload';
import { isActionCode } from '@/domain/applications/actions';
import { act } from './act';
import { caseError } from './case-error';
import { historyOf, withoutOld } from './stored-case';

/**
 * `POST /api/applications/:id/actions/:action` with the fields of the action, `on` (YYYY-MM-DD) and the
 * `revision` of the case that the officer had before them. Gives where the case stands now.
 */
export const actOnCase: Endpoint = {
  path: '/:id/actions/:action',
  method: 'post',
  handler: async (req) => {
    if (!req.user) throw new APIError('Unauthorized', 401);
    const { id, action } = req.routeParams as { id: string; action: string };
    if (!isActionCode(action)) throw caseError(req, { key: 'unknownAction', values: { action } });
    const body: unknown = await req.json?.().catch(() => null);
    const input = body !== null && typeof body === 'object' && !Array.isArray(body) ? body : {};
    const key = req.payload.db.defaultIDType === 'number' ? Number(id) : id;
    const acted = await act(req, key as number, action, input as Record<string, unknown>);
    return Response.json({
      status: acted.status,
      dueOn: acted.dueOn,
      revision: acted.revision,
      history: historyOf(acted).map(withoutOld),
    });
  },
};
