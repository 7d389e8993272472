import { dayOf, type Day } from '@/domain/workdays/days';
import type { Document } from '@/payload-types';

/** A stored date as the rules in domain/ take it. */
export const dayOrNull = (stored: string | null | undefined): Day | null =>
  stored ? dayOf(stored) : null;

type Dated = Partial<Pick<Document, 'effectiveOn' | 'madeOn' | 'publishedOn'>>;

export const actingDays = ({ effectiveOn, madeOn, publishedOn }: Dated) => ({
  effectiveOn: dayOrNull(effectiveOn),
  madeOn: dayOrNull(madeOn),
  publishedOn: dayOrNull(publishedOn),
});

type Own = Partial<Pick<Document, 'effectiveOn' | 'lapsesOn' | 'change'>>;

export const ownFacts = ({ effectiveOn, lapsesOn, change }: Own) => ({
  effectiveOn: dayOrNull(effectiveOn),
  lapsesOn: dayOrNull(lapsesOn),
  change: { status: change?.status, on: dayOrNull(change?.on) },
});

/** The id of a relation, which comes as the id or as the whole record. */
export function idIn(value: unknown): Document['id'] | undefined {
  if (typeof value === 'object' && value !== null && 'id' in value) return idIn(value.id);
  return typeof value === 'number' || typeof value === 'string'
    ? (value as Document['id'])
    : undefined;
}
