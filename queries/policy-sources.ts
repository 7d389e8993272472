import { createLocalReq } from 'payload';
import { incomingOf } from '@/collections/Documents/incoming-relations';
import { ownFacts } from '@/collections/Documents/stored-days';
import { standingOf } from '@/domain/documents/validity';
import { standing, type PolicyStanding, type SourceStanding } from '@/domain/policies/standing';
import { dayOf, type Day } from '@/domain/workdays/days';
import type { Document, Policy } from '@/payload-types';
import { dayOrNothing } from './document-items';
import { asPublic, portal } from './portal';
import { RELATED, type Related } from './relations';

/** A public document that policies rest on, and what decides whether it holds. */
export type PolicySource = { document: Related; standing: SourceStanding };

export type Sources = ReadonlyMap<string, PolicySource>;

/** A policy's standing, with the documents it speaks of as the public may read them. */
export type KnownStanding = PolicyStanding & {
  /** Whether a document it rests on isn't public (any more). */
  hasHiddenSource: boolean;
};

/** The public documents that policies rest on, by their ids. Two readings, however many policies. */
export async function sourcesOf(policies: readonly Pick<Policy, 'sources'>[]): Promise<Sources> {
  const ids = [...new Set(policies.flatMap(sourceIds))];
  if (ids.length === 0) return new Map();
  const payload = await portal();
  const [{ docs }, incoming] = await Promise.all([
    payload.find({
      collection: 'documents',
      where: { id: { in: ids } },
      pagination: false,
      depth: 0,
      joins: false,
      select: { ...RELATED, effectiveOn: true, lapsesOn: true, change: true },
      ...asPublic,
    }),
    incomingOf(await createLocalReq({}, payload), ids),
  ]);
  return new Map(
    docs.map((document) => {
      const id = String(document.id);
      const facts = standingOf(ownFacts(document), incoming.get(id) ?? []);
      return [id, { document: document as Related, standing: { id, ...facts } }];
    }),
  );
}

/** Whether a policy can be had on a day, by its documents as they are now. */
export function policyStanding(
  policy: Pick<Policy, 'sources' | 'startsOn' | 'endsOn'>,
  sources: Sources,
  today: Day = dayOf(new Date()),
): KnownStanding {
  const ids = sourceIds(policy).map(String);
  const known = ids.flatMap((id) => sources.get(id)?.standing ?? []);
  const days = { startsOn: dayOrNothing(policy.startsOn), endsOn: dayOrNothing(policy.endsOn) };
  return {
    ...standing(days, known, today),
    hasHiddenSource: known.length < ids.length,
  };
}

const sourceIds = ({ sources }: Pick<Policy, 'sources'>): Document['id'][] => [
  ...new Set(
    (sources ?? []).flatMap(({ document }) => {
      const id = typeof document === 'object' ? document?.id : document;
      return id === undefined || id === null ? [] : [id];
    }),
  ),
];
