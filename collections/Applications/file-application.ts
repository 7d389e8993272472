import { randomBytes } from 'node:crypto';
import type { Payload } from 'payload';
import { newQueryCode } from '@/domain/applications/query-code';
import type { ApplicationInput } from '@/domain/applications/parse';
import type { Agency } from '@/payload-types';
import { codeHash } from './applicant-case';

export type Receipt = { receiptNumber: string; queryCode: string };

/**
 * Files a citizen's application that came through the form, and gives the two keys to it. The
 * query code is kept only as a keyed hash: who loses it must show who they are at the counter.
 * @throws AgencyUnknownError when no agency has the slug that the form sent
 */
export async function fileApplication(payload: Payload, input: ApplicationInput): Promise<Receipt> {
  const agency = await receivingAgency(payload, input.agency);
  if (!agency) throw new AgencyUnknownError(input.agency);
  const queryCode = newQueryCode(randomBytes);
  const application = await payload.create({
    collection: 'applications',
    data: {
      ...input,
      agency: agency.id,
      channel: 'internet',
      status: 'received',
      queryHash: codeHash(queryCode),
    },
    depth: 0,
  });
  return { receiptNumber: application.receiptNumber ?? '', queryCode };
}

export class AgencyUnknownError extends Error {
  override name = 'AgencyUnknownError';
}

/** The agencies that answer applications, in the order of the directory. */
export async function receivingAgencies(
  payload: Payload,
  locale: 'zh-CN' | 'en',
): Promise<Pick<Agency, 'id' | 'slug' | 'name' | 'kind'>[]> {
  const { docs } = await payload.find({
    collection: 'agencies',
    where: { kind: { not_in: ['external', 'government'] } },
    sort: 'order',
    pagination: false,
    depth: 0,
    locale,
    select: { slug: true, name: true, kind: true },
    overrideAccess: false,
  });
  return docs;
}

async function receivingAgency(payload: Payload, slug: string) {
  const agencies = await receivingAgencies(payload, 'zh-CN');
  return agencies.find((agency) => agency.slug === slug);
}
