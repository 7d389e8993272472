import { createHash } from 'node:crypto';
import type { Payload, PayloadRequest } from 'payload';
import { chainText, FIRST, type AuditEntry } from '@/domain/audit/chain';
import type { AuditLog } from '@/payload-types';
import { openTransaction } from '@/transaction';

export type NewEntry = Omit<AuditEntry, 'seq' | 'previous'>;

type Head = { seq: number; hash: string };

/** Two writers can meet on a number; the second one takes the next. */
const TRIES = 20;

/** What this process appended last. Wrong when another process wrote since: then the number is taken. */
let known: Head | null = null;
let turn: Promise<unknown> = Promise.resolve();

/**
 * Adds entries at the end of the chain, in their order. Entries of one transaction on SQLite are
 * written in it, since there the transaction holds the only pen; elsewhere outside of it, since two
 * transactions that append at once would refuse each other.
 *
 * @throws when the entries can't be stored: a change that can't be logged must not happen unseen
 */
export async function appendToAudit(
  payload: Payload,
  entries: readonly NewEntry[],
  req?: PayloadRequest,
): Promise<void> {
  if (entries.length === 0) return;
  const transaction = req ? await openTransaction(req) : null;
  if (req && transaction !== null && payload.db.name === 'sqlite') {
    await appendInside(payload, entries, req, String(transaction));
    return;
  }
  const mine = turn.then(() => appendOutside(payload, entries));
  // The next in line must not fail for what happened to this one.
  turn = mine.catch(() => undefined);
  await mine;
}

export const auditHash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The texts that one request changes at once end at the same time, each with an entry of its own. */
async function appendInside(
  payload: Payload,
  entries: readonly NewEntry[],
  req: PayloadRequest,
  transaction: string,
): Promise<void> {
  const open = openChain(transaction);
  const mine = open.turn.then(async () => {
    for (const entry of entries) {
      open.head = await store(payload, entry, open.head ?? (await readHead(payload, req)), req);
    }
    known = null;
  });
  open.turn = mine.catch(() => undefined);
  await mine;
}

type Open = { head: Head | null; turn: Promise<unknown> };

/** Far more than SQLite, which has one writer, ever has open. */
const MOST_OPEN = 50;
const transactions = new Map<string, Open>();

function openChain(id: string): Open {
  const open = transactions.get(id) ?? { head: null, turn: Promise.resolve() };
  transactions.set(id, open);
  for (const oldest of transactions.keys()) {
    if (transactions.size <= MOST_OPEN) break;
    transactions.delete(oldest);
  }
  return open;
}

async function appendOutside(payload: Payload, entries: readonly NewEntry[]): Promise<void> {
  for (const entry of entries) {
    for (let tries = 1; ; tries += 1) {
      const head: Head = known ?? (await readHead(payload));
      try {
        known = await store(payload, entry, head);
        break;
      } catch (error) {
        known = null;
        const { seq } = await readHead(payload);
        // Not a number that somebody else took meanwhile: a real failure.
        if (seq <= head.seq || tries >= TRIES) throw error;
      }
    }
  }
}

async function store(
  payload: Payload,
  entry: NewEntry,
  head: Head,
  req?: PayloadRequest,
): Promise<Head> {
  const chained: AuditEntry = { ...storable(entry), seq: head.seq + 1, previous: head.hash };
  const hash = auditHash(chainText(chained));
  await payload.db.create({
    collection: 'audit-log',
    data: { ...chained, hash },
    returning: false,
    ...(req && { req }),
  });
  return { seq: chained.seq, hash };
}

/**
 * Text as every database keeps it. NUL ends a text in SQLite and half a surrogate pair becomes another
 * character: the hash would be that of something else than what is stored.
 */
function storable<Value>(value: Value): Value {
  if (typeof value === 'string') return value.replaceAll('\0', '').toWellFormed() as Value;
  if (Array.isArray(value)) return value.map(storable) as Value;
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [storable(key), storable(inner)]),
  ) as Value;
}

async function readHead(payload: Payload, req?: PayloadRequest): Promise<Head> {
  const { docs } = await payload.db.find<AuditLog>({
    collection: 'audit-log',
    sort: '-seq',
    limit: 1,
    pagination: false,
    ...(req && { req }),
  });
  const last = docs[0];
  return last ? { seq: last.seq, hash: last.hash } : { seq: 0, hash: FIRST };
}
