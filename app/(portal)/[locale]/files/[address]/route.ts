import { findFile } from '@/queries/files';

type Context = { params: Promise<{ address: string }> };

/**
 * The address of an attachment, which stays when the file is replaced. It leads to the file's own
 * address, which never serves anything else and may be kept by every cache.
 */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const file = await findFile((await params).address);
  if (!file?.url) return new Response(null, { status: 404 });
  // A path alone: behind a proxy this process does not know under which name it is asked.
  return new Response(null, {
    status: 307,
    headers: { Location: file.url, 'Cache-Control': 'no-cache' },
  });
}
