import type { PayloadRequest } from 'payload';
import { dayOf, InvalidDayError, type Day } from '@/domain/workdays/days';
import type { Document } from '@/payload-types';
import { agencyOf } from './agency-of';
import type { Problem, RefusalWords } from './refusal';

const DAYS = ['madeOn', 'effectiveOn', 'lapsesOn', 'publishedOn'] as const;

/**
 * Days that don't exist, a text made before its agency was there or after it was gone, and one that
 * would lapse before it begins.
 */
export async function dateProblems(
  document: Partial<Document>,
  req: PayloadRequest,
  t: RefusalWords,
): Promise<Problem[]> {
  const unread = [
    ...DAYS.map((path) => ({ path, value: document[path] })),
    { path: 'change.on', value: document.change?.on },
    ...(document.relations ?? []).map(({ on }, i) => ({ path: `relations.${i}.on`, value: on })),
  ].filter(({ value }) => value && readDay(value) === undefined);
  if (unread.length > 0) {
    return unread.map(({ path, value }) => ({
      path,
      message: t('noDay', { value: String(value) }),
    }));
  }
  const [madeOn, effectiveOn, lapsesOn] = DAYS.map((name) => readDay(document[name]));
  const problems: Problem[] = [];
  if (lapsesOn && effectiveOn && lapsesOn <= effectiveOn) {
    const message = t('lapsesBeforeEffect', { day: lapsesOn, limit: effectiveOn });
    problems.push({ path: 'lapsesOn', message });
  }
  if (madeOn) problems.push(...(await agencyProblems(madeOn, document.agency, req, t)));
  return problems;
}

async function agencyProblems(
  day: Day,
  of: Document['agency'],
  req: PayloadRequest,
  t: RefusalWords,
): Promise<Problem[]> {
  const agency = await agencyOf(of, req);
  if (!agency) return [];
  const { name } = agency;
  const establishedOn = readDay(agency.establishedOn);
  const abolishedOn = readDay(agency.abolishedOn);
  if (establishedOn && day < establishedOn) {
    const message = t('madeBeforeAgency', { day, agency: name, limit: establishedOn });
    return [{ path: 'madeOn', message }];
  }
  if (abolishedOn && day > abolishedOn) {
    const message = t('madeAfterAgency', { day, agency: name, limit: abolishedOn });
    return [{ path: 'madeOn', message }];
  }
  return [];
}

function readDay(value: unknown): Day | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  try {
    return dayOf(value);
  } catch (error) {
    if (error instanceof InvalidDayError) return undefined;
    throw error;
  }
}
