import { APIError, type Endpoint } from 'payload';
import { hasRole } from '@/access/roles';
import { messages } from '@/messages';
import type { Mail } from '@/payload-types';

/**
 * `POST /api/mails/:id/retry`: a mail that failed or was not sent goes out again, with all its attempts
 * before it. For officers and leaders who may read the case.
 */
export const retryMail: Endpoint = {
  path: '/:id/retry',
  method: 'post',
  handler: async (req) => {
    const { payload, user } = req;
    if (!user) throw new APIError('Unauthorized', 401);
    if (!hasRole(user, 'officer', 'leader')) throw new APIError('Forbidden', 403);
    const words = messages[req.i18n?.language === 'en' ? 'en' : 'zh-CN'].mail.office;
    const key = req.routeParams?.id as string;
    const id = (payload.db.defaultIDType === 'number' ? Number(key) : key) as Mail['id'];
    // Whoever may not read the case is told nothing of its mails.
    const mail = await payload.findByID({
      collection: 'mails',
      id,
      depth: 0,
      overrideAccess: false,
      user,
      req,
    });
    if (mail.state === 'sent') throw new APIError(words.sentAlready, 409, null, true);
    // Through the collection and not past it, so that the log keeps who asked.
    await payload.update({
      collection: 'mails',
      id,
      data: { state: 'waiting', attempts: 0, error: null },
      depth: 0,
      req,
    });
    await payload.jobs.queue({
      task: 'send-mail',
      queue: 'mail',
      input: { mail: String(id) },
      req,
    });
    return Response.json({ message: words.retried });
  },
};
