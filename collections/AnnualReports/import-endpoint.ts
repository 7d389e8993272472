import { addDataAndFileToRequest, APIError, type Endpoint, type PayloadRequest } from 'payload';
import { localeOf } from '@/access/language';
import { canWriteForAgency, hasRole } from '@/access/roles';
import { statusOf } from '@/access/thrown';
import { messages } from '@/messages';
import type { ReadReport } from '@/transfer/import/annual-report/read-report';
import { isObject } from './findings';

type Asked = { name: string; agency?: number | string; year?: number; replaces: boolean };

/**
 * `POST /api/annual-reports/import`, a form with the `file` and `_payload`: `{ name, agency?, year?,
 * replace? }`. With `?preview` tells what was read and saves nothing; else reads the file anew, for
 * nothing that a browser says was read is believed, and keeps it as a draft. For those who may write
 * the agency's texts.
 */
export const importReport: Endpoint = {
  path: '/import',
  method: 'post',
  handler: async (req) => {
    if (!req.user) throw refusal(req, 'signIn', 401);
    if (!hasRole(req.user, 'editor', 'administrator')) throw refusal(req, 'notAllowed', 403);
    const { asked, bytes } = await askedOf(req);
    // Readers of every format come along with it.
    const { readReport } = await import('@/transfer/import/annual-report/read-report');
    const report = await readReport(bytes, asked.name);
    const isPreview = new URL(req.url ?? '', 'http://localhost').searchParams.has('preview');
    const answer = isPreview ? await preview(req, report) : await save(req, report, asked);
    return Response.json(answer, { headers: { 'Cache-Control': 'private, no-store' } });
  },
};

async function preview(req: PayloadRequest, report: ReadReport) {
  const [{ previewOf }, { agencyNamed }] = await Promise.all([
    import('@/transfer/import/annual-report/preview'),
    import('@/transfer/import/annual-report/save'),
  ]);
  const known = report.agency ? await agencyNamed(req.payload, report.agency) : undefined;
  return { ...previewOf(report, localeOf(req)), agencyId: known?.id ?? null };
}

async function save(req: PayloadRequest, report: ReadReport, asked: Asked) {
  if (!report.isRead) throw refusal(req, 'unread', 400);
  if (asked.agency === undefined) throw refusal(req, 'noAgency', 400);
  const isOwn = await canWriteForAgency({ req, data: { agency: asked.agency } } as never);
  if (!isOwn) throw refusal(req, 'otherAgency', 403);
  const { saveReport } = await import('@/transfer/import/annual-report/save');
  const wish = {
    agencyId: asked.agency,
    ...(asked.year !== undefined && { year: asked.year }),
    replacesDraft: asked.replaces,
    keepsPublished: true,
  };
  try {
    const { id, title } = await saveReport(req.payload, report, wish, req);
    return { id, title };
  } catch (error) {
    const told = reasonOf(error);
    if (told) throw refusal(req, told.reason, 409, told.values);
    // What the collection's own rules refuse is told in their words.
    if (statusOf(error) === 403) throw refusal(req, 'otherAgency', 403);
    throw error;
  }
}

async function askedOf(req: PayloadRequest): Promise<{ asked: Asked; bytes: Uint8Array }> {
  try {
    await addDataAndFileToRequest(req);
  } catch (error) {
    if (statusOf(error) === 413) throw refusal(req, 'tooLarge', 413);
    req.payload.logger.warn({ err: error, msg: 'a form that is none' });
    throw refusal(req, 'noFile', 400);
  }
  const { file, data } = req;
  if (!file || file.data.length === 0) throw refusal(req, 'noFile', 400);
  const said: Record<string, unknown> = isObject(data) ? data : {};
  const { name, agency, year, replace } = said;
  const isYear = Number.isInteger(year) && Number(year) >= 2008 && Number(year) <= 2100;
  if (year !== undefined && !isYear) {
    throw refusal(req, 'noYear', 400);
  }
  const isId = isIdOf(req.payload.db.defaultIDType);
  if (agency !== undefined && !isId(agency)) throw refusal(req, 'noAgency', 400);
  return {
    bytes: new Uint8Array(file.data),
    asked: {
      name: typeof name === 'string' ? name.slice(0, 200) : file.name,
      ...(agency !== undefined && { agency: agency as number | string }),
      ...(year !== undefined && { year: Number(year) }),
      replaces: replace === true,
    },
  };
}

const isIdOf =
  (type: 'number' | 'text') =>
  (id: unknown): boolean =>
    type === 'number'
      ? typeof id === 'number' && Number.isSafeInteger(id)
      : typeof id === 'string' && /^[\da-f]{24}$/u.test(id);

type Reason = keyof (typeof messages)['en']['reportUpload']['refusals'];

/** By its shape: a built portal may have two copies of the class. */
function reasonOf(error: unknown): { reason: Reason; values: Record<string, unknown> } | null {
  if (!(error instanceof Error) || error.name !== 'NotSaved') return null;
  const { reason, values } = error as Error & {
    reason: Reason;
    values: Record<string, unknown>;
  };
  return { reason, values };
}

function refusal(
  req: PayloadRequest,
  reason: Reason,
  status: number,
  values: Record<string, unknown> = {},
): APIError {
  const words = messages[localeOf(req)].reportUpload.refusals;
  const text = words[reason].replace(/\{(\w+)\}/gu, (_, name: string) => String(values[name]));
  return new APIError(text, status, { refusal: reason }, true);
}
