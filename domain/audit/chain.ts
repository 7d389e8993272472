import { canonicalContent } from '../review/fingerprint';

/**
 * One line of the audit log: what was done to which record, by whom and from where.
 * `before` and `after` hold only what differs, see difference.ts.
 */
export type AuditEntry = {
  /** Counted from 1 without a gap. */
  seq: number;
  /** ISO instant. */
  at: string;
  who: string | null;
  whoName: string | null;
  action: string;
  subject: string;
  record: string | null;
  title: string | null;
  before: unknown;
  after: unknown;
  address: string | null;
  /** The hash of the entry before; of the first one, {@link FIRST}. */
  previous: string;
};

export type ChainedEntry = AuditEntry & { hash: string };

/** What the first entry stands upon. */
export const FIRST = '0'.repeat(64);

const PARTS = [
  'seq',
  'at',
  'who',
  'whoName',
  'action',
  'subject',
  'record',
  'title',
  'before',
  'after',
  'address',
  'previous',
] as const;

/** The text over which an entry's hash is taken; equal entries give equal texts. */
export const chainText = (entry: AuditEntry): string =>
  canonicalContent({ ...entry, at: new Date(entry.at).toISOString() }, PARTS);

export type Break =
  | { kind: 'missing'; seq: number }
  | { kind: 'changed'; seq: number }
  | { kind: 'unlinked'; seq: number };

/**
 * Walks a log from its first entry and tells every place where it does not hold: entries taken out
 * (`missing`: the number that should have come), entries whose content does not give their hash
 * (`changed`), and entries that do not name the hash before them (`unlinked`).
 */
export class ChainCheck {
  readonly breaks: Break[] = [];
  private last: { seq: number; hash: string } = { seq: 0, hash: FIRST };

  constructor(private readonly hash: (text: string) => string) {}

  /** The number and hash of the entry seen last: written down elsewhere, it proves the log up to here. */
  get head(): { seq: number; hash: string } {
    return this.last;
  }

  /** @param entry the next one in the order of `seq` */
  add(entry: ChainedEntry): void {
    const { seq, previous, hash } = entry;
    for (let gone = this.last.seq + 1; gone < seq; gone += 1) {
      this.breaks.push({ kind: 'missing', seq: gone });
    }
    const isNext = seq === this.last.seq + 1;
    if (isNext && previous !== this.last.hash) this.breaks.push({ kind: 'unlinked', seq });
    if (this.hash(chainText(entry)) !== hash) this.breaks.push({ kind: 'changed', seq });
    this.last = { seq, hash };
  }
}
