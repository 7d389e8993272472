import type { PayloadRequest, Where } from 'payload';
import { auditErasure } from '@/collections/AuditLog/record-audit';
import { OPEN_LETTER_STATUSES } from '@/domain/letters/codes';
import { eraseLetterFrom, letterKeptYears, type LetterRetention } from '@/domain/letters/retention';
import { addMonths, dayOf, type Day } from '@/domain/workdays/days';
import { toNoon } from '@/fields/day';
import { messages } from '@/messages';
import type { Letter } from '@/payload-types';
import { letterHistory } from './stored-letter';

const PAGE = 100;

/**
 * Erases the writer's data of every letter whose day has come by the given day. One that somebody acts on
 * just now is left to the next hour; one that fails holds up no other.
 */
export async function sweepLetters(
  req: PayloadRequest,
  today: Day,
): Promise<{ erased: number; failed: number }> {
  const longAgo = `${addMonths(today, -12 * letterKeptYears)}T23:59:59.999Z`;
  const where: Where = {
    and: [
      { erasedOn: { exists: false } },
      { status: { not_in: [...OPEN_LETTER_STATUSES] } },
      { or: [{ deletionAskedOn: { exists: true } }, { closedOn: { less_than_equal: longAgo } }] },
    ],
  };
  let [erased, failed] = [0, 0];
  let after: Letter['id'] | undefined;
  for (;;) {
    const { docs } = await req.payload.db.find<Letter>({
      collection: 'letters',
      where: after === undefined ? where : { and: [where, { id: { greater_than: after } }] },
      sort: 'id',
      limit: PAGE,
      pagination: false,
      req,
    });
    for (const letter of docs) {
      const from = eraseLetterFrom(factsOf(letter));
      if (!from || from.day > today) continue;
      try {
        if (await eraseLetter(req, letter, { ground: from.ground, today })) erased += 1;
      } catch (error) {
        failed += 1;
        req.payload.logger.error({ err: error, msg: `letter ${letter.id} was not erased` });
      }
    }
    if (docs.length < PAGE) return { erased, failed };
    after = docs.at(-1)?.id;
  }
}

const factsOf = (letter: Letter): LetterRetention => ({
  status: letter.status,
  closedOn: dayIn(letter.closedOn),
  askedOn: dayIn(letter.deletionAskedOn),
  erasedOn: dayIn(letter.erasedOn),
});

/**
 * Removes what is the writer's own, for good: who they are, what they wrote, the files from the disk, the
 * mails. What is counted stays. The reply goes, too: it answers by name.
 * @returns false when somebody acts on the letter at this moment
 */
async function eraseLetter(
  req: PayloadRequest,
  letter: Letter,
  { ground, today }: { ground: 'asked' | 'term'; today: Day },
): Promise<boolean> {
  const { payload } = req;
  const { id } = letter;
  const { docs } = await payload.find({
    collection: 'case-files',
    where: { letter: { equals: id } },
    depth: 0,
    pagination: false,
    select: { purpose: true },
    req,
  });
  // One by one: a file whose deletion fails keeps the letter on the list.
  for (const file of docs) await payload.delete({ collection: 'case-files', id: file.id, req });
  await payload.db.deleteMany({ collection: 'mails', where: { letter: { equals: id } }, req });
  // An erasure that can't be logged must not happen.
  await auditErasure(
    req,
    { id, receiptNumber: letter.receiptNumber },
    { ground, files: docs.length },
    'letters',
  );
  const revision = letter.revision ?? 0;
  const written = await payload.db.updateOne({
    collection: 'letters',
    where: { and: [{ id: { equals: id } }, { revision: { equals: revision } }] },
    data: {
      ...withoutWriter(letter),
      revision: revision + 1,
      erasedOn: toNoon(today),
      updatedAt: new Date().toISOString(),
    },
    req,
  });
  return Boolean(written);
}

function withoutWriter(letter: Letter): Partial<Letter> {
  const erased = messages['zh-CN'].privacy.erased.text;
  return {
    title: erased,
    body: erased,
    name: null,
    phone: null,
    email: null,
    address: null,
    idNumber: null,
    phoneHash: null,
    emailHash: null,
    // No null: on MongoDB that is a value like any other, which two erased letters can't both have.
    ...(letter.filingKey && { filingKey: `erased:${letter.id}` }),
    page: { ...letter.page, title: null },
    reply: { ...letter.reply, text: null },
    rating: { ...letter.rating, comment: null },
    history: letterHistory(letter).map(({ reason, told: _told, ...step }) =>
      // Why it was not taken or where it was pointed is a code; a free word may name somebody.
      step.action === 'discard' || step.action === 'redirect' ? { ...step, reason } : step,
    ),
  };
}

const dayIn = (value: string | null | undefined): Day | null => (value ? dayOf(value) : null);
