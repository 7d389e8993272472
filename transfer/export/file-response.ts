/** What a file answers with, apart from its bytes. */
export type FileHead = { type: string; disposition: string; etag: string; changed: Date };

/**
 * A file as an HTTP answer: 304 when the reader has it already (RFC 9110: `If-None-Match` is asked
 * first, and alone when it is there), no body for HEAD.
 */
export function fileResponse(request: Request, file: FileHead & { bytes: Buffer }): Response {
  const headers = {
    ETag: file.etag,
    'Last-Modified': file.changed.toUTCString(),
    'Cache-Control': 'public, max-age=300',
  };
  if (isKnown(request.headers, file)) return new Response(null, { status: 304, headers });
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(file.bytes), {
    headers: {
      ...headers,
      'Content-Type': file.type,
      'Content-Length': String(file.bytes.length),
      'Content-Disposition': file.disposition,
    },
  });
}

function isKnown(headers: Headers, { etag, changed }: FileHead): boolean {
  const tags = headers.get('if-none-match');
  if (tags !== null) {
    return tags.split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')));
  }
  const since = Date.parse(headers.get('if-modified-since') ?? '');
  return !Number.isNaN(since) && Math.floor(changed.getTime() / 1000) * 1000 <= since;
}
