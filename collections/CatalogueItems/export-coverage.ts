import { Readable } from 'node:stream';
import { APIError, type Endpoint } from 'payload';
import { dayOf } from '@/domain/workdays/days';
import { boardList, readBoard } from '@/transfer/catalogue/board';
import { CSV_TYPE, csvOf } from '@/transfer/export/lists/csv';
import { XLSX_TYPE, xlsxOf } from '@/transfer/export/lists/xlsx';

/**
 * `GET /api/catalogue-items/coverage?format=csv|xlsx&domain=&agency=&state=`: the coverage board as it
 * is filtered. For those who sign in: what an office has not done yet is theirs to look at first.
 */
export const exportCoverage: Endpoint = {
  path: '/coverage',
  method: 'get',
  handler: async (req) => {
    if (!req.user) throw new APIError('Forbidden', 403);
    const today = dayOf(new Date());
    const word = (name: string) => {
      const value = req.query[name];
      return typeof value === 'string' && value !== '' ? value : undefined;
    };
    const filter = { domain: word('domain'), agency: word('agency'), state: word('state') };
    const board = await readBoard(req.payload, filter, today);
    const list = boardList(board, req.i18n?.language === 'en' ? 'en' : 'zh-CN', today);
    const isXlsx = req.query.format === 'xlsx';
    const stream = isXlsx ? xlsxOf(list) : Readable.from(encoded(csvOf(list)));
    return new Response(Readable.toWeb(stream) as ReadableStream, {
      headers: {
        'Content-Type': isXlsx ? XLSX_TYPE : CSV_TYPE,
        'Content-Disposition': `attachment; filename="${list.name}.${isXlsx ? 'xlsx' : 'csv'}"`,
        'Cache-Control': 'private, no-store',
      },
    });
  },
};

async function* encoded(text: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const piece of text) yield encoder.encode(piece);
}
