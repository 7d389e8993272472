import { randomBytes } from 'node:crypto';
import { APIError, type Endpoint } from 'payload';
import { localeOf } from '@/access/language';
import { hasRole } from '@/access/roles';
import { auditReveal, auditWrite } from '@/collections/AuditLog/record-audit';
import { withoutValues } from '@/collections/Applications/reveal';
import { formatQueryCode, newQueryCode } from '@/domain/applications/query-code';
import type { LetterStep } from '@/domain/letters/history';
import { dayOf } from '@/domain/workdays/days';
import { unsealed } from '@/fields/sealed/seal';
import { secretOf } from '@/fields/sealed/secret';
import { messages } from '@/messages';
import type { Letter, User } from '@/payload-types';
import { letterFor } from './act-letter';
import { LETTER_CODE } from './file-letter';
import { letterError } from './letter-error';
import { letterHistory, storedLetter } from './stored-letter';

/**
 * `POST /api/letters/:id/query-code`: gives whoever called or came to the counter the code with which they
 * follow their letter, once. A second one, for whoever lost theirs, takes a `reason`, and the first is worth
 * nothing any more. Only an officer; the history and the log keep that it was done and why.
 */
export const issueLetterCode: Endpoint = {
  path: '/:id/query-code',
  method: 'post',
  handler: async (req) => {
    if (!req.user) throw new APIError('Unauthorized', 401);
    const key = req.routeParams?.id as string;
    const id = (req.payload.db.defaultIDType === 'number' ? Number(key) : key) as Letter['id'];
    await letterFor(req, id);
    const words = messages[localeOf(req)].lettersOffice.queryCode;
    if (!hasRole(req.user, 'officer')) throw new APIError(words.notAllowed, 403, null, true);
    const body = (await req.json?.().catch(() => null)) as Record<string, unknown> | null;
    const reason = typeof body?.reason === 'string' ? body.reason.trim().slice(0, 500) : '';
    const seen = await storedLetter(req, id);
    const revision = seen.revision ?? 0;
    if (body?.revision !== undefined && Number(body.revision) !== revision) {
      throw conflictOf(seen);
    }
    if (seen.erasedOn) throw new APIError(words.erased, 400, null, true);
    if (seen.queryHash && reason === '') throw new APIError(words.needsReason, 400, null, true);

    const code = newQueryCode(randomBytes);
    const why = withoutValues(reason, writerOf(seen));
    const { issued, issuedAgain } = messages['zh-CN'].lettersOffice.queryCode;
    const now = new Date();
    const user = req.user as User;
    const note: LetterStep = {
      action: 'note',
      status: seen.status,
      on: dayOf(now),
      at: now.toISOString(),
      by: user.name,
      byId: String(user.id),
      role: 'officer',
      reason: seen.queryHash ? issuedAgain.replace('{reason}', () => why) : issued,
    };
    // A code that can't be logged must not be given.
    await auditReveal(
      req,
      { id, receiptNumber: seen.receiptNumber },
      { fields: ['queryCode'], reason: seen.queryHash ? why : issued },
      'letters',
    );
    const written = await req.payload.db.updateOne({
      collection: 'letters',
      where: { and: [{ id: { equals: id } }, { revision: { equals: revision } }] },
      data: {
        queryHash: secretOf(code, LETTER_CODE),
        history: [...letterHistory(seen), note],
        revision: revision + 1,
        updatedAt: now.toISOString(),
      },
      req,
    });
    const letter = await storedLetter(req, id);
    if (!written) throw conflictOf(letter);
    await auditWrite(req, 'letters', { ...seen }, { ...letter });
    return Response.json(
      { queryCode: formatQueryCode(code) },
      { headers: { 'Cache-Control': 'private, no-store' } },
    );

    function conflictOf(at: Letter) {
      return letterError(req, { key: 'conflict', values: letterHistory(at).at(-1) ?? null }, 409);
    }
  },
};

/** Somebody may write whose letter it is into the reason, which is kept longer than the writer's data. */
const writerOf = (letter: Letter) =>
  Object.fromEntries(
    (['name', 'phone', 'email', 'address', 'idNumber'] as const).map((field) => [
      field,
      unsealed(letter[field], field),
    ]),
  );
