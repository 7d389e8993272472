import { APIError, type Endpoint, type PayloadRequest } from 'payload';
import { hasRole } from '@/access/roles';
import { askedToReveal, revealRefused, withoutValues } from '@/collections/Applications/reveal';
import type { Revealable } from '@/collections/Applications/reveal-field';
import { auditReveal } from '@/collections/AuditLog/record-audit';
import { personalOfLetter } from '@/collections/PublishedLetters/check-letter-anonymous';
import { anonymised } from '@/domain/applications/anonymous';
import { isLetterAction } from '@/domain/letters/actions';
import { dayOf } from '@/domain/workdays/days';
import { unsealed } from '@/fields/sealed/seal';
import type { Letter } from '@/payload-types';
import { actOnLetter, letterFor } from './act-letter';
import { draftOf, readLetterDesk, toldOfDraft } from './desk-letter';
import { issueLetterCode } from './letter-code';
import { letterError } from './letter-error';
import { letterHistory, storedLetter } from './stored-letter';

/**
 * `POST /api/letters/:id/actions/:action` with the fields of the action and the `revision` that the officer
 * had before them. Gives where the letter stands now.
 */
const act: Endpoint = {
  path: '/:id/actions/:action',
  method: 'post',
  handler: async (req) => {
    const id = signedInFor(req);
    const action = req.routeParams?.action;
    if (!isLetterAction(action)) throw letterError(req, { key: 'unknownAction', values: {} });
    const acted = await actOnLetter(req, id, action, await bodyOf(req));
    return Response.json({
      status: acted.status,
      dueOn: acted.dueOn,
      revision: acted.revision,
      history: letterHistory(acted),
    });
  },
};

/** `GET /api/letters/:id/desk`: where it stands, what was done, and what this person may do now. */
const desk: Endpoint = {
  path: '/:id/desk',
  method: 'get',
  handler: async (req) => {
    const id = signedInFor(req);
    await letterFor(req, id);
    return Response.json(await readLetterDesk(req, await storedLetter(req, id)), NOT_KEPT);
  },
};

/** `POST /api/letters/:id/reveal`: as with applications, the log has it before anything is given. */
const reveal: Endpoint = {
  path: '/:id/reveal',
  method: 'post',
  handler: async (req) => {
    const id = signedInFor(req);
    await letterFor(req, id);
    if (!hasRole(req.user, 'officer', 'leader')) throw revealRefused(req, 'role', 403);
    const { fields, reason } = await askedToReveal(req);
    if (!fields.every(isLetterSecret)) throw revealRefused(req, 'fields', 400);
    const letter = await storedLetter(req, id);
    if (letter.erasedOn) throw revealRefused(req, 'erased', 410, { day: dayOf(letter.erasedOn) });
    const values = Object.fromEntries(
      fields.filter(isLetterSecret).map((field) => [field, unsealed(letter[field], field)]),
    );
    const why = anonymised(withoutValues(reason, values), await personalOfLetter(req, id));
    const told = { fields, reason: why };
    await auditReveal(req, { id, receiptNumber: letter.receiptNumber }, told, 'letters');
    return Response.json({ values }, NOT_KEPT);
  },
};

/**
 * `POST /api/letters/:id/publish-draft`: a draft for 来信选登 out of an answered letter whose writer agreed,
 * with every personal datum crossed out. Asked twice it gives the draft that is there. An editor words it
 * and takes it through the review; `address` is null for whoever can't open it.
 */
const publishDraft: Endpoint = {
  path: '/:id/publish-draft',
  method: 'post',
  handler: async (req) => {
    const { payload, user } = req;
    const id = signedInFor(req);
    await letterFor(req, id);
    if (!hasRole(user, 'officer', 'leader')) throw new APIError('Forbidden', 403);
    const letter = await storedLetter(req, id);
    const { reply } = letter;
    if (!letter.mayPublish || letter.status !== 'answered' || !reply?.text || !letter.agency) {
      throw letterError(req, { key: 'notPublishable', values: {} });
    }
    const known = await draftOf(req, id);
    const personal = await personalOfLetter(req, id);
    const plain = (text: string | null | undefined) => anonymised(text ?? '', personal);
    const draft =
      known ??
      (await payload.create({
        collection: 'published-letters',
        draft: true,
        depth: 0,
        data: {
          title: plain(letter.title),
          question: plain(unsealed(letter.body, 'body')),
          answer: plain(reply.text),
          kind: letter.kind,
          agency: letter.agency as number,
          receivedOn: letter.receivedOn,
          answeredOn: reply.repliedOn ?? letter.closedOn ?? '',
          letter: id as number,
          _status: 'draft',
        },
        req,
      }));
    return Response.json(
      { ...toldOfDraft(draft, user), made: !known },
      { status: known ? 200 : 201 },
    );
  },
};

export const letterEndpoints: Endpoint[] = [act, desk, issueLetterCode, reveal, publishDraft];

/** Who wrote; what they wrote is before whoever handles it anyway. */
export const letterSecrets = [
  'name',
  'phone',
  'email',
  'address',
  'idNumber',
] as const satisfies readonly Revealable[];
const isLetterSecret = (field: Revealable): field is (typeof letterSecrets)[number] =>
  (letterSecrets as readonly string[]).includes(field);

const NOT_KEPT = { headers: { 'Cache-Control': 'private, no-store' } };

/** The record of the path, for whoever is signed in; ids are numbers on SQLite and texts on MongoDB. */
function signedInFor(req: PayloadRequest): Letter['id'] {
  if (!req.user) throw new APIError('Unauthorized', 401);
  const id = req.routeParams?.id as string;
  return (req.payload.db.defaultIDType === 'number' ? Number(id) : id) as Letter['id'];
}

async function bodyOf(req: PayloadRequest): Promise<Record<string, unknown>> {
  const body: unknown = await req.json?.().catch(() => null);
  return body !== null && typeof body === 'object' && !Array.isArray(body)
    ? (body as Record<string, unknown>)
    : {};
}
