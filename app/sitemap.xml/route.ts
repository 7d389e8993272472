import { mapIndex } from '@/domain/frame/sitemap';
import { pageAddress } from '@/queries/lists/words';
import { mapFiles } from '@/queries/sitemap';

/** The index of the site map's files. */
export async function GET(): Promise<Response> {
  const files = await mapFiles();
  return new Response(
    mapIndex(
      files.map(({ name, changed }) => ({
        address: pageAddress(`/sitemaps/${name}.xml`, 'zh-CN'),
        changed,
      })),
    ),
    {
      headers: {
        'Content-Type': 'application/xml; charset=utf-8',
        'Cache-Control': 'public, max-age=3600',
      },
    },
  );
}

export const dynamic = 'force-dynamic';
