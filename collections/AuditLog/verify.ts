import type { Payload } from 'payload';
import { ChainCheck, type Break, type ChainedEntry } from '@/domain/audit/chain';
import type { AuditLog } from '@/payload-types';
import { auditHash } from './append';

const PAGE = 1000;

export type AuditVerdict = {
  breaks: Break[];
  count: number;
  head: { seq: number; hash: string };
  /** Whether the entry of an earlier head still has the hash it had. */
  isExpected: boolean;
};

/** Reads the whole log in order, a page at a time. */
export async function verifyAudit(
  payload: Payload,
  expected: { seq: number; hash: string } | null = null,
): Promise<AuditVerdict> {
  const check = new ChainCheck(auditHash);
  let count = 0;
  let isExpected = expected === null;
  for (let after = 0; ;) {
    const { docs } = await payload.db.find<AuditLog>({
      collection: 'audit-log',
      where: { seq: { greater_than: after } },
      sort: 'seq',
      limit: PAGE,
      pagination: false,
    });
    for (const entry of docs) {
      check.add(entryOf(entry));
      if (entry.seq === expected?.seq) isExpected = entry.hash === expected.hash;
    }
    count += docs.length;
    if (docs.length < PAGE) break;
    after = docs.at(-1)!.seq;
  }
  return { breaks: check.breaks, count, head: check.head, isExpected };
}

/** As it was when its hash was taken: what the database leaves empty was null. */
const entryOf = (row: AuditLog): ChainedEntry => ({
  seq: row.seq,
  at: row.at,
  who: row.who ?? null,
  whoName: row.whoName ?? null,
  action: row.action,
  subject: row.subject,
  record: row.record ?? null,
  title: row.title ?? null,
  before: row.before ?? null,
  after: row.after ?? null,
  address: row.address ?? null,
  previous: row.previous,
  hash: row.hash,
});
