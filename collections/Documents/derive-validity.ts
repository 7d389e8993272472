import type { CollectionBeforeChangeHook } from 'payload';
import { standingOf, validityOn } from '@/domain/documents/validity';
import { dayOf } from '@/domain/workdays/days';
import type { Document } from '@/payload-types';

/** Validity as of today; `npm run up` and a daily job call it again for days that pass without a save. */
export const deriveValidity: CollectionBeforeChangeHook<Document> = ({ data, originalDoc }) => ({
  ...data,
  validity: validityToday({ ...originalDoc, ...data }, dayOf(new Date().toISOString())),
});

type Dated = Pick<Partial<Document>, 'effectiveOn' | 'lapsesOn' | 'change'>;

export function validityToday(document: Dated, today: string) {
  const { effectiveOn, lapsesOn, change } = document;
  const own = {
    effectiveOn: effectiveOn ? dayOf(effectiveOn) : null,
    lapsesOn: lapsesOn ? dayOf(lapsesOn) : null,
    change: { status: change?.status, on: change?.on ? dayOf(change.on) : null },
  };
  return validityOn(today, standingOf(own, []));
}
