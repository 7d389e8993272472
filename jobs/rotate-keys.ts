import { applicantSecrets } from '@/domain/applications/applicants';
import { setImmediate as breathe, setTimeout as wait } from 'node:timers/promises';
import type { Payload, Where } from 'payload';
import { nobodyActs } from '@/collections/Applications/claim';
import { hashedFields } from '@/collections/Applications/hashed-fields';
import { caseFileNames, isMissing, resealFile } from '@/collections/CaseFiles/kept-files';
import { hashesOf } from '@/collections/Subscriptions/subscribe';
import { letterHashes } from '@/collections/Letters/letter-hashes';
import { forgetDeleted } from '@/database';
import { rotated } from '@/fields/sealed/rotated';
import { isSealed, keyedHash, unseal, UnsealError } from '@/fields/sealed/seal';
import type { Application, Subscription } from '@/payload-types';

export type Rotation = {
  /** Records and files looked at in the last round. */
  read: number;
  /** Records and files sealed anew; in a dry run, those that would be. */
  changed: number;
  /** Records that were being changed by somebody in every round. */
  busy: number;
  /** Receipt numbers or ids of records, and names of files, that no key opens: their key is in neither setting. */
  unreadable: string[];
  /** Query codes kept as a plain hash by an earlier version: they hang on the key that made them. */
  bound: number;
};

export type RotationOptions = {
  /** Only counts. */
  isDry?: boolean;
  signal?: AbortSignal;
  onProgress?: (rotation: Readonly<Rotation>) => void;
};

/** Somebody who had read a record before it was sealed anew may write it back as it was. */
const MOST_ROUNDS = 8;
const BETWEEN_ROUNDS_MS = 5_000;
const PAGE = 50;

/**
 * Seals everything with the key in use, and makes the keyed hashes of it again. One statement a record,
 * only if nobody changed it meanwhile, and only where something is left to do: broken off at any point,
 * the next run goes on. Rounds until one finds nothing left.
 */
export async function rotateKeys(
  payload: Payload,
  { isDry = false, signal, onProgress }: RotationOptions = {},
): Promise<Rotation> {
  let changed = 0;
  for (let round = 1; ; round += 1) {
    const done: Rotation = { read: 0, changed, busy: 0, unreadable: [], bound: 0 };
    for await (const record of sealedRecords(payload)) {
      if (signal?.aborted) return done;
      done.read += 1;
      const outcome = await rotate(payload, record, isDry);
      if (outcome === 'unreadable') done.unreadable.push(record.label);
      else if (outcome === 'changed') done.changed += 1;
      else if (outcome === 'busy') done.busy += 1;
      if (isBound(record.stored)) done.bound += 1;
      if (done.read % PAGE === 0) onProgress?.(done);
    }
    for (const name of await caseFileNames()) {
      if (signal?.aborted) return done;
      done.read += 1;
      const outcome = await rotateFile(payload, name, isDry);
      if (outcome === 'unreadable') done.unreadable.push(name);
      else if (outcome === 'changed') done.changed += 1;
      if (done.read % PAGE === 0) onProgress?.(done);
    }
    onProgress?.(done);
    const isDone = done.changed === changed && done.busy === 0;
    // What the earlier key opens is in the log of the database until that is emptied.
    if (!isDry) await forgetDeleted(payload);
    if (isDry || isDone || round === MOST_ROUNDS) return done;
    changed = done.changed;
    if (done.busy > 0) await wait(BETWEEN_ROUNDS_MS, null, { signal }).catch(() => undefined);
  }
}

/** The sealed fields of a record, at whatever depth, with the names under which they are sealed. */
const SEALED: Readonly<Record<Sealed['collection'], Readonly<Record<string, string>>>> = {
  applications: {
    ...Object.fromEntries(
      [...applicantSecrets, 'text', 'comment', 'party', 'opinion'].map((name) => [name, name]),
    ),
    content: 'letter',
    old: 'amended',
    queryHash: 'query-code',
  },
  'application-drafts': { content: 'draft', queryHash: 'query-code' },
  letters: {
    ...Object.fromEntries(
      ['body', 'name', 'phone', 'email', 'address', 'idNumber', 'comment'].map((name) => [
        name,
        name,
      ]),
    ),
    queryHash: 'query-code',
  },
  comments: { name: 'name', contact: 'contact', queryHash: 'query-code' },
  subscriptions: { email: 'email' },
};

