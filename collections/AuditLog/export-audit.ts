import { Readable } from 'node:stream';
import { APIError, type Endpoint, type PayloadRequest, type Where } from 'payload';
import { localeOf } from '@/access/language';
import { hasRole } from '@/access/roles';
import { messages } from '@/messages';
import type { AuditLog } from '@/payload-types';
import { CSV_TYPE, csvOf } from '@/transfer/export/lists/csv';
import { firstRows, type List } from '@/transfer/export/lists/list';
import { auditExport } from './record-audit';

const PAGE = 500;

const COLUMNS = [
  'seq',
  'at',
  'whoName',
  'who',
  'action',
  'subject',
  'record',
  'title',
  'before',
  'after',
  'address',
  'previous',
  'hash',
] as const;

/** `GET /api/audit-log/export?format=csv|jsonl&where[…]=…`: the list as filtered, newest first. */
export const exportAudit: Endpoint = {
  path: '/export',
  method: 'get',
  handler: async (req) => {
    const { refusals } = messages[localeOf(req)].audit;
    if (!hasRole(req.user, 'auditor', 'administrator')) throw new APIError('Forbidden', 403);
    const format = req.query.format ?? 'csv';
    if (format !== 'csv' && format !== 'jsonl') throw refused(refusals.format);
    const where = (req.query.where ?? {}) as Where;
    if (typeof where !== 'object') throw refused(refusals.where);
    const list = await listOf(req, where);
    await auditExport(req, 'audit-log', { format, where });
    const text = format === 'csv' ? csvOf(list) : jsonLines(list);
    return new Response(Readable.toWeb(Readable.from(encoded(text))) as ReadableStream, {
      headers: {
        'Content-Type': format === 'csv' ? CSV_TYPE : 'application/x-ndjson; charset=utf-8',
        'Content-Disposition': `attachment; filename="${list.name}.${format}"`,
        'Cache-Control': 'private, no-store',
      },
    });
  },
};

async function listOf(req: PayloadRequest, where: Where): Promise<List<AuditLog>> {
  const locale = localeOf(req);
  const { columns } = messages[locale].audit;
  const { totalDocs } = await req.payload.count({
    collection: 'audit-log',
    where,
    overrideAccess: false,
    req,
  });
  return {
    name: `audit-log-${new Date().toISOString().slice(0, 10)}`,
    title: '',
    address: '',
    locale,
    total: totalDocs,
    columns: COLUMNS.map((key) => ({
      key,
      label: columns[key],
      kind: key === 'seq' ? 'number' : 'text',
      valueOf: (entry) => {
        const value = entry[key];
        if (typeof value === 'number') return value;
        return value && typeof value === 'object' ? JSON.stringify(value) : String(value ?? '');
      },
    })),
    rows: entries(req, where),
  };
}

/** Read page by page by falling number, so that memory stays flat and new entries shift nothing. */
async function* entries(req: PayloadRequest, where: Where): AsyncGenerator<AuditLog> {
  let below: number | null = null;
  for (;;) {
    const { docs }: { docs: AuditLog[] } = await req.payload.find({
      collection: 'audit-log',
      where: below === null ? where : { and: [where, { seq: { less_than: below } }] },
      sort: '-seq',
      limit: PAGE,
      pagination: false,
      depth: 0,
      overrideAccess: false,
      req,
    });
    yield* docs;
    if (docs.length < PAGE) return;
    below = docs.at(-1)!.seq;
  }
}

async function* jsonLines(list: List<AuditLog>): AsyncGenerator<string> {
  for await (const entry of firstRows(list)) {
    const told = Object.fromEntries(COLUMNS.map((column) => [column, entry[column] ?? null]));
    yield `${JSON.stringify(told)}\n`;
  }
}

async function* encoded(text: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const piece of text) yield encoder.encode(piece);
}

const refused = (words: string) => new APIError(words, 400, null, true);
