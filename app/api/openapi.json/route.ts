import { findSite } from '@/queries/site';
import { etagOf, isUnchanged } from '@/transfer/export/open-data/conditional';
import { openapi } from '../v1/openapi';

/** The description of /api/v1. */
export async function GET(request: Request): Promise<Response> {
  const { name } = await findSite('zh-CN');
  const body = JSON.stringify(openapi(name), null, 2);
  const etag = etagOf(body);
  const headers = {
    ETag: etag,
    'Cache-Control': 'public, max-age=300',
    'Access-Control-Allow-Origin': '*',
  };
  if (isUnchanged(request.headers, etag)) return new Response(null, { status: 304, headers });
  return new Response(body, {
    headers: { ...headers, 'Content-Type': 'application/vnd.oai.openapi+json;version=3.1' },
  });
}

export const dynamic = 'force-dynamic';
