import type { Consultation } from '@/payload-types';
import { asPublic, portal } from './portal';

export type OpenConsultation = Pick<Consultation, 'title' | 'slug' | 'closesAt' | 'english'>;

/** Drafts that take comments now, those that close first before the others. */
export async function openConsultations(now: Date, limit: number): Promise<OpenConsultation[]> {
  const payload = await portal();
  const moment = now.toISOString();
  const { docs } = await payload.find({
    collection: 'consultations',
    where: {
      and: [
        { _status: { equals: 'published' } },
        { opensAt: { less_than_equal: moment } },
        { closesAt: { greater_than: moment } },
      ],
    },
    sort: ['closesAt', 'id'],
    limit,
    pagination: false,
    depth: 0,
    select: { title: true, slug: true, closesAt: true, english: { title: true } },
    ...asPublic,
  });
  return docs as OpenConsultation[];
}
