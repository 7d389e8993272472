import { randomBytes } from 'node:crypto';
import type { CollectionBeforeChangeHook } from 'payload';
import { dayOf } from '@/domain/workdays/days';

/** An address of the year and of chance: the number of the case would lead to whoever asked. */
export const nameAnswer: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  if (data.slug || originalDoc?.slug) return data;
  const year = dayOf(data.answeredOn ?? new Date()).slice(0, 4);
  return { ...data, slug: `${year}-${randomBytes(4).toString('hex')}` };
};
