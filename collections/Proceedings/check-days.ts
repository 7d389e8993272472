import { APIError, type CollectionBeforeChangeHook } from 'payload';
import { localeOf } from '@/access/language';
import { dayOrNull } from '@/collections/Documents/stored-days';
import { proceedingFault } from '@/domain/proceedings/sound';
import { dayOf } from '@/domain/workdays/days';
import { messages } from '@/messages';
import type { Proceeding } from '@/payload-types';

/** The yearly table is counted by the days of a case: those that can't be right are not kept. */
export const checkDays: CollectionBeforeChangeHook<Proceeding> = ({ data, originalDoc, req }) => {
  const { filedOn, closedOn, result } = { ...originalDoc, ...data };
  const filed = dayOrNull(filedOn);
  if (filed === null) return data;
  const days = { filedOn: filed, closedOn: dayOrNull(closedOn), result: result ?? null };
  const fault = proceedingFault(days, dayOf(new Date()));
  if (!fault) return data;
  const words = messages[localeOf(req)].reportCompile.proceedings[fault];
  throw new APIError(words, 400, { refusal: fault }, true);
};
