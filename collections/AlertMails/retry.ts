import { APIError, type Endpoint } from 'payload';
import { hasRole } from '@/access/roles';
import type { AlertMail } from '@/payload-types';

/** `POST /api/alert-mails/:id/retry`: a mail that was not delivered goes out again, with all its attempts before it. */
export const retryAlert: Endpoint = {
  path: '/:id/retry',
  method: 'post',
  handler: async (req) => {
    const { payload, user } = req;
    if (!user) throw new APIError('Unauthorized', 401);
    if (!hasRole(user, 'administrator', 'clerk')) throw new APIError('Forbidden', 403);
    const key = req.routeParams?.id as string;
    const id = (payload.db.defaultIDType === 'number' ? Number(key) : key) as AlertMail['id'];
    const mail = await payload.findByID({
      collection: 'alert-mails',
      id,
      depth: 0,
      overrideAccess: false,
      user,
      req,
    });
    if (mail.state !== 'failed' && mail.state !== 'bounced')
      throw new APIError('Conflict', 409, null, true);
    await payload.update({
      collection: 'alert-mails',
      id,
      data: { state: 'waiting', attempts: 0, error: null },
      depth: 0,
      req,
    });
    await payload.jobs.queue({
      task: 'send-alert',
      queue: 'mail',
      input: { mail: String(id) },
      req,
    });
    return Response.json({ ok: true });
  },
};
