import { randomBytes } from 'node:crypto';
import type { CollectionBeforeChangeHook } from 'payload';
import type { Quarter, QuarterNumber } from '@/domain/statistics/quarter';
import { isQuarter } from '@/domain/statistics/quarter-stored';
import { quarterTitle } from '@/domain/statistics/quarter-text';
import { PROVISIONAL_PREFIX } from '@/fields/slug/slug';
import type { QuarterlyNotice } from '@/payload-types';
import { noticeRefused } from './notice-refused';

/**
 * There is one notice for each quarter; its title and address say which, as long as it was never public and nobody
 * gave it another title.
 */
export const nameNotice: CollectionBeforeChangeHook<QuarterlyNotice> = async ({
  data,
  operation,
  originalDoc: given,
  req,
}) => {
  const originalDoc = operation === 'create' ? undefined : given;
  const year = data.year ?? originalDoc?.year;
  const quarter = data.quarter ?? originalDoc?.quarter;
  const own = originalDoc?.slug;
  if (!isQuarter({ year, quarter })) {
    return { ...data, slug: own || `${PROVISIONAL_PREFIX}${randomBytes(6).toString('hex')}` };
  }
  const named = { year, quarter } as Quarter;
  await mustBeAlone(named);
  const title = data.title ?? originalDoc?.title;
  const before = quarterIn(originalDoc);
  const isFollowing = !title || (before !== null && title === quarterTitle(before));
  return {
    ...data,
    year: named.year,
    quarter: named.quarter,
    title: isFollowing ? quarterTitle(named) : title,
    slug: own && originalDoc?.publishedOn ? own : addressOf(named),
  };

  async function mustBeAlone(asked: Quarter): Promise<void> {
    const twins = await req.payload.find({
      collection: 'quarterly-notices',
      draft: true,
      depth: 0,
      limit: 1,
      where: {
        and: [
          { year: { equals: asked.year } },
          { quarter: { equals: asked.quarter } },
          ...(originalDoc ? [{ id: { not_equals: originalDoc.id } }] : []),
        ],
      },
      select: { title: true },
      req,
    });
    const [twin] = twins.docs;
    if (!twin) return;
    throw noticeRefused(req, 'twin', 400, {
      year: String(asked.year),
      quarter: String(asked.quarter),
      title: twin.title ?? '',
    });
  }
};

/** 2026-q3 */
const addressOf = ({ year, quarter }: Quarter): string => `${year}-q${quarter}`;

/** The quarter that a stored notice is about, or null. */
export const quarterIn = (
  notice: { year?: number | null; quarter?: number | null } | undefined,
): Quarter | null =>
  notice && isQuarter(notice)
    ? { year: notice.year!, quarter: notice.quarter as QuarterNumber }
    : null;
