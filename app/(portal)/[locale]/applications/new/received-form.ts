import { MIMEType } from 'node:util';

/** A whole page with five attachments, and what a form writes around them. */
const MOST_BYTES = 51 * 1024 * 1024;

/** Enough for all answers, which stand before the files. */
const HEAD_BYTES = 1024 * 1024;

/** No form of ours has so many fields; taking millions apart stops everybody else's work for seconds. */
const MOST_FIELDS = 1000;

export type Received = {
  form: FormData;
  /** More than is taken: the answers are here, the files are not. */
  isTooLarge: boolean;
};

/**
 * A form as a browser posts it, or null when it is none. Of one that is too large the answers are kept
 * and the rest is read to its end and thrown away: an answer in the middle of an upload reaches nobody.
 *
 * @param hasFiles whether this form has any; one without them is small, and is none when it is large
 */
export async function receiveForm(
  request: Request,
  { hasFiles = true }: { hasFiles?: boolean } = {},
): Promise<Received | null> {
  const type = request.headers.get('content-type') ?? '';
  const mayBeLarge = hasFiles && /^multipart\//i.test(type);
  const most = mayBeLarge ? MOST_BYTES : HEAD_BYTES;
  const kept: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunksOf(request.body)) {
    size += chunk.length;
    if (size <= most) kept.push(chunk);
  }
  if (size <= most) return parsed(Buffer.concat(kept), type, false);
  if (!mayBeLarge) return null;
  const mark = partedBy(type);
  if (!mark?.startsWith('--')) return null;
  const head = Buffer.concat(kept).subarray(0, HEAD_BYTES);
  return parsed(Buffer.concat([head, Buffer.from(`\r\n${mark}--\r\n`)]), type, true);
}

async function parsed(body: Buffer, type: string, isTooLarge: boolean): Promise<Received | null> {
  if (hasTooMany(body, type)) return null;
  try {
    const headers = { 'Content-Type': type };
    const form = await new Response(new Uint8Array(body), { headers }).formData();
    return { form, isTooLarge };
  } catch (error) {
    // The body is no form: undici says so by a TypeError.
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** Counted before anything is taken apart. */
function hasTooMany(body: Buffer, type: string): boolean {
  const mark = partedBy(type);
  if (mark === null) return true;
  let fields = 0;
  for (let at = body.indexOf(mark); at !== -1; at = body.indexOf(mark, at + mark.length)) {
    fields += 1;
    if (fields > MOST_FIELDS) return true;
  }
  return false;
}

/** What stands between two fields, as undici will read it; null where nothing can. */
function partedBy(type: string): string | null {
  let mime: MIMEType;
  try {
    mime = new MIMEType(type);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
  if (mime.essence !== 'multipart/form-data') return '&';
  const boundary = mime.params.get('boundary');
  return boundary ? `--${boundary}` : null;
}

async function* chunksOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  for (;;) {
    const next = await reader?.read();
    if (!next || next.done) return;
    yield next.value;
  }
}

/**
 * Whether a form comes from a page of this portal, as browsers tell it. What tells nothing is no
 * browser, and so holds nobody's cookie.
 */
export function isOwn({ headers }: Request): boolean {
  const site = headers.get('sec-fetch-site');
  if (site) return site === 'same-origin' || site === 'none';
  const origin = headers.get('origin');
  if (!origin) return true;
  const host = headers.get('x-forwarded-host') ?? headers.get('host');
  return URL.canParse(origin) && new URL(origin).host === host;
}
