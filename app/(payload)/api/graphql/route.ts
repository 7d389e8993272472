import config from '@payload-config';
import { GRAPHQL_POST, REST_OPTIONS } from '@payloadcms/next/routes';
import { getPayload } from 'payload';

const answer = GRAPHQL_POST(config);

/**
 * For those who are signed in. One anonymous query may name every document thirty times, which
 * keeps the server for a quarter of a minute; the public has REST, whose requests are bounded.
 */
export async function POST(request: Request): Promise<Response> {
  const payload = await getPayload({ config });
  const { user } = await payload.auth({ headers: request.headers });
  if (user) return answer(request);
  const message = '请先登录。 Please sign in first.';
  return Response.json({ errors: [{ message }] }, { status: 401 });
}

export const OPTIONS = REST_OPTIONS(config);
