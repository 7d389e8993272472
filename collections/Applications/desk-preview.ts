import type { Endpoint } from 'payload';
import { auditOpening } from '@/collections/AuditLog/record-audit';
import { isActionCode } from '@/domain/applications/actions';
import { letterText } from '@/domain/applications/letters/letter';
import type { Application } from '@/payload-types';
import { judged, staffFor } from './act';
import { caseError } from './case-error';
import { caseIdOf } from './desk-case';
import { effectsOf } from './effects';
import { asSent, ownRemedyWords } from './own-remedy';
import { composeLetters } from './write-letters';

/**
 * `POST /api/applications/:id/actions/:action/preview` with what the action takes: the letters that
 * would go out, as text, or why it can't be done. Nothing is stored and no number is drawn.
 */
export const previewAction: Endpoint = {
  path: '/:id/actions/:action/preview',
  method: 'post',
  handler: async (req) => {
    const id = caseIdOf(req);
    const { action } = req.routeParams as { action: string };
    if (!isActionCode(action)) throw caseError(req, { key: 'unknownAction', values: { action } });
    const { roles, by } = await staffFor(req, id);
    const body: unknown = await req.json?.().catch(() => null);
    const input = body !== null && typeof body === 'object' && !Array.isArray(body) ? body : {};
    const { seen, done, calendar } = await judged(req, id, action, { ...input }, roles, by);
    const after = { ...seen, ...effectsOf(seen, done, calendar) } as Application;
    const letters = await composeLetters(req, seen, after, asSent(done));
    if (letters.length > 0) {
      const what = { letters: letters.map(({ kind }) => kind), preview: action };
      const title = seen.receiptNumber ?? null;
      await auditOpening(req, 'applications', { record: id, title, what });
    }
    return Response.json(
      {
        letters: letters.map((letter) => ({ kind: letter.kind, text: letterText(letter) })),
        // What the examiner will have to confirm.
        remedyWords: await ownRemedyWords(req, seen, after, done),
      },
      { headers: { 'Cache-Control': 'private, no-store' } },
    );
  },
};
