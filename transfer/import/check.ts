import { createHash } from 'node:crypto';
import { blocksToText } from '../../domain/documents/blocks';
import { titleKey } from '../../domain/documents/citations/names';
import { skip, type Skip } from './findings';
import { checksumOf, keyOf, type Amends, type ImportedDocument } from './imported-document';
import { takenFrom } from './relations';
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
  title: string;
  /** Keys of the titles that it implements, forwards or is based on. */
  basis: readonly string[];
};

/**
 * What the batch as a whole means for one document; most need nothing. `rank` orders what points to
 * others: a version of a law is written after the one that it amends, a text after what it is based on.
 */
export type Decision = { skip: Skip } | { amends?: Amends; rank: number };

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
    title: titleKey(document.title),
    basis: takenFrom(document).map(({ key }) => key),
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
  putInOrder(entries, plan);
  return plan;
}

/** Held in memory until what they point to is written; beyond that a batch must stay flat. */
const MOST_HELD = 3000;

/** Lets a document wait for those of the batch that it is based on, if there are not too many such. */
function putInOrder(entries: readonly Entry[], plan: Map<number, Decision>): void {
  const byTitle = new Map<string, Entry[]>();
  for (const entry of entries) {
    const decision = plan.get(entry.at);
    if (decision && 'skip' in decision) continue;
    byTitle.set(entry.title, [...(byTitle.get(entry.title) ?? []), entry]);
  }
  const ranks = new Map<number, number>();
  const rankOf = (entry: Entry): number => {
    const known = ranks.get(entry.at);
    if (known !== undefined) return known;
    const decision = plan.get(entry.at);
    const own = decision && 'rank' in decision ? decision.rank : 0;
    // Two texts that name one another can't both wait: this is what the second is told.
    ranks.set(entry.at, own);
    const targets = entry.basis.flatMap((key) => byTitle.get(key) ?? []);
    const rank = Math.max(own, ...targets.map((target) => rankOf(target) + 1));
    ranks.set(entry.at, rank);
    return rank;
  };
  let held = [...plan.values()].filter((decision) => 'rank' in decision).length;
  for (const entry of [...byTitle.values()].flat()) {
    const decision = plan.get(entry.at);
    const rank = rankOf(entry);
    if (rank === 0 || (!decision && held >= MOST_HELD)) continue;
    if (!decision) held += 1;
    plan.set(entry.at, { ...decision, rank });
  }
  keepVersionsInOrder([...byTitle.values()].flat(), plan);
}

/** A version whose basis made it wait may not be overtaken by the one that amends it. */
function keepVersionsInOrder(entries: readonly Entry[], plan: Map<number, Decision>): void {
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  const rankOf = (entry: Entry, depth = 0): number => {
    const decision = plan.get(entry.at);
    if (!decision || !('rank' in decision)) return 0;
    const before = decision.amends && byKey.get(decision.amends.key);
    if (!before || depth > entries.length) return decision.rank;
    return Math.max(decision.rank, rankOf(before, depth + 1) + 1);
  };
  for (const entry of entries) {
    const decision = plan.get(entry.at);
    if (decision && 'rank' in decision) plan.set(entry.at, { ...decision, rank: rankOf(entry) });
  }
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
