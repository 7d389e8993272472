import { challengeFor } from '@/access/challenge';
import { openComment } from '../draft';

type Context = { params: Promise<{ slug: string }> };

/** A challenge for the draft of this browser, fetched by the page that sends it. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const open = await openComment((await params).slug);
  if (!open) return new Response(null, { status: 404 });
  const headers = { 'Cache-Control': 'no-store' };
  return Response.json(await challengeFor(open.hash), { headers });
}
