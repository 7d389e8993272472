import { Readable } from 'node:stream';
import { APIError, type Endpoint, type PayloadRequest, type Where } from 'payload';
import { mergeListSearchAndWhere } from 'payload/shared';
import { localeOf } from '@/access/language';
import { refuseCondition } from '@/access/refuse-question';
import { hasRole } from '@/access/roles';
import { auditExport } from '@/collections/AuditLog/record-audit';
import { messages } from '@/messages';
import { CSV_TYPE, csvOf } from '@/transfer/export/lists/csv';
import { XLSX_TYPE, xlsxOf } from '@/transfer/export/lists/xlsx';
import { ledgerList, type LedgerChoice } from '@/transfer/ledger/list';

const LEAST = 4;
const MOST = 300;

type Asked = LedgerChoice & { format: 'csv' | 'xlsx'; reason: string | null };

/**
 * `POST /api/applications/ledger?where[…]=…&search=…`, as the list is filtered, with `format`, `year`, and `names` with a `reason`: the ledger of
 * the cases that the reader may read. Names are masked unless an officer or a leader says why they are
 * needed in full. By POST, since a reason may hold what is nobody's business in an address. The log has
 * the export before it is given.
 */
export const exportLedger: Endpoint = {
  path: '/ledger',
  method: 'post',
  handler: async (req) => {
    if (!req.user) throw new APIError('Unauthorized', 401);
    if (!hasRole(req.user, 'officer', 'counsel', 'leader', 'auditor')) {
      throw new APIError('Forbidden', 403);
    }
    const { format, reason, ...choice } = await asked(req);
    const list = await ledgerList(req, choice);
    await auditExport(req, 'applications', {
      format,
      year: choice.year ?? null,
      names: choice.isNamed ?? false,
      count: list.total,
      reason,
    });
    const body = format === 'csv' ? Readable.from(encoded(csvOf(list))) : xlsxOf(list);
    return new Response(Readable.toWeb(body) as ReadableStream, {
      headers: {
        'Content-Type': format === 'csv' ? CSV_TYPE : XLSX_TYPE,
        'Content-Disposition': `attachment; filename="${list.name}.${format}"`,
        'Cache-Control': 'private, no-store',
      },
    });
  },
};

async function asked(req: PayloadRequest): Promise<Asked> {
  const body = ((await req.json?.().catch(() => null)) ?? {}) as Record<string, unknown>;
  const { format = 'xlsx', year } = body;
  const { search, where } = req.query;
  if (format !== 'csv' && format !== 'xlsx') throw refused(req, 'format');
  const isYear = Number.isInteger(year) && Number(year) >= 2008 && Number(year) < 2100;
  if (year !== undefined && year !== null && !isYear) throw refused(req, 'year');
  if (where !== undefined && typeof where !== 'object') {
    throw refused(req, 'where');
  }
  refuseCondition(req, 'applications', where);
  const filter = mergeListSearchAndWhere({
    collectionConfig: req.payload.collections.applications.config,
    search: typeof search === 'string' ? search : '',
    where: (where ?? {}) as Where,
  });
  const isNamed = body.names === true;
  const reason = typeof body.reason === 'string' ? body.reason.trim() : '';
  if (isNamed && !hasRole(req.user, 'officer', 'leader')) throw refused(req, 'role', 403);
  const length = [...reason].length;
  if (isNamed && (length < LEAST || length > MOST)) throw refused(req, 'reason');
  return {
    format,
    locale: localeOf(req),
    ...(isYear && { year: Number(year) }),
    where: filter,
    isNamed,
    reason: isNamed ? reason : null,
  };
}

const refused = (
  req: PayloadRequest,
  key: keyof (typeof messages)['en']['ledger']['refusals'],
  status = 400,
): APIError =>
  new APIError(messages[localeOf(req)].ledger.refusals[key], status, { refusal: key }, true);

async function* encoded(text: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const piece of text) yield encoder.encode(piece);
}
