import { createHash } from 'node:crypto';
import { blocksToText } from '../../domain/documents/blocks';
import { skip, type Skip } from './findings';
import { checksumOf, keyOf, type Amends, type ImportedDocument } from './imported-document';
import { bare } from './text';

/** What has to be known of every document of a batch at once; small, so that a large batch fits. */
export type Entry = {
  /** The place in the batch, counted from 0. */
  at: number;
  path: string;
  key: string;
  /** Documents of one family are versions of one law; null for papers that have no versions. */
  family: string | null;
  text: string;
  versionOn: string;
  effectiveOn: string;
};

/**
 * What the batch as a whole means for one document; most need nothing. `rank` orders the versions
 * of a law: one is written after the version that it amends.
 */
export type Decision = { skip: Skip } | { amends: Amends; rank: number };

const HAS_VERSIONS = ['law', 'regulation', 'local-regulation', 'rule', 'judicial'];

/** @param document as parsed, before anything of the batch is known */
export function entryOf(at: number, path: string, document: ImportedDocument): Entry {
  const isVersioned = !document.indexNumber && HAS_VERSIONS.includes(document.kind);
  // Only versions of a law are compared by their words, and reducing all words takes its time.
  const text = isVersioned ? bare(blocksToText(document.blocks)) : '';
  return {
    at,
    path,
    key: keyOf(document),
    family: isVersioned ? bare(document.title).replace(/[、，,]/gu, '') : null,
    text: createHash('sha256').update(text).digest('base64'),
    versionOn: document.versionOn ?? '',
    effectiveOn: document.effectiveOn ?? '',
  };
}

/**
 * Looks over a whole batch: a document that stands in it twice is taken once, and of several
 * versions of a law each amends the one before it. The newest is in force.
 */
export function planBatch(entries: readonly Entry[]): Map<number, Decision> {
  const plan = new Map<number, Decision>();
  const firsts = new Map<string, Entry>();
  const families = new Map<string, Entry[]>();
  for (const entry of entries) {
    const first = firsts.get(entry.key);
    if (first) {
      plan.set(entry.at, { skip: skip('duplicate', first.path) });
      continue;
    }
    firsts.set(entry.key, entry);
    if (entry.family === null) continue;
    const family = families.get(entry.family) ?? [];
    const twin = family.find(
      (other) =>
        other.text === entry.text ||
        (entry.versionOn !== '' && other.versionOn === entry.versionOn),
    );
    if (twin) plan.set(entry.at, { skip: skip('duplicate', twin.path) });
    else families.set(entry.family, [...family, entry]);
  }
  for (const family of families.values()) {
    // An undated text sorts first: whoever saved a dated version beside it has the newer one.
    const versions = family.sort((a, b) => (a.versionOn < b.versionOn ? -1 : 1));
    for (const [rank, version] of versions.entries()) {
      const before = versions[rank - 1];
      if (before) plan.set(version.at, { amends: amendmentOf(before, version), rank });
    }
  }
  return plan;
}

/** The document as the batch leaves it, with a checksum that tells the amendment too. */
export function withAmendment(document: ImportedDocument, amends: Amends): ImportedDocument {
  const changed = { ...document, amends };
  return { ...changed, source: { ...document.source, checksum: checksumOf(changed) } };
}

/**
 * A version holds until the next one takes effect. A date of effect before the version's own day
 * is that of the first edition, so then the day of the version counts.
 */
function amendmentOf(before: Entry, version: Entry): Amends {
  const on = version.effectiveOn > version.versionOn ? version.effectiveOn : version.versionOn;
  return { key: before.key, on, reason: `${version.versionOn} 的版本自 ${on} 起代替本版本` };
}
