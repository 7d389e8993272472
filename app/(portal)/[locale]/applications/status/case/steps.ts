import type { useTranslations } from 'next-intl';
import type { TimelineStep } from '@/components/Timeline/Timeline';
import { isOpen, type Status } from '@/domain/applications/statuses';
import { dayOf } from '@/domain/workdays/days';
import type { Application } from '@/payload-types';

/** What usually comes after each status, so that nobody has to guess what happens next. */
const NEXT: Partial<Record<Status, readonly Status[]>> = {
  received: ['confirmed', 'in-progress', 'answered'],
  confirmed: ['in-progress', 'answered'],
  'supplement-requested': ['in-progress', 'answered'],
  'in-progress': ['answered'],
  extended: ['answered'],
};

/** The record of a case as steps; who in the office did them stays inside the office. */
export function stepsOf(
  { history, status }: Application,
  t: ReturnType<typeof useTranslations<'applications'>>,
): TimelineStep[] {
  const past = (history ?? []).map((step, i, all): TimelineStep => ({
    state: i === all.length - 1 && isOpen(status) ? 'now' : 'done',
    title: t(`statuses.${step.status}`),
    date: dayOf(step.at),
    text: step.note ?? undefined,
  }));
  const next = (NEXT[status] ?? []).map((code): TimelineStep => ({
    state: 'next',
    title: t(`statuses.${code}`),
  }));
  return [...past, ...next];
}
