import type { Payload } from 'payload';
import { workCalendar } from '@/collections/HolidayNotices/work-calendar';
import { lacksInterpretation } from '@/domain/review/interpretation-due';
import {
  publicationDeadline,
  publishedWithin,
  type PublicationDeadline,
} from '@/domain/review/publication-deadline';
import { dayOf, type Day } from '@/domain/workdays/days';
import type { Agency, Document } from '@/payload-types';

/** What the law and the practice of the office still ask for one document. */
export type Duties = {
  lacksInterpretation: boolean;
  /** Article 26, while it is not public; null where it is, or where it is not ours to publish. */
  deadline: PublicationDeadline | null;
  /** How long it took, once it is public. */
  published: { workdays: number; isLate: boolean } | null;
};

/** @param isPublic whether the public reads some version of it */
export async function dutiesOf(
  document: Document,
  isPublic: boolean,
  payload: Payload,
  today: Day,
): Promise<Duties> {
  const agency = await agencyOf(document, payload);
  const isImported = Boolean(document.source?.imported);
  const agencyKind = agency?.kind ?? null;
  const facts = {
    kind: document.kind,
    agencyKind,
    isImported,
    waiver: document.interpretationWaiver,
  };
  // Asked of the database only where the answer matters.
  const lacks =
    lacksInterpretation({ ...facts, interpretations: 0 }) &&
    !(await hasInterpretation(document.id, payload));
  const isOurs = !isImported && agencyKind !== null && agencyKind !== 'external';
  const madeOn = document.madeOn ? dayOf(document.madeOn) : null;
  if (!isOurs || !madeOn) return { lacksInterpretation: lacks, deadline: null, published: null };
  const calendar = await workCalendar({ payload });
  if (!isPublic) {
    const deadline = publicationDeadline(madeOn, today, calendar);
    return { lacksInterpretation: lacks, deadline, published: null };
  }
  const publishedOn = document.publishedOn ? dayOf(document.publishedOn) : null;
  return {
    lacksInterpretation: lacks,
    deadline: null,
    published: publishedOn ? publishedWithin(madeOn, publishedOn, calendar) : null,
  };
}

async function hasInterpretation(id: Document['id'], payload: Payload): Promise<boolean> {
  const { docs } = await payload.find({
    collection: 'interpretations',
    where: { documents: { in: [id] } },
    draft: true,
    depth: 0,
    limit: 1,
    pagination: false,
    select: { slug: true },
  });
  return docs.length > 0;
}

async function agencyOf({ agency }: Document, payload: Payload): Promise<Agency | null> {
  if (!agency) return null;
  if (typeof agency === 'object') return agency;
  return payload.findByID({
    collection: 'agencies',
    id: agency,
    depth: 0,
    disableErrors: true,
    select: { kind: true },
  }) as Promise<Agency | null>;
}
