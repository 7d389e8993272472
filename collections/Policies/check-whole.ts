import { ValidationError, type CollectionBeforeChangeHook, type PayloadRequest } from 'payload';
import { localeOf } from '@/access/language';
import { missingParts } from '@/domain/policies/missing';
import { dayOrNull } from '@/collections/Documents/stored-days';
import { messages } from '@/messages';
import type { Policy } from '@/payload-types';

/** The steps at which a guide must be whole. An unfinished one is returned, kept and withdrawn freely. */
const STEPS: unknown[] = ['submit', 'examine', 'approve'];

/** An incomplete guide can be saved and not handed in, approved or published; each part is named. */
export const checkWhole: CollectionBeforeChangeHook<Policy> = ({ data, originalDoc, req }) => {
  const action = (data.review as { action?: string } | undefined)?.action;
  if (data._status !== 'published' && !STEPS.includes(action)) return data;
  const whole = { ...originalDoc, ...data } as Policy;
  const words = messages[localeOf(req)].policies.gaps;
  const errors = missingParts({
    ...whole,
    startsOn: dayOrNull(whole.startsOn),
    endsOn: dayOrNull(whole.endsOn),
  }).map(({ path, gap }) => ({ path, message: words[gap] }));
  if (errors.length > 0) throw new PolicyIncomplete(errors, req);
  return data;
};

/** Payload's own message names the fields by their codes; an editor needs to know what is missing. */
class PolicyIncomplete extends ValidationError {
  constructor(errors: { path: string; message: string }[], req: PayloadRequest) {
    super({ collection: 'policies', errors, req }, req.t);
    this.message = [...new Set(errors.map(({ message }) => message))].join(' ');
  }
}
