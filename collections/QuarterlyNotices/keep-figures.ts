import type { CollectionBeforeChangeHook } from 'payload';
import { readFigures } from '@/domain/statistics/quarter-stored';
import type { Reviewed } from '@/fields/review/stored-review';
import type { QuarterlyNotice } from '@/payload-types';
import { quarterIn } from './name-notice';
import { noticeRefused } from './notice-refused';

declare module 'payload' {
  interface RequestContext {
    /** The figures come from the records, by compile-notice.ts. */
    isNoticeCompiled?: boolean;
  }
}

/**
 * Figures are counted from the records, never typed: what an interface sends instead is left aside. A notice without
 * figures of its quarter is neither handed in nor published, nor one of a quarter that was not over.
 */
export const keepFigures: CollectionBeforeChangeHook<QuarterlyNotice> = ({
  context,
  data,
  operation,
  originalDoc: given,
  req,
}) => {
  const originalDoc = operation === 'create' ? undefined : given;
  const kept = context.isNoticeCompiled
    ? data
    : {
        ...data,
        figures: originalDoc?.figures ?? null,
        compiledAt: originalDoc?.compiledAt ?? null,
      };
  const status = context.isRestoredAsDraft ? 'draft' : (data._status ?? originalDoc?._status);
  const { review } = data as Partial<Reviewed>;
  if (status !== 'published' && review?.action !== 'submit') return kept;
  const quarter = quarterIn({ ...originalDoc, ...kept } as QuarterlyNotice);
  if (!quarter) throw noticeRefused(req, 'noQuarter');
  const figures = readFigures(kept.figures, quarter);
  if (!figures) throw noticeRefused(req, 'notCompiled');
  if (figures.asOf < figures.to) throw noticeRefused(req, 'notOver');
  return kept;
};
