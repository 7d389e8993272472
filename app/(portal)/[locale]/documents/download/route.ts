import { hasLocale } from 'next-intl';
import { limitHeaders, takeOne } from '@/access/request-limits';
import { routing, type Locale } from '@/i18n/routing';
import { documentLot } from '@/queries/document-lots';
import { downloadWords, LOT_LIMITS } from '@/queries/download-words';
import { dayOf } from '@/domain/workdays/days';
import { readAddress, writeAddress, type AddressValues } from '@/queries/search-address';
import { contentDisposition } from '@/transfer/export/file-name';
import { isFormat } from '@/transfer/export/format-names';
import { inWords, zipResponse } from '../../download-answers';

type Context = { params: Promise<{ locale: string }> };

export const dynamic = 'force-dynamic';

/**
 * 条例第二十四条: 政府信息公开平台应当具备信息检索、查阅、下载等功能。
 *
 * The documents of a list as one ZIP: /documents/download?kind=notice&format=pdf has those of
 * /documents?kind=notice. A browser that gets none is led back to the list, which says why.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return new Response(null, { status: 404 });
  const t = downloadWords(locale);
  const { searchParams } = new URL(request.url);
  const format = searchParams.get('format') ?? 'pdf';
  if (!isFormat(format)) return inWords(t('unknownFormat'), 400);
  const values: AddressValues = Object.fromEntries(
    [...searchParams.keys()].map((key) => [key, searchParams.getAll(key)]),
  );
  const address = readAddress(values);
  const refuse = (problem: string, text: string, status: number, headers = {}) =>
    wantsPage(request)
      ? back(writeAddress('/documents', { ...address, page: 1 }), locale, problem)
      : inWords(text, status, headers);
  const allowance = await takeOne('zip', request.headers);
  if (!allowance.isAllowed) {
    const minutes = Math.ceil(allowance.reset / 60);
    return refuse('wait', t('problem.wait', { minutes }), 429, limitHeaders(allowance));
  }
  const lot = await documentLot(address.filters, address.text, format, locale);
  if ('problem' in lot) {
    const { problem, total } = lot;
    const { documents: most, megabytes } = LOT_LIMITS;
    const status = { many: 413, big: 413, none: 404, busy: 503, search: 503 }[problem];
    const again = problem === 'search' ? { 'Retry-After': '10' } : {};
    return refuse(problem, t(`problem.${problem}`, { total, most, megabytes }), status, again);
  }
  const name = t('lot.name', { day: dayOf(new Date()) });
  return zipResponse(lot.stream, contentDisposition(name, 'zip'), limitHeaders(allowance));
}

/** Programs are answered in a status; a person who clicked a link is better served by the page. */
const wantsPage = (request: Request): boolean =>
  (request.headers.get('accept') ?? '').includes('text/html');

function back(list: string, locale: Locale, problem: string): Response {
  const address = `${locale === 'en' ? '/en' : ''}${list}`;
  const mark = address.includes('?') ? '&' : '?';
  return new Response(null, {
    status: 303,
    headers: { Location: `${address}${mark}download=${problem}`, 'Cache-Control': 'no-store' },
  });
}
