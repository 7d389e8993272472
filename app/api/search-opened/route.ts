import { takeOne } from '@/access/request-limits';
import { countOpened, isCountable } from '@/queries/search-counts';

/**
 * A browser tells that a result was opened (the `ping` of its link). Nobody reads the answer, so it is the same
 * whether it was counted or not.
 */
export async function POST(request: Request): Promise<Response> {
  const { headers, url } = request;
  const isOurs = [null, 'same-origin'].includes(headers.get('sec-fetch-site'));
  if (isOurs && isCountable(headers) && (await takeOne('openedResult', headers)).isAllowed) {
    try {
      await countOpened(new URL(url).searchParams.get('q') ?? '');
    } catch (error) {
      console.error('an opened result could not be counted', error);
    }
  }
  return new Response(null, { status: 204 });
}

export const dynamic = 'force-dynamic';
