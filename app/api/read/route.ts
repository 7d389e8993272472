import { countRead } from '@/queries/read-counts';

/** `documents:<slug>` is no longer than this. */
const MOST_BYTES = 200;

/**
 * A page tells that it is being read (components/CountRead). Nobody reads the answer, so it is the same whether it
 * was counted or not.
 */
export async function POST(request: Request): Promise<Response> {
  if (isOurs(request.headers) && !isPreview(request.headers)) {
    try {
      const named = await readShort(request);
      if (named !== null) await countRead(named, request.headers);
    } catch (error) {
      console.error('a reading could not be counted', error);
    }
  }
  return new Response(null, { status: 204 });
}

export const dynamic = 'force-dynamic';

/** Only pages of this site: a browser says where a request comes from, whatever the page would like. */
function isOurs(headers: Headers): boolean {
  if (![null, 'same-origin'].includes(headers.get('sec-fetch-site'))) return false;
  const origin = headers.get('origin');
  if (origin === null) return true;
  const host = headers.get('x-forwarded-host') ?? headers.get('host');
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** Staff who look at a draft are no readers. */
const isPreview = (headers: Headers): boolean =>
  /(?:^|;\s*)__prerender_bypass=/.test(headers.get('cookie') ?? '');

/** The body, or null where it is longer than any name; no more of it is read than that. */
async function readShort(request: Request): Promise<string | null> {
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BYTES || !request.body) return null;
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of request.body as unknown as AsyncIterable<Uint8Array>) {
    length += part.byteLength;
    if (length > MOST_BYTES) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
