import { cache } from 'react';
import type { Withdrawal } from '@/payload-types';
import { asPublic, portal } from './portal';

/** The notice of a text that is no longer public, by the address it had; null where there is none. */
export const findWithdrawal = cache(
  async (
    subject: 'documents' | 'interpretations' | 'topics' | 'pages' | 'published-answers',
    slug: string,
  ): Promise<Withdrawal | null> => {
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
