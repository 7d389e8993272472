import { challengeFor } from '@/access/challenge';
import { CHALLENGE_OF } from '../words';

/** A challenge for the form, fetched by the page that shows it. */
export async function GET(): Promise<Response> {
  const headers = { 'Cache-Control': 'no-store' };
  return Response.json(await challengeFor(CHALLENGE_OF), { headers });
}

export const dynamic = 'force-dynamic';
