import type { Day } from '../workdays/days';
import {
  dayOfEffect,
  effectOf,
  type ActingDays,
  type Relation,
  type RelationEffect,
  type RelationVerb,
} from './relations';
import type { OwnFacts } from './validity';

/** A relation to this document, with the document that acts; `T` is what the caller knows of it. */
export type IncomingFrom<T> = Relation & { by: ActingDays & T };

/** Something decided about a document: by a document held here (`by`), or by one only named. */
export type Decision<T> = {
  kind: 'amended' | 'partly-repealed' | 'repealed' | 'replaced';
  effect: RelationEffect;
  on: Day | null;
  by?: T;
  byName?: string;
  provisions?: string;
  reason?: string;
};

export type DocumentFacts = OwnFacts & {
  madeOn?: Day | null;
  publishedOn?: Day | null;
  change?:
    (NonNullable<OwnFacts['change']> & { byName?: string | null; reason?: string | null }) | null;
};

/** What happened to the text on this platform, told by its versions and withdrawals. */
export type PlatformEvent = {
  kind: 'corrected' | 'withdrawn' | 'restored';
  on: Day;
  reason?: string;
};

export type HistoryEntry<T> = {
  kind:
    | Decision<T>['kind']
    | PlatformEvent['kind']
    | 'made'
    | 'published'
    | 'effective'
    | 'lapsed'
    | 'corrects';
  on: Day | null;
  /** Recorded, and still to come on the day that was asked about. */
  isPending: boolean;
  by?: T;
  byName?: string;
  provisions?: string;
  reason?: string;
};

/** Everything decided about a document, the earliest first; what has no day counts as the earliest. */
export function decisionsAbout<T>(
  facts: DocumentFacts,
  incoming: readonly IncomingFrom<T>[],
): Decision<T>[] {
  const decisions = incoming.flatMap((relation): Decision<T>[] => {
    const effect = effectOf(relation);
    if (!effect) return [];
    const on = dayOfEffect(relation, relation.by);
    return [
      { kind: kindOf(relation.verb, effect), effect, on, by: relation.by, ...said(relation) },
    ];
  });
  const { change } = facts;
  if (change?.status && change.status !== 'none') {
    decisions.push({
      kind: change.status,
      effect: change.status,
      on: change.on ?? null,
      ...(change.byName && { byName: change.byName }),
      ...(change.reason && { reason: change.reason }),
    });
  }
  return decisions.sort((a, b) => compare(a.on, b.on));
}

/**
 * What makes a document repealed or amended on a day: its first repeal, else the last amendment
 * before it. Undefined when nothing was decided by then.
 */
export function decidingOn<T>(
  day: Day,
  decisions: readonly Decision<T>[],
): Decision<T> | undefined {
  const come = decisions.filter(({ on }) => !on || on <= day);
  return come.find(({ effect }) => effect === 'repealed') ?? come.at(-1);
}

/**
 * The life of a document as of a day, from its making on, the earliest first. What the document
 * does not live to see is left out: a start or an expiry after its repeal.
 */
export function historyOf<T>(
  facts: DocumentFacts,
  incoming: readonly IncomingFrom<T>[],
  events: readonly PlatformEvent[],
  day: Day,
): HistoryEntry<T>[] {
  const decisions = decisionsAbout(facts, incoming);
  const repeal = decisions.find(({ effect }) => effect === 'repealed');
  const isLivedToSee = (on: Day) => !repeal || (repeal.on !== null && on < repeal.on);
  const own = (['made', 'published', 'effective', 'lapsed'] as const).flatMap((kind) => {
    const on = {
      made: facts.madeOn,
      published: facts.publishedOn,
      effective: facts.effectiveOn,
      lapsed: facts.lapsesOn,
    }[kind];
    if (!on) return [];
    const isFact = kind === 'made' || kind === 'published' || isLivedToSee(on);
    return isFact ? [{ kind, on }] : [];
  });
  const corrections = incoming
    .filter(({ verb }) => verb === 'corrects')
    .map((relation) => ({
      kind: 'corrects' as const,
      on: dayOfEffect(relation, relation.by),
      by: relation.by,
      ...said(relation),
    }));
  const entries = [
    ...own,
    ...events,
    ...corrections,
    ...decisions.map(({ effect: _, ...decision }) => decision),
  ];
  return entries
    .map((entry): HistoryEntry<T> => ({ ...entry, isPending: entry.on !== null && entry.on > day }))
    .sort((a, b) => compare(a.on, b.on) || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

/** The order of what falls on one day. */
const ORDER: readonly HistoryEntry<unknown>['kind'][] = [
  'made',
  'published',
  'restored',
  'effective',
  'corrects',
  'corrected',
  'amended',
  'partly-repealed',
  'replaced',
  'repealed',
  'lapsed',
  'withdrawn',
];

function kindOf(verb: RelationVerb, effect: RelationEffect): Decision<unknown>['kind'] {
  if (effect === 'repealed') return verb === 'replaces' ? 'replaced' : 'repealed';
  return verb === 'amends' ? 'amended' : 'partly-repealed';
}

const said = ({ provisions, reason }: Relation) => ({
  ...(provisions?.trim() && { provisions: provisions.trim() }),
  ...(reason?.trim() && { reason: reason.trim() }),
});

const compare = (a: Day | null, b: Day | null): number => {
  if (a === b) return 0;
  return (a ?? '') < (b ?? '') ? -1 : 1;
};
