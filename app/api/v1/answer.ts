import { limitHeaders, takeOne } from '@/access/request-limits';
import type { Locale } from '@/i18n/routing';
import { pageAddress } from '@/queries/lists/words';
import { isSearchError } from '@/search/engine';
import { etagOf, isUnchanged } from '@/transfer/export/open-data/conditional';
import type { Paging } from './operation';
import { BASE, operationAt, OPERATIONS } from './operations';
import { readPath, readQuery } from './parameters';
import { problemResponse } from './problems';
import { developerWords, languageOf } from './words';

const METHODS = 'GET, HEAD, OPTIONS';

/** Data that everybody may read may be read from any page. */
const ANYWHERE = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers':
    'ETag, Last-Modified, Link, RateLimit, RateLimit-Policy, Retry-After',
};

/** Answers one request to the interface, whatever it asks: always in words that a program can read. */
export async function answer(request: Request): Promise<Response> {
  const locale = languageOf(request.headers);
  const t = developerWords(locale);
  const url = new URL(request.url);
  const parts = partsOf(url.pathname);
  const found = parts && operationAt(parts);
  const allowance = await takeOne(found?.operation.limit ?? 'api', request.headers);
  const headers = { ...ANYWHERE, ...limitHeaders(allowance) };
  if (!allowance.isAllowed) {
    const time = new Date(Date.now() + allowance.reset * 1000).toLocaleTimeString(locale, {
      timeZone: 'Asia/Shanghai',
      hour12: false,
    });
    const address = pageAddress('/open-data', locale);
    const detail = t('problems.wait', { seconds: allowance.reset, time, address });
    return problemResponse('tooMany', locale, { detail, retryAfter: allowance.reset }, headers);
  }
  try {
    if (parts?.length === 0) return json(request, index(), headers);
    return await answered(request, url, found, locale, headers);
  } catch (error) {
    if (isSearchError(error, 'SearchBusyError')) return busy(locale, headers);
    // Without what was asked: it may name somebody.
    console.error(`interface failed at ${url.pathname}`, error);
    return problemResponse('failed', locale, { detail: t('problems.failedText') }, headers);
  }
}

const BUSY_SECONDS = 5;

function busy(locale: Locale, headers: Record<string, string>): Response {
  const detail = developerWords(locale)('problems.busyText', { seconds: BUSY_SECONDS });
  return problemResponse(
    'busy',
    locale,
    { detail, retryAfter: BUSY_SECONDS },
    { ...headers, 'Retry-After': String(BUSY_SECONDS) },
  );
}

/** What a browser asks before it sends a request from another site. */
export const preflight = (): Response =>
  new Response(null, {
    status: 204,
    headers: {
      ...ANYWHERE,
      Allow: METHODS,
      'Access-Control-Allow-Methods': METHODS,
      'Access-Control-Allow-Headers': 'Accept-Language, If-None-Match, If-Modified-Since',
      'Access-Control-Max-Age': '86400',
    },
  });

export function refuseMethod(request: Request): Response {
  const locale = languageOf(request.headers);
  const detail = developerWords(locale)('problems.onlyGet');
  return problemResponse('methodNotAllowed', locale, { detail }, { ...ANYWHERE, Allow: METHODS });
}

async function answered(
  request: Request,
  url: URL,
  found: ReturnType<typeof operationAt>,
  locale: Locale,
  headers: Record<string, string>,
): Promise<Response> {
  const t = developerWords(locale);
  if (!found) {
    const address = pageAddress('/developers', locale);
    const detail = t('problems.noOperation', { address });
    return problemResponse('notFound', locale, { detail }, headers);
  }
  const { operation } = found;
  const inPath = readPath(operation.inPath, found.inPath, locale);
  const inQuery = readQuery(operation.query, url.searchParams, locale);
  const wrong = [...(inPath.ok ? [] : inPath.wrong), ...(inQuery.ok ? [] : inQuery.wrong)];
  if (!inPath.ok || !inQuery.ok) {
    const detail = wrong.map(({ message }) => message).join(locale === 'en' ? ' ' : '');
    return problemResponse('badRequest', locale, { detail, parameters: wrong }, headers);
  }
  const asked = { ...inPath.value, ...inQuery.value };
  const answer = await operation.run(asked as never);
  if (!answer) {
    return problemResponse('notFound', locale, { detail: t('problems.noRecord') }, headers);
  }
  return json(
    request,
    answer.body,
    { ...headers, ...(answer.paging && linksOf(url, answer.paging)) },
    answer.modified,
  );
}

/** The parts of a path after the base, decoded; null where one can't be. */
function partsOf(pathname: string): string[] | null {
  const path = pathname.slice(BASE.length).replace(/^\/|\/$/g, '');
  try {
    return path === '' ? [] : path.split('/').map(decodeURIComponent);
  } catch {
    return null;
  }
}

function json(
  request: Request,
  body: object,
  headers: Record<string, string>,
  modified?: string,
): Response {
  const text = JSON.stringify(body);
  const etag = etagOf(text);
  const changed = modified ? new Date(modified) : undefined;
  const all = {
    ...headers,
    ETag: etag,
    'Cache-Control': 'public, max-age=60',
    ...(changed && { 'Last-Modified': changed.toUTCString() }),
  };
  if (isUnchanged(request.headers, etag, changed)) {
    return new Response(null, { status: 304, headers: all });
  }
  return new Response(text, {
    headers: { ...all, 'Content-Type': 'application/json; charset=utf-8' },
  });
}

/** The neighbouring pages (RFC 8288), under the same conditions. */
function linksOf(url: URL, { page, perPage, total }: Paging): Record<string, string> {
  const last = Math.max(1, Math.ceil(total / perPage));
  const pages = {
    first: 1,
    ...(page > 1 && { prev: Math.min(page - 1, last) }),
    ...(page < last && { next: page + 1 }),
    last,
  };
  const links = Object.entries(pages).map(([relation, number]) => {
    const params = new URLSearchParams(url.searchParams);
    params.set('page', String(number));
    return `<${pageAddress(`${url.pathname}?${params}`, 'zh-CN')}>; rel="${relation}"`;
  });
  return { Link: links.join(', ') };
}

const index = () => ({
  description: pageAddress('/api/openapi.json', 'zh-CN'),
  help: pageAddress('/developers', 'zh-CN'),
  operations: OPERATIONS.map(({ id, path, summary }) => ({
    id,
    path: `${BASE}${path}`,
    summary: `${summary.en}. ${summary.zh}`,
  })),
});
