import { APIError, type CollectionBeforeChangeHook, type PayloadRequest } from 'payload';
import {
  lastLookedAt,
  latestReassessment,
  reassessmentFinding,
  type Withheld,
} from '@/domain/review/reassessment';
import { dayOf, formatDay, type Day } from '@/domain/workdays/days';
import { toNoon } from '@/fields/day';
import { messages } from '@/messages';
import type { User, WithheldItem } from '@/payload-types';

type Assessment = NonNullable<WithheldItem['assessments']>[number];

/**
 * 条例第十八条: what is withheld is looked at again within the period, by somebody whose name stands
 * there. An assessment moves the next day on; what was assessed is never written over.
 */
export const assess: CollectionBeforeChangeHook<WithheldItem> = ({
  data,
  operation,
  originalDoc: given,
  req,
}) => {
  const originalDoc = operation === 'create' ? undefined : given;
  const merged = { ...originalDoc, ...data };
  const before = originalDoc?.assessments ?? [];
  const assessments = (merged.assessments ?? []) as Assessment[];
  if (!isContinued(before, assessments)) throw refused('assessmentsKept', req);
  const added = assessments.slice(before.length);
  const signed = [...before, ...added.map((one) => ({ ...one, by: nameOf(req) }))];
  const item: Withheld = {
    decidedOn: dayOf(merged.decidedOn ?? new Date()),
    assessments: signed.map(({ on, outcome }) => ({ on: dayOf(on), outcome })),
  };
  const latest = latestReassessment(lastLookedAt(item));
  const typed = dayOfOrNothing(merged.reassessOn);
  const wasTyped = typed !== dayOfOrNothing(originalDoc?.reassessOn);
  // An assessment without a new day gets the latest that the rule allows.
  const reassessOn = added.length > 0 && !wasTyped ? latest : (typed ?? latest);
  const outcome = added.at(-1)?.outcome;
  const state = outcome === 'release' ? 'released' : merged.state;
  if (state === 'released' && !merged.document) throw refused('documentNeeded', req);
  const finding =
    state === 'withheld' || !state ? reassessmentFinding({ ...item, reassessOn }) : null;
  if (finding) throw refused(finding, req, latest);
  return { ...data, assessments: signed, reassessOn: toNoon(reassessOn), state };
};

/** Whether what stood before still stands, unchanged and in its place. */
function isContinued(before: readonly Assessment[], after: readonly Assessment[]): boolean {
  return before.every((one, i) => {
    const now = after[i];
    return (
      now !== undefined &&
      dayOf(now.on) === dayOf(one.on) &&
      now.outcome === one.outcome &&
      now.reason === one.reason
    );
  });
}

const nameOf = ({ user }: PayloadRequest): string | undefined => (user as User | null)?.name;

const dayOfOrNothing = (value: string | null | undefined): Day | undefined =>
  value ? dayOf(value) : undefined;

function refused(
  finding: keyof (typeof messages)['zh-CN']['review']['reassessment'],
  req: PayloadRequest,
  latest?: Day,
): APIError {
  const isEnglish = req.i18n?.language === 'en';
  const words = messages[isEnglish ? 'en' : 'zh-CN'].review.reassessment[finding];
  const date = latest ? (isEnglish ? latest : formatDay(latest)) : '';
  return new APIError(words.replace('{date}', date), 400, { refusal: finding }, true);
}
