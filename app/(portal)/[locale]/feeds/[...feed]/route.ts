import { hasLocale } from 'next-intl';
import { routing } from '@/i18n/routing';
import { openFeed } from '@/queries/feeds';
import { openDataWords } from '@/queries/lists/words';
import { addressValues } from '@/queries/search-address';
import { atomOf, ATOM_TYPE } from '@/transfer/export/feeds/atom';
import { etagOf, isUnchanged } from '@/transfer/export/open-data/conditional';
import { busyOr, searchIsBusy } from '../../download-answers';

type Context = { params: Promise<{ locale: string; feed: string[] }> };

/**
 * A feed: /feeds/documents/kind/notice.atom, /feeds/search.atom?q=营商环境 with the filters of the search page.
 * The page /feeds lists them all.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, feed: path } = await params;
  if (!hasLocale(routing.locales, locale)) return new Response(null, { status: 404 });
  const name = /^([a-z0-9-]+)\.atom$/.exec(path.at(-1) ?? '')?.[1];
  const values = addressValues(new URL(request.url).searchParams);
  const feed = name
    ? await openFeed([...path.slice(0, -1), name], values, locale).catch(busyOr)
    : null;
  if (feed === 'busy') return searchIsBusy(locale);
  if (!feed) {
    return new Response(openDataWords(locale)('feeds.missing'), {
      status: 404,
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    });
  }
  const body = atomOf(feed);
  const etag = etagOf(body);
  const newest = feed.entries
    .map(({ updated }) => updated)
    .sort()
    .at(-1);
  const modified = newest ? new Date(newest) : undefined;
  const headers = {
    ETag: etag,
    'Cache-Control': 'public, max-age=300',
    ...(modified && { 'Last-Modified': modified.toUTCString() }),
  };
  // Without the time: something withdrawn changes the feed and not the time of its newest entry.
  if (isUnchanged(request.headers, etag)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { 'Content-Type': ATOM_TYPE, ...headers } });
}

export const dynamic = 'force-dynamic';
