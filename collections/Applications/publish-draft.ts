import { APIError, type Endpoint } from 'payload';
import { localeOf } from '@/access/language';
import { hasRole } from '@/access/roles';
import { personalOf } from '@/collections/PublishedAnswers/check-anonymous';
import { anonymised } from '@/domain/applications/anonymous';
import { isReplyKind } from '@/domain/applications/reply-kinds';
import { messages } from '@/messages';
import type { Application, PublishedAnswer } from '@/payload-types';

/**
 * `POST /api/applications/:id/publish-draft`: a draft of an answer for the public out of an answered case,
 * with every personal datum of the case crossed out. Asked twice it gives the draft that is there. An
 * editor of the agency words it and takes it through the review.
 *
 * @returns 201 or 200 with `id`, `title`, `made`, and `address`, where it is in the admin
 */
export const draftPublishedAnswer: Endpoint = {
  path: '/:id/publish-draft',
  method: 'post',
  handler: async (req) => {
    const { payload, user } = req;
    if (!user) throw new APIError('Unauthorized', 401);
    if (!hasRole(user, 'officer', 'leader')) throw new APIError('Forbidden', 403);
    const words = messages[localeOf(req)].caseStatistics.answers;
    const key = req.routeParams?.id as string;
    const id = (payload.db.defaultIDType === 'number' ? Number(key) : key) as Application['id'];
    // Whoever may not read the case is told nothing of it.
    const seen = await payload.findByID({
      collection: 'applications',
      id,
      depth: 0,
      overrideAccess: false,
      user,
      req,
    });
    const kind = seen.reply?.kind;
    if (!isReplyKind(kind) || !seen.closedOn) {
      throw new APIError(words.notAnswered, 400, { refusal: 'notAnswered' }, true);
    }
    if (!seen.reply?.decision) throw new APIError(words.noText, 400, { refusal: 'noText' }, true);
    const { docs } = await payload.find({
      collection: 'published-answers',
      where: { application: { equals: id } },
      draft: true,
      limit: 1,
      pagination: false,
      depth: 0,
      req,
    });
    const known = docs[0];
    if (known) return told(known, false);
    const personal = await personalOf(req, id);
    const plain = (text: string | null | undefined) => anonymised(text ?? '', personal);
    const made = await payload.create({
      collection: 'published-answers',
      draft: true,
      depth: 0,
      data: {
        title: plain(seen.informationTitle),
        question: [seen.informationTitle, seen.informationNumber, seen.description]
          .filter(Boolean)
          .map(plain)
          .join('\n'),
        answer: plain(seen.reply.decision),
        replyKind: kind,
        agency: seen.agency as number,
        receivedOn: seen.receivedOn,
        answeredOn: seen.reply.decidedOn ?? seen.closedOn,
        application: id as number,
        _status: 'draft',
      },
      req,
    });
    return told(made, true);
  },
};

const told = ({ id, title }: PublishedAnswer, made: boolean): Response =>
  Response.json(
    { id, title, made, address: `/admin/collections/published-answers/${id}` },
    { status: made ? 201 : 200 },
  );
