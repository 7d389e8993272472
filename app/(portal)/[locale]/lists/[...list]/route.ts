import { Readable } from 'node:stream';
import { hasLocale } from 'next-intl';
import { limitHeaders, takeOne } from '@/access/request-limits';
import { routing } from '@/i18n/routing';
import { downloadWords } from '@/queries/download-words';
import { openList } from '@/queries/lists/open-list';
import { openDataWords, pageAddress } from '@/queries/lists/words';
import { addressValues } from '@/queries/search-address';
import { contentDisposition } from '@/transfer/export/file-name';
import { FORM_TYPES, formFile } from '@/transfer/export/forms/form-file';
import { csvOf, CSV_TYPE } from '@/transfer/export/lists/csv';
import { jsonOf, JSON_TYPE, schemaOf } from '@/transfer/export/lists/json';
import {
  isListFormat,
  isListPaperFormat,
  MOST_ROWS,
  type List,
  type ListFormat,
  type ListPaperFormat,
} from '@/transfer/export/lists/list';
import { listForm } from '@/transfer/export/lists/list-form';
import { xlsxOf, XLSX_TYPE } from '@/transfer/export/lists/xlsx';
import { busyOr, fileFailure, searchIsBusy } from '../../download-answers';

type Context = { params: Promise<{ locale: string; list: string[] }> };

/**
 * 条例第二十四条: 政府信息公开平台应当具备信息检索、查阅、下载等功能。
 *
 * Every list of the portal as a file: /lists/documents.csv?kind=notice has the rows of
 * /documents?kind=notice, in the same order.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, list: path } = await params;
  if (!hasLocale(routing.locales, locale)) return new Response(null, { status: 404 });
  const t = openDataWords(locale);
  const asked = readPath(path);
  if (!asked) return words(t('lists.missing'), 404);
  const allowance = await takeOne('list', request.headers);
  if (!allowance.isAllowed) {
    return words(t('lists.tooMany', { seconds: allowance.reset }), 429, limitHeaders(allowance));
  }
  const list = await openList(
    asked.path,
    addressValues(new URL(request.url).searchParams),
    locale,
  ).catch(busyOr);
  if (list === 'busy') return searchIsBusy(locale);
  if (!list) return words(t('lists.missing'), 404);
  const schema = pageAddress(`/lists/${asked.path.join('/')}.schema.json`, locale);
  if (asked.format === 'schema') {
    return Response.json(schemaOf(list, schema), {
      headers: { 'Content-Type': 'application/schema+json; charset=utf-8' },
    });
  }
  if (isListPaperFormat(asked.format)) {
    if (!list.paper) return words(t('lists.missing'), 404, limitHeaders(allowance));
    return onPaper(asked.format, asked.path, request, limitHeaders(allowance));
  }
  const { type, body } = FORMATS[asked.format](list, schema);
  return new Response(Readable.toWeb(body) as ReadableStream, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': contentDisposition(list.title, asked.format),
      'Cache-Control': 'public, max-age=60',
      'X-Total-Count': String(list.total),
      'X-Row-Count': String(Math.min(list.total, MOST_ROWS)),
      ...limitHeaders(allowance),
    },
  });
}

export const dynamic = 'force-dynamic';

const FORMATS: Record<
  ListFormat,
  (list: List, schema: string) => { type: string; body: Readable }
> = {
  csv: (list) => ({ type: CSV_TYPE, body: bytesOf(csvOf(list)) }),
  json: (list, schema) => ({ type: JSON_TYPE, body: bytesOf(jsonOf(list, schema)) }),
  xlsx: (list) => ({ type: XLSX_TYPE, body: xlsxOf(list) }),
};

/** On paper a list is always the Chinese one, as every official file. */
async function onPaper(
  format: ListPaperFormat,
  path: string[],
  request: Request,
  headers: Record<string, string>,
): Promise<Response> {
  const list = await openList(path, addressValues(new URL(request.url).searchParams), 'zh-CN');
  const form = list && (await listForm(list));
  if (!list || !form) return words(openDataWords('zh-CN')('lists.missing'), 404, headers);
  try {
    const t = downloadWords('zh-CN');
    const bytes = await formFile(format, form, {
      site: pageAddress('/', 'zh-CN'),
      missingLetters: t('missingLetters', { letters: '{letters}' }),
    });
    return new Response(new Uint8Array(bytes), {
      headers: {
        'Content-Type': FORM_TYPES[format],
        'Content-Disposition': contentDisposition(list.title, format),
        'Cache-Control': 'public, max-age=60',
        'X-Total-Count': String(list.total),
        ...headers,
      },
    });
  } catch (error) {
    return fileFailure(error, downloadWords('zh-CN'));
  }
}

/** A response takes bytes alone; reading goes on as they are taken. */
function bytesOf(parts: AsyncIterable<string>): Readable {
  async function* bytes() {
    for await (const part of parts) yield Buffer.from(part);
  }
  return Readable.from(bytes(), { objectMode: false });
}

/** `topics/epidemic.csv` as its path and format. */
function readPath(parts: string[]): { path: string[]; format: Asked } | null {
  const match = /^([a-z0-9-]+)\.(csv|xlsx|json|schema\.json|docx|pdf|html)$/.exec(
    parts.at(-1) ?? '',
  );
  const [, name, ending] = match ?? [];
  if (!name || !ending) return null;
  const path = [...parts.slice(0, -1), name];
  if (ending === 'schema.json') return { path, format: 'schema' };
  return isListFormat(ending) || isListPaperFormat(ending) ? { path, format: ending } : null;
}

type Asked = ListFormat | ListPaperFormat | 'schema';

const words = (text: string, status: number, headers: Record<string, string> = {}): Response =>
  new Response(text, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', ...headers },
  });
