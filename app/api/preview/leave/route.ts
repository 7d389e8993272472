import { draftMode } from 'next/headers';

/** Back to the pages as the public sees them. */
export async function POST(): Promise<Response> {
  (await draftMode()).disable();
  return new Response(null, { status: 303, headers: { Location: '/' } });
}
