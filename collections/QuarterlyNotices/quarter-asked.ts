import type { PayloadRequest } from 'payload';
import { lastFullQuarter, type Quarter } from '@/domain/statistics/quarter';
import { dayOf } from '@/domain/workdays/days';

type Asked = { req?: PayloadRequest };

/** A new notice is about the last quarter that is over, unless that one has its notice already. */
async function quarterAsked({ req }: Asked): Promise<Quarter | undefined> {
  if (!req?.payload) return undefined;
  const quarter = lastFullQuarter(dayOf(new Date()));
  const { totalDocs } = await req.payload.count({
    collection: 'quarterly-notices',
    where: {
      and: [{ year: { equals: quarter.year } }, { quarter: { equals: quarter.quarter } }],
    },
  });
  return totalDocs === 0 ? quarter : undefined;
}

export const yearAsked = async (asked: Asked): Promise<number | undefined> =>
  (await quarterAsked(asked))?.year;

export const quarterNumberAsked = async (asked: Asked): Promise<number | undefined> =>
  (await quarterAsked(asked))?.quarter;
