import type { Payload, PayloadRequest } from 'payload';
import { auditErasure } from '@/collections/AuditLog/record-audit';
import type { ErasureGround, RetentionFacts } from '@/domain/applications/retention';
import type { Status } from '@/domain/applications/statuses';
import { dayOf, type Day } from '@/domain/workdays/days';
import { toNoon } from '@/fields/day';
import { messages } from '@/messages';
import type { Application } from '@/payload-types';
import { storedCase } from './act';
import { claim, conflict, giveUp, released } from './claim';
import { consultationsOf, historyOf, lettersOf } from './stored-case';

/** What the rules of retention need to know, out of a stored application. */
export const retentionFactsOf = (application: Application): RetentionFacts => ({
  status: application.status as Status,
  isDecided: Boolean(application.reply?.decidedOn),
  closedOn: dayIn(application.closedOn),
  servedOn: dayIn(application.servedOn),
  archivedOn: historyOf(application).findLast(({ action }) => action === 'archive')?.on ?? null,
  askedOn: dayIn(application.deletionAskedOn),
  isHeld: Boolean(application.isHeld),
  erasedOn: dayIn(application.erasedOn),
});

/** A review or suit about the case is written down and has no result: its papers are needed, ticked or not. */
export async function isDisputed(
  payload: Payload,
  { id }: Pick<Application, 'id'>,
): Promise<boolean> {
  const { totalDocs } = await payload.db.count({
    collection: 'proceedings',
    where: { and: [{ application: { equals: id } }, { result: { exists: false } }] },
  });
  return totalDocs > 0;
}

/**
 * Removes what is the applicant's own from a case, for good: who they are, what they wrote, the letters,
 * the files from the disk, the mails. What is counted stays: kind, agency, channel, days, kind of reply,
 * numbers. Broken off anywhere, it can be done again; the case says `erasedOn` at the very end.
 *
 * @throws the refusal `conflict` when somebody acts on the case at this moment
 */
export async function eraseCase(
  req: PayloadRequest,
  application: Application,
  { ground, today }: { ground: ErasureGround; today: Day },
): Promise<void> {
  const { payload } = req;
  const { id } = application;
  await claim(req, application);
  try {
    // An ordinary save in between, such as “a suit is pending”, counts.
    const held = await storedCase(req, id);
    if (held.isHeld || held.erasedOn) throw await conflict(req, id);
    const { docs } = await payload.find({
      collection: 'case-files',
      where: { application: { equals: id } },
      depth: 0,
      pagination: false,
      select: { purpose: true },
      req,
    });
    // One by one: a file whose deletion fails keeps the case on the list.
    for (const file of docs) await payload.delete({ collection: 'case-files', id: file.id, req });
    await payload.db.deleteMany({
      collection: 'mails',
      where: { application: { equals: id } },
      req,
    });
    // An erasure that can't be logged must not happen.
    await auditErasure(req, application, { ground, files: docs.length });
    await payload.db.updateOne({
      collection: 'applications',
      id,
      data: {
        ...withoutPersonalData(held),
        ...released(held),
        erasedOn: toNoon(today),
      },
      req,
    });
  } catch (error) {
    await giveUp(req, id);
    throw error;
  }
}

/**
 * The title is erased too: it is often “…关于某某的处理决定”, and no rule can tell a name in it. The number of
 * the document wanted goes with it, since people write whatever they know of it there.
 */
function withoutPersonalData(application: Application): Partial<Application> {
  const erased = messages['zh-CN'].privacy.erased.text;
  return {
    name: erased,
    informationTitle: erased,
    informationNumber: null,
    description: null,
    representative: null,
    idType: null,
    idNumber: null,
    creditCode: null,
    phone: null,
    email: null,
    address: null,
    postcode: null,
    identityHash: null,
    nameHash: null,
    phoneHash: null,
    emailHash: null,
    requestKey: null,
    // No null: on MongoDB that is a value like any other, which two erased cases can't both have.
    ...(application.filingKey && { filingKey: `erased:${application.id}` }),
    supplement: { ...application.supplement, missing: null, text: null },
    extension: { ...application.extension, reason: null },
    reasons: { text: null },
    reply: { ...application.reply, facts: null, decision: null },
    rating: { ...application.rating, comment: null },
    history: historyOf(application).map(
      ({ reason: _reason, remedyWords: _words, lateReason, amended, ...entry }) => ({
        ...entry,
        ...(amended && { amended: { item: amended.item, old: null } }),
        // That it was recorded late stays.
        ...(lateReason && { lateReason: erased }),
      }),
    ),
    consultations: consultationsOf(application).map(({ opinion: _opinion, ...asked }) => ({
      ...asked,
      party: '',
    })),
    letters: lettersOf(application).map((letter) => ({ ...letter, content: null })),
  };
}

const dayIn = (value: string | null | undefined): Day | null => (value ? dayOf(value) : null);
