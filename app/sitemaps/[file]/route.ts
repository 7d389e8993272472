import { mapFoot, mapHead, mapLine, type MapEntry } from '@/domain/frame/sitemap';
import { entriesOf } from '@/queries/sitemap';

type Context = { params: Promise<{ file: string }> };

/** One file of the site map, sent piece by piece: fifty thousand addresses are some fifteen megabytes. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { file } = await params;
  const entries = file.endsWith('.xml') ? await entriesOf(file.slice(0, -'.xml'.length)) : null;
  if (!entries) return new Response(null, { status: 404 });
  return new Response(streamOf(entries), {
    headers: {
      'Content-Type': 'application/xml; charset=utf-8',
      'Cache-Control': 'public, max-age=3600',
    },
  });
}

export const dynamic = 'force-dynamic';

const LINES = 1_000;

function streamOf(entries: readonly MapEntry[]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let next = 0;
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(mapHead)),
    pull(controller) {
      const lines = entries.slice(next, next + LINES);
      next += LINES;
      if (lines.length > 0) {
        controller.enqueue(encoder.encode(lines.map(mapLine).join('')));
        return;
      }
      controller.enqueue(encoder.encode(mapFoot));
      controller.close();
    },
  });
}
