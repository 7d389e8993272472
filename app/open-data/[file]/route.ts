import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { openDataWords } from '@/queries/lists/words';
import { isUnchanged } from '@/transfer/export/open-data/conditional';
import { MANIFEST, openDataFolder, readEdition } from '@/transfer/export/open-data/edition';

type Context = { params: Promise<{ file: string }> };

/** A file of the edition that is given out, by the name in its manifest; and the manifest. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { file } = await params;
  const folder = openDataFolder();
  const manifest = await readEdition(folder);
  if (!manifest) return missing();
  const changed = new Date(manifest.madeAt);
  const common = {
    'Last-Modified': changed.toUTCString(),
    'Cache-Control': 'public, max-age=300',
    'Access-Control-Allow-Origin': '*',
  };
  if (file === MANIFEST) return Response.json(manifest, { headers: common });
  // Only names that stand in the manifest lead to the disk.
  const told = manifest.files.find(({ path: name }) => path.basename(name) === file);
  if (!told) return missing();
  const etag = `"${told.sha256}"`;
  const headers = { ...common, ETag: etag };
  if (isUnchanged(request.headers, etag, changed)) {
    return new Response(null, { status: 304, headers });
  }
  const place = path.join(folder, told.path);
  if ((await stat(place)).size !== told.bytes) {
    throw new Error(`${place} is not as long as its manifest says`);
  }
  return new Response(Readable.toWeb(createReadStream(place)) as ReadableStream, {
    headers: {
      ...headers,
      // Not Content-Encoding: the check sum is of the file as it is saved.
      'Content-Type': 'application/gzip',
      'Content-Disposition': `attachment; filename="${file}"`,
      'Content-Length': String(told.bytes),
    },
  });
}

export const dynamic = 'force-dynamic';

const missing = (): Response =>
  new Response(`${openDataWords('zh-CN')('missing')} ${openDataWords('en')('missing')}`, {
    status: 404,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
