import { challengeFor } from '@/access/challenge';
import { openDraft } from '../draft-cookie';

/** A challenge for the draft of this browser, fetched by the page that sends it. */
export async function GET(): Promise<Response> {
  const open = await openDraft();
  if (!open) return new Response(null, { status: 404 });
  const headers = { 'Cache-Control': 'no-store' };
  return Response.json(await challengeFor(open.hash), { headers });
}
