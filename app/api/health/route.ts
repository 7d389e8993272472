import config from '@payload-config';
import { getPayload } from 'payload';

/** 200 when the database answers, 503 when it does not; nothing about the inside is told. */
export async function GET() {
  try {
    const payload = await getPayload({ config });
    await payload.count({ collection: 'users' });
    return Response.json({ status: 'ok' });
  } catch (error) {
    console.error('health check failed', error);
    return Response.json({ status: 'unavailable' }, { status: 503 });
  }
}

export const dynamic = 'force-dynamic';
