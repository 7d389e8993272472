import { revalidateAll } from '@/jobs/revalidate';
import { isRevalidationToken } from '@/jobs/request-revalidation';

/** Drops every cached page; called by commands and jobs that changed data outside a web request. */
export function POST(request: Request): Response {
  const token = request.headers.get('authorization')?.replace(/^Bearer /, '') ?? '';
  if (!isRevalidationToken(token)) return Response.json({ error: 'forbidden' }, { status: 403 });
  revalidateAll();
  return Response.json({ revalidated: true });
}

export const dynamic = 'force-dynamic';
