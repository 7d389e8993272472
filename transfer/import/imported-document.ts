import { createHash } from 'node:crypto';
import type { Category, Kind, Theme } from '../../domain/catalogue/codes';
import type { Block } from '../../domain/documents/blocks';

export type Attachment = { name: string; address: string };

/** What a version of a law does to the one before it, which the batch holds under `key`. */
export type Amends = { key: string; on: string; reason: string };

/**
 * One official document as a source file tells it, before anything is written.
 * Dates are `YYYY-MM-DD`. What the source doesn't say is left out, never guessed.
 */
export type ImportedDocument = {
  source: {
    /** Where the text comes from; with no index number this is what tells documents apart. */
    address: string;
    /** SHA-256 of all that follows, see `checksumOf`. */
    checksum: string;
  };
  title: string;
  number?: string;
  indexNumber?: string;
  agencyName: string;
  themes: Theme[];
  keywords: string[];
  kind: Kind;
  category: Category;
  madeOn?: string;
  publishedOn?: string;
  effectiveOn?: string;
  lapsesOn?: string;
  summary?: string;
  /** The day of this version of a law: what orders the versions of one title. */
  versionOn?: string;
  amends?: Amends;
  /** A paper of the agency itself, which is given an index number when it has none. */
  isOwn?: boolean;
  blocks: Block[];
  attachments: Attachment[];
};

/**
 * The fingerprint by which a second run knows that nothing has changed. It is taken from what
 * was read, not from the file's bytes: a new line ending changes nothing for a reader, while a
 * newer version of the same law changes the older one although its file is untouched.
 */
export function checksumOf(document: Omit<ImportedDocument, 'source'>): string {
  const entries = Object.entries(document)
    .filter(([key]) => key !== 'source')
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(entries)).digest('hex');
}

/** The key of a document across runs: its index number, else where it comes from. */
export const keyOf = (document: ImportedDocument): string =>
  document.indexNumber ?? document.source.address;
