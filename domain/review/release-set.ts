/**
 * 三同步: the practice that a document and its interpretation are 同步组织、同步审签、同步部署 (prepared,
 * approved and released together). One set goes out whole, or nothing of it does.
 */
export type Candidate = {
  kind: 'document' | 'interpretation';
  /** Names the text among both kinds: `documents/12`. */
  key: string;
  title: string;
  /** The agency in whose name it stands. */
  agency?: string | null;
  /** Whether the public reads some version of it already. */
  isPublic: boolean;
  /** Whether its present text may be published: approved, and not changed since. */
  isApproved: boolean;
  /** Interpretations: the documents explained. */
  explains?: readonly string[];
  /** Interpretations: a reason stands why it does not wait for its document, nor it for this. */
  goesSeparately?: boolean;
  /** ISO instant at which it goes out by itself, if one is set. */
  releaseAt?: string | null;
};

export type ReleasePlan<Text extends Candidate = Candidate> = {
  /** What goes out with the text that was asked for, that one not included, in this order. */
  others: Text[];
  refusal: null | {
    reason: 'setNotReady' | 'documentNotReady' | 'setScheduledLater' | 'setOfOthers';
    titles: string[];
  };
};

/**
 * What must go out together with one text.
 *
 * A document that comes out for the first time takes along every unpublished interpretation of it; an
 * interpretation takes along the unpublished documents it explains. Where the asked text is public
 * already, a new version of it goes out alone.
 *
 * @param all every text that hangs together with the asked one, itself included
 * @param scheduledAt the instant of a release without a person: what is set for later holds it back
 * @param isLeader whether a leader releases it: only they let a document of another agency out with it
 */
export function planRelease<Text extends Candidate>(
  asked: string,
  all: readonly Text[],
  { scheduledAt, isLeader = false }: { scheduledAt?: string; isLeader?: boolean } = {},
): ReleasePlan<Text> {
  const byKey = new Map(all.map((candidate) => [candidate.key, candidate]));
  const start = byKey.get(asked);
  if (!start || start.isPublic) return { others: [], refusal: null };
  const members = new Set<Text>([start]);
  // A set grows while it is walked, and its walk takes in what was added.
  for (const member of members) {
    for (const other of tiedTo(member, all)) members.add(other);
  }
  const others = [...members]
    .filter((member) => member !== start)
    .sort((a, b) => rank(a) - rank(b) || (a.key < b.key ? -1 : 1));
  return { others, refusal: refusalOf(start, others, { scheduledAt, isLeader }) };
}

/** Whether two texts wait for each other. */
function tiedTo<Text extends Candidate>(member: Text, all: readonly Text[]): Text[] {
  return all.filter((other) => {
    if (other.isPublic || other.kind === member.kind) return false;
    const [interpretation, document] =
      member.kind === 'interpretation' ? [member, other] : [other, member];
    if (interpretation.goesSeparately) return false;
    // What another agency has not finished writing can't hold this one's document up.
    if (isForeign(interpretation, document) && !interpretation.isApproved) return false;
    return interpretation.explains?.includes(document.key) ?? false;
  });
}

function refusalOf(
  start: Candidate,
  others: readonly Candidate[],
  { scheduledAt, isLeader }: { scheduledAt?: string; isLeader: boolean },
): ReleasePlan['refusal'] {
  const waiting = others.filter(({ isApproved }) => !isApproved);
  if (waiting.length > 0) {
    const isForDocument =
      start.kind === 'interpretation' && waiting.every(({ kind }) => kind === 'document');
    return {
      reason: isForDocument ? 'documentNotReady' : 'setNotReady',
      titles: waiting.map(({ title }) => title),
    };
  }
  const foreign = others.filter((text) => text.kind === 'document' && isForeign(start, text));
  if (foreign.length > 0 && !isLeader) {
    return { reason: 'setOfOthers', titles: foreign.map(({ title }) => title) };
  }
  const later = others.filter(
    ({ releaseAt }) =>
      scheduledAt && releaseAt && new Date(releaseAt).getTime() > new Date(scheduledAt).getTime(),
  );
  return later.length > 0
    ? { reason: 'setScheduledLater', titles: later.map(({ title }) => title) }
    : null;
}

const isForeign = (one: Candidate, other: Candidate): boolean =>
  Boolean(one.agency && other.agency && one.agency !== other.agency);

/** Documents last: their release changes other texts, which is harder to take back. */
const rank = ({ kind }: Candidate): number => (kind === 'document' ? 1 : 0);
