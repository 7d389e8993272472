import { APIError, type Endpoint, type PayloadRequest } from 'payload';
import { localeOf } from '@/access/language';
import { auditOpening } from '@/collections/AuditLog/record-audit';
import { readLetter, type LetterContent } from '@/domain/applications/letters/letter';
import { dayOf } from '@/domain/workdays/days';
import { unsealed } from '@/fields/sealed/seal';
import { messages } from '@/messages';
import type { Application } from '@/payload-types';
import { contentDisposition } from '@/transfer/export/file-name';
import {
  isLetterFormat,
  LETTER_TYPES,
  letterFile,
  type LetterFormat,
} from '@/transfer/export/letters/letter-file';
import { PressBusyError } from '@/transfer/export/press';
import { staffFor, storedCase } from './act';
import { caseIdOf } from './desk-case';
import { lettersOf } from './stored-case';
import { composeReceipt } from './write-letters';

/**
 * `GET /api/applications/:id/letters/:n?format=pdf|docx|txt`: the nth letter of the case, from 1, for
 * those who work on it. An auditor sees that it went out, not whose name is on it.
 */
export const caseLetter: Endpoint = {
  path: '/:id/letters/:n',
  method: 'get',
  handler: async (req) => {
    const id = caseIdOf(req);
    const { roles } = await staffFor(req, id);
    const words = messages[localeOf(req)].desk.letters;
    if (!roles.some((role) => role !== 'auditor')) throw refused(words.notAllowed, 403);
    const application = await storedCase(req, id);
    const stored = lettersOf(application)[Number(req.routeParams?.n) - 1];
    if (!stored) throw refused(words.notFound, 404);
    const letter = readLetter(unsealed(stored.content, 'letter'));
    if (!letter) throw refused(words.erased, 410);
    return answer(req, application, letter, stored);
  },
};

/**
 * `GET /api/applications/:id/receipt?format=pdf|docx|txt`: 登记回执 for the counter, made on the spot and
 * kept nowhere.
 */
export const caseReceipt: Endpoint = {
  path: '/:id/receipt',
  method: 'get',
  handler: async (req) => {
    const id = caseIdOf(req);
    const { roles } = await staffFor(req, id);
    const words = messages[localeOf(req)].desk.letters;
    if (!roles.includes('officer')) throw refused(words.notAllowed, 403);
    const application = await storedCase(req, id);
    if (application.erasedOn) throw refused(words.erased, 410);
    const letter = await composeReceipt(req, application, dayOf(new Date()));
    return answer(req, application, letter, { kind: letter.kind, number: null });
  },
};

/** The letter as a file, once the log has who opened it. */
async function answer(
  req: PayloadRequest,
  { id, receiptNumber }: Application,
  letter: LetterContent,
  { kind, number }: Pick<ReturnType<typeof lettersOf>[number], 'kind' | 'number'>,
): Promise<Response> {
  const format: LetterFormat = isLetterFormat(req.query.format) ? req.query.format : 'pdf';
  const bytes = await letterFile(format, letter).catch((error: unknown) => {
    if (!(error instanceof PressBusyError)) throw error;
    throw refused(messages[localeOf(req)].desk.letters.busy, 503);
  });
  const what = { letter: kind, number, format };
  await auditOpening(req, 'applications', { record: id, title: receiptNumber ?? null, what });
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': LETTER_TYPES[format],
      'Content-Disposition': contentDisposition(`${receiptNumber}-${letter.title}`, format),
      // Somebody's letter: no cache on the way keeps it.
      'Cache-Control': 'private, no-store',
    },
  });
}

const refused = (message: string, status: number) => new APIError(message, status, null, true);
