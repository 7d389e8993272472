import { APIError, type Endpoint, type PayloadRequest } from 'payload';
import { localeOf } from '@/access/language';
import { hasRole } from '@/access/roles';
import { auditReveal } from '@/collections/AuditLog/record-audit';
import { personalOf } from '@/collections/PublishedAnswers/check-anonymous';
import type { AmendItem } from '@/domain/applications/amendments';
import { anonymised } from '@/domain/applications/anonymous';
import { fillWords } from '@/domain/applications/reckon/explain';
import { dayOf } from '@/domain/workdays/days';
import { unsealed } from '@/fields/sealed/seal';
import { messages } from '@/messages';
import type { Application } from '@/payload-types';
import { storedCase } from './act';
import { isRevealable, type Revealable } from './reveal-field';
import { consultationsOf, historyOf } from './stored-case';

/** Characters of a reason: few enough for “电话联系”, and no place for a whole story. */
const LEAST = 4;
const MOST = 300;

export type RevealedOpinion = { number: number; party: string | null; opinion: string | null };
export type RevealedAmendment = { item: AmendItem; old: string | null };
export type Revealed = Partial<
  Record<Revealable, string | null | (RevealedOpinion | RevealedAmendment)[]>
>;

/**
 * `POST /api/applications/:id/reveal` with `fields` and the `reason`: these personal data in full, for the
 * officers and leaders who may read the case. The log has it before they are given.
 */
export const revealPersonalData: Endpoint = {
  path: '/:id/reveal',
  method: 'post',
  handler: async (req) => {
    if (!req.user) throw new APIError('Unauthorized', 401);
    const key = req.routeParams?.id as string;
    const id = (req.payload.db.defaultIDType === 'number' ? Number(key) : key) as number;
    // Whoever may not read the case is told nothing of it.
    const seen = await req.payload.findByID({
      collection: 'applications',
      id,
      depth: 0,
      select: { erasedOn: true },
      overrideAccess: false,
      user: req.user,
      req,
    });
    if (!hasRole(req.user, 'officer', 'leader')) throw revealRefused(req, 'role', 403);
    const { fields, reason } = await askedToReveal(req);
    if (seen.erasedOn) throw revealRefused(req, 'erased', 410, { day: dayOf(seen.erasedOn) });
    const application = await storedCase(req, id);
    const shown = Object.fromEntries(fields.map((field) => [field, inFull(application, field)]));
    const why = anonymised(withoutValues(reason, shown), await personalOf(req, id));
    await auditReveal(req, application, { fields, reason: why });
    return Response.json({ values: shown }, { headers: { 'Cache-Control': 'private, no-store' } });
  },
};

/** What is asked for, and why. */
export async function askedToReveal(
  req: PayloadRequest,
): Promise<{ fields: Revealable[]; reason: string }> {
  const body = ((await req.json?.().catch(() => null)) ?? {}) as Record<string, unknown>;
  const reason = typeof body.reason === 'string' ? body.reason.trim() : '';
  const length = [...reason].length;
  if (length < LEAST || length > MOST) {
    throw revealRefused(req, 'reason', 400, { least: LEAST, most: MOST });
  }
  const fields = Array.isArray(body.fields) ? [...new Set<unknown>(body.fields)] : [];
  if (fields.length === 0 || !fields.every(isRevealable)) throw revealRefused(req, 'fields', 400);
  return { fields: fields as Revealable[], reason };
}

function inFull(application: Application, field: Revealable): Revealed[Revealable] {
  switch (field) {
    case 'supplement.text':
      return unsealed(application.supplement?.text, 'text');
    case 'reasons.text':
      return unsealed(application.reasons?.text, 'text');
    case 'rating.comment':
      return unsealed(application.rating?.comment, 'comment');
    case 'consultations':
      return consultationsOf(application).map(({ number, party, opinion }) => ({
        number,
        party: unsealed(party, 'party'),
        opinion: unsealed(opinion, 'opinion'),
      }));
    case 'history':
      return historyOf(application).flatMap(({ amended }) =>
        amended ? { item: amended.item, old: unsealed(amended.old, 'amended') } : [],
      );
    default:
      return unsealed(application[field], field);
  }
}

/**
 * Somebody may write the very number that they want to see into the reason; the log keeps none. What else is
 * known of the person, and what is spaced otherwise, is left to `anonymised`.
 */
export function withoutValues(reason: string, shown: Revealed): string {
  const values = Object.values(shown).flatMap((value) =>
    Array.isArray(value) ? value.map((each) => ('party' in each ? each.party : each.old)) : value,
  );
  return values.reduce<string>(
    (text, value) => (value && value.length > 1 ? text.replaceAll(value, '***') : text),
    reason,
  );
}

/** Why nothing is shown, in the words of whoever asked. */
export function revealRefused(
  req: PayloadRequest,
  key: keyof (typeof messages)['en']['privacy']['refusals'],
  status: number,
  values: Record<string, string | number> = {},
): APIError {
  const { clock, privacy } = messages[localeOf(req)];
  return new APIError(
    fillWords(privacy.refusals[key], values, clock),
    status,
    { refusal: key },
    true,
  );
}
