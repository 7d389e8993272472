import { createHash, randomBytes } from 'node:crypto';
import type { Payload } from 'payload';
import { applicationFields } from '@/domain/applications/parse';
import type { Answers } from '@/domain/applications/steps';
import { isSealed, seal, unseal, UnsealError } from '@/fields/sealed/seal';
import type { ApplicationDraft } from '@/payload-types';
import { removeFiles, settleFiles } from './draft-files';
import { findReceived, UNSENT } from './received';

/** How long an application that nobody sends is kept after the last change. */
export const DRAFT_DAYS = 7;

/** Longer answers are cut: far beyond what any field takes, so that the reader is told how long it was. */
const MOST_CHARACTERS = 5000;

export type Draft = {
  answers: Answers;
  /** When the browser last sent answers, in its own ms: what was sent earlier and comes later is old. */
  stamp?: number;
  /** Which wish the documents shown were found for: they are put before the next page once. */
  offered?: string;
  /** The letter that the application is made of; it is closed when this is filed. */
  letter?: string;
  /** What was wrong with the files that came last, as sentences. */
  fileProblems?: string[];
};

/** A key that only one browser holds; the draft, its files and later its case are found by its hash. */
export const newDraftKey = (): string => randomBytes(32).toString('base64url');

/**
 * The hash under which a draft is stored, its files wait, and its case is filed once. A key is 256
 * random bits: its hash needs no secret, and stays the same when SEAL_KEY changes.
 */
export const draftHash = (key: string): string =>
  createHash('sha256').update(`draft\n${key}`).digest('base64url');

/** The draft of a key, or null: there is none, it is over or sent, or it was sealed with another SEAL_KEY. */
export const readDraft = (payload: Payload, key: string): Promise<Draft | null> =>
  readKept<Draft>(payload, key);

/** Keeps the draft under its key, for {@link DRAFT_DAYS} from now. */
export const writeDraft = (payload: Payload, key: string, draft: Draft): Promise<void> =>
  writeKept(payload, key, { ...draft, answers: cut(draft.answers) });

/** What any form keeps under a key until it is sent, as it was written; null as for {@link readDraft}. */
export async function readKept<T>(payload: Payload, key: string): Promise<T | null> {
  const row = await payload.db.findOne<ApplicationDraft>({
    collection: 'application-drafts',
    where: {
      and: [
        { keyHash: { equals: draftHash(key) } },
        { expiresAt: { greater_than: new Date().toISOString() } },
        UNSENT,
      ],
    },
  });
  if (!row || !isSealed(row.content)) return null;
  try {
    return JSON.parse(unseal(row.content, 'draft')) as T;
  } catch (error) {
    if (error instanceof UnsealError || error instanceof SyntaxError) return null;
    throw error;
  }
}

/**
 * Keeps what a form holds under its key, encrypted, for {@link DRAFT_DAYS} from now. What comes when it was
 * sent already, from another tab, changes nothing of that.
 */
export async function writeKept(payload: Payload, key: string, content: object): Promise<void> {
  const keyHash = draftHash(key);
  const data = {
    keyHash,
    content: seal(JSON.stringify(content), 'draft'),
    expiresAt: new Date(Date.now() + DRAFT_DAYS * 86_400_000).toISOString(),
  };
  const where = { and: [{ keyHash: { equals: keyHash } }, UNSENT] };
  const change = () => payload.db.updateOne({ collection: 'application-drafts', where, data });
  if (await changed(change)) return;
  // A save that comes after its application became a case begins no second one.
  const filed = { filingKey: { equals: keyHash } };
  const cases = await payload.db.count({ collection: 'applications', where: filed });
  if (cases.totalDocs > 0) return;
  try {
    await payload.db.create({ collection: 'application-drafts', data });
  } catch (error) {
    // Two requests of one browser at once: the other made the row first, or sent it.
    if (await changed(change)) return;
    if (!(await findReceived(payload, { keyHash: { equals: keyHash } }))) throw error;
  }
}

/** Leaves nothing of a draft behind, neither answers nor files; of one that was sent, all. */
export async function removeDraft(payload: Payload, key: string): Promise<void> {
  await closeDraft(payload, key);
  const isSent = await findReceived(payload, { keyHash: { equals: draftHash(key) } });
  if (!isSent) await removeFiles(payload, draftHash(key));
}

/** Removes the answers of a draft; its files are those of what was filed from it. */
export async function closeDraft(payload: Payload, key: string): Promise<void> {
  await payload.db.deleteMany({
    collection: 'application-drafts',
    where: { and: [{ keyHash: { equals: draftHash(key) } }, UNSENT] },
  });
}

/**
 * Removes the drafts that are over, and files whose draft is gone. A file whose case was filed, when
 * the process ended before the two were joined, is joined to it now.
 * @returns how many drafts were removed
 */
export async function sweepDrafts(payload: Payload, now: Date = new Date()): Promise<number> {
  const over = { and: [{ expiresAt: { less_than_equal: now.toISOString() } }, UNSENT] };
  const { totalDocs } = await payload.count({ collection: 'application-drafts', where: over });
  await payload.db.deleteMany({ collection: 'application-drafts', where: over });
  await settleFiles(payload);
  return totalDocs;
}

const changed = async (change: () => Promise<unknown>): Promise<boolean> => {
  const row = await change();
  return Boolean(row && Object.keys(row).length > 0);
};

const cut = (answers: Answers): Answers =>
  Object.fromEntries(
    applicationFields.flatMap((field) => {
      const answer = answers[field];
      return answer === undefined ? [] : [[field, answer.slice(0, MOST_CHARACTERS).toWellFormed()]];
    }),
  );
