import { APIError, type Endpoint, type PayloadRequest } from 'payload';
import { localeOf } from '@/access/language';
import { isIdShaped } from '@/access/misshapen';
import { blocksFromLexical } from '@/domain/documents/lexical';
import { structureOf } from '@/domain/documents/structure';
import { checkPassage, type PassageCheck } from '@/domain/policies/passage';
import { messages } from '@/messages';

/** How many sources one guide is checked for at once. */
const MOST_SOURCES = 30;

export type PassageFinding = PassageCheck | { found: 'unread' };

/**
 * `POST /api/policies/passages` with `{ sources: [{ document, anchor?, passage }] }`: whether each quoted
 * passage stands in its document, as a list in the same order; null where nothing is quoted yet. For
 * whoever may read the documents; nothing is saved.
 */
export const checkPassages: Endpoint = {
  path: '/passages',
  method: 'post',
  handler: async (req) => {
    if (!req.user) throw refusal(req, 'signIn', 401);
    const body = (await req.json?.().catch(() => null)) as { sources?: unknown } | null;
    const sources = body?.sources;
    if (!Array.isArray(sources) || sources.length > MOST_SOURCES) throw refusal(req, 'body', 400);
    const findings: (PassageFinding | null)[] = [];
    for (const source of sources) findings.push(await findingOf(req, source));
    return Response.json({ findings }, { headers: { 'Cache-Control': 'private, no-store' } });
  },
};

async function findingOf(req: PayloadRequest, source: unknown): Promise<PassageFinding | null> {
  const { document, anchor, passage } = (source ?? {}) as Record<string, unknown>;
  if (typeof passage !== 'string' || passage.trim() === '') return null;
  if (document === null || document === undefined || document === '') return null;
  if (!isIdShaped(document, req.payload.db.defaultIDType)) return { found: 'unread' };
  const { docs } = await req.payload.find({
    collection: 'documents',
    where: { id: { equals: document } },
    limit: 1,
    pagination: false,
    depth: 0,
    joins: false,
    select: { body: true },
    overrideAccess: false,
    user: req.user,
    req,
  });
  if (!docs[0]) return { found: 'unread' };
  const structure = structureOf(blocksFromLexical(docs[0].body));
  return checkPassage(structure, typeof anchor === 'string' ? anchor : undefined, passage);
}

function refusal(req: PayloadRequest, key: 'signIn' | 'body', status: number): APIError {
  return new APIError(
    messages[localeOf(req)].policies.refusals[key],
    status,
    { refusal: key },
    true,
  );
}