type Stored = { id: number | string; updatedAt: string } & Record<string, unknown>;

const COLLECTIONS = [
  'applications',
  'application-drafts',
  'letters',
  'comments',
  'subscriptions',
] as const;
type Sealed = { collection: (typeof COLLECTIONS)[number]; stored: Stored; label: string };

async function rotate(
  payload: Payload,
  { collection, stored }: Sealed,
  isDry: boolean,
): Promise<'changed' | 'kept' | 'busy' | 'unreadable'> {
  let change: Record<string, unknown>;
  try {
    change = changeOf(collection, stored);
  } catch (error) {
    if (error instanceof UnsealError) return 'unreadable';
    throw error;
  }
  if (Object.keys(change).length === 0) return 'kept';
  if (isDry) return 'changed';
  const asRead: Where[] = [
    { id: { equals: stored.id } },
    { updatedAt: { equals: stored.updatedAt } },
    ...('revision' in stored ? [{ revision: { equals: stored.revision ?? 0 } }] : []),
    ...(collection === 'applications' ? [nobodyActs(Date.now())] : []),
  ];
  const written = await payload.db.updateOne({
    collection,
    where: { and: asRead },
    data: change,
  });
  return written ? 'changed' : 'busy';
}

/** A file of a case, also one that an earlier version left in clear. */
async function rotateFile(
  payload: Payload,
  name: string,
  isDry: boolean,
): Promise<'changed' | 'kept' | 'unreadable'> {
  try {
    return await resealFile(payload, name, isDry);
  } catch (error) {
    if (error instanceof UnsealError) return 'unreadable';
    // Deleted with its case since the folder was read.
    if (isMissing(error)) return 'kept';
    throw error;
  }
}

/** The fields of a record that are to be written. */
function changeOf(collection: Sealed['collection'], stored: Stored): Record<string, unknown> {
  const sealedAs = (key: string): string | null => SEALED[collection][key] ?? null;
  const change: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(stored)) {
    const next = rotated(value, sealedAs, field);
    if (next !== value) change[field] = next;
  }
  const hashed =
    collection === 'applications'
      ? hashedFields(stored as unknown as Application)
      : collection === 'letters'
        ? letterHashes
        : [];
  for (const { key, field, normalise } of hashed) {
    const value = stored[field];
    if (!isSealed(value)) continue;
    const hash = keyedHash(normalise(unseal(value, field)), key);
    if (hash !== stored[key]) change[key] = hash;
  }
  const { email } = stored;
  if (collection === 'subscriptions' && isSealed(email)) {
    const subscription = stored as unknown as Subscription;
    const hashes = hashesOf(unseal(email, 'email'), subscription);
    if (hashes.subjectKey !== subscription.subjectKey) Object.assign(change, hashes);
  }
  return change;
}

const isBound = ({ queryHash }: Stored): boolean => Boolean(queryHash) && !isSealed(queryHash);

async function* sealedRecords(payload: Payload): AsyncGenerator<Sealed> {
  for (const collection of COLLECTIONS) {
    let after: Stored['id'] | undefined;
    for (;;) {
      const { docs } = await payload.db.find<{ id: Stored['id'] }>({
        collection,
        where: after === undefined ? {} : { id: { greater_than: after } },
        sort: 'id',
        limit: PAGE,
        pagination: false,
      });
      for (const doc of docs) {
        const stored = doc as unknown as Stored;
        yield { collection, stored, label: String(stored.receiptNumber ?? stored.id) };
      }
      if (docs.length < PAGE) break;
      after = docs.at(-1)?.id;
      // SQLite answers within the same turn: without a pause no signal would be heard.
      await breathe();
    }
  }
}
