import { cache } from 'react';
import type { ReviewedCollection } from '@/fields/review/reviewed-collections';
import { yearlySlug } from '@/domain/review/yearly-slug';
import type { Withdrawal } from '@/payload-types';
import { findAgency } from './agencies';
import { asPublic, portal } from './portal';

/** The notice of a text that is no longer public, by the address it had; null where there is none. */
export const findWithdrawal = cache(
  async (subject: ReviewedCollection, slug: string): Promise<Withdrawal | null> => {
    const payload = await portal();
    const { docs } = await payload.find({
      collection: 'withdrawals',
      where: {
        and: [
          { subject: { equals: subject } },
          { slug: { equals: slug } },
          { restoredOn: { exists: false } },
        ],
      },
      sort: '-withdrawnOn',
      limit: 1,
      pagination: false,
      depth: 0,
      ...asPublic,
    });
    return docs[0] ?? null;
  },
);

/** As {@link findWithdrawal}, of the report of an agency about a year. */
export async function findReportWithdrawal(
  subject: 'annual-reports' | 'website-reports',
  agencySlug: string,
  year: number,
): Promise<Withdrawal | null> {
  const agency = Number.isNaN(year) ? null : await findAgency(agencySlug, 'zh-CN');
  return agency && findWithdrawal(subject, yearlySlug(agency.id, year));
}
