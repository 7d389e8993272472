import {
  addDataAndFileToRequest,
  APIError,
  isolateObjectProperty,
  type CollectionSlug,
  type Endpoint,
  type PayloadRequest,
} from 'payload';
import { REVIEW_ACTIONS, type ReviewAction } from '@/domain/review/review';
import { messages } from '@/messages';
import { MOST_AT_ONCE } from './review-facts';

export type BatchResult = { id: number | string; title: string; isDone: boolean; reason?: string };

type Asked = {
  ids: (number | string)[];
  action: ReviewAction | 'publish';
  opinion: string;
  /** By text: the attachments that the clerk says to have opened. */
  examined: Record<string, unknown>;
};

/**
 * `POST /api/<collection>/review-batch`: one step for several texts, each by the rights of the person
 * who asks and each told separately. One that is refused does not hold the others up.
 */
export const reviewBatch: Endpoint = {
  path: '/review-batch',
  method: 'post',
  handler: async (req) => {
    const words = messages[req.i18n.language === 'en' ? 'en' : 'zh-CN'].review;
    if (!req.user) throw new APIError(words.refusals.signInFirst, 401, null, true);
    await addDataAndFileToRequest(req);
    const asked = askedOf(req.data, req.payload.db.defaultIDType);
    if (!asked) throw new APIError(words.batch.nothing, 400, null, true);
    if (asked.ids.length > MOST_AT_ONCE) {
      const most = words.batch.most.replace('{most}', String(MOST_AT_ONCE));
      throw new APIError(most, 400, null, true);
    }
    const titles = await titlesOf(asked.ids, req);
    const results: BatchResult[] = [];
    for (const id of asked.ids) {
      results.push({ title: titles.get(String(id)) ?? '', ...(await take(id, asked, req)) });
    }
    return Response.json({ results }, { headers: { 'Cache-Control': 'private, no-store' } });
  },
};

/** By id, of those that the person may read. */
async function titlesOf(ids: Asked['ids'], req: PayloadRequest): Promise<Map<string, string>> {
  const { docs } = await req.payload.find({
    collection: req.routeParams?.collection as CollectionSlug,
    where: { id: { in: ids } },
    draft: true,
    depth: 0,
    joins: false as never,
    pagination: false,
    select: { title: true } as never,
    user: req.user,
    overrideAccess: false,
    req,
  });
  const found = docs as unknown as { id: number | string; title?: string }[];
  return new Map(found.map(({ id, title }) => [String(id), title ?? '']));
}

async function take(
  id: number | string,
  asked: Asked,
  req: PayloadRequest,
): Promise<Omit<BatchResult, 'title'>> {
  const { action, opinion, examined } = asked;
  const own = isolateObjectProperty(req, ['context', 'transactionID']);
  own.context = { ...req.context };
  own.transactionID = undefined;
  try {
    await req.payload.update({
      collection: req.routeParams?.collection as CollectionSlug,
      id,
      draft: action !== 'publish',
      data: (action === 'publish'
        ? { _status: 'published' }
        : { review: { action, opinion, examined: examined[String(id)] } }) as never,
      depth: 0,
      user: req.user,
      overrideAccess: false,
      overrideLock: false,
      req: own,
    });
    return { id, isDone: true };
  } catch (error) {
    const isTold = error instanceof APIError;
    if (!isTold) req.payload.logger.error({ err: error, msg: `review batch: ${String(id)}` });
    return { id, isDone: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

/** What was asked, when it is whole: a body from outside can be anything. */
function askedOf(data: unknown, idType: 'number' | 'text'): Asked | null {
  const { ids, action, opinion, examined } = (data ?? {}) as Partial<Record<keyof Asked, unknown>>;
  const isId = (id: unknown) =>
    idType === 'number'
      ? (typeof id === 'number' || typeof id === 'string') && /^\d{1,15}$/.test(String(id))
      : typeof id === 'string' && /^[\da-f]{24}$/.test(id);
  if (!Array.isArray(ids) || ids.length === 0 || !ids.every(isId)) return null;
  const isAction = [...REVIEW_ACTIONS, 'publish'].includes(action as string);
  if (!isAction) return null;
  return {
    ids: [...new Set(ids)] as Asked['ids'],
    action: action as Asked['action'],
    opinion: typeof opinion === 'string' ? opinion.slice(0, 1000) : '',
    examined: (typeof examined === 'object' && examined !== null
      ? examined
      : {}) as Asked['examined'],
  };
}
