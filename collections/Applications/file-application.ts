import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Payload } from 'payload';
import { newQueryCode, parseQueryCode } from '@/domain/applications/query-code';
import { parseReceiptNumber } from '@/domain/applications/receipt-number';
import type { ApplicationInput } from '@/domain/applications/parse';
import { keyedHash } from '@/fields/sealed/seal';
import type { Agency, Application } from '@/payload-types';
import { receiptPrefix } from './record-application';

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
      queryHash: hashOf(queryCode),
    },
    depth: 0,
  });
  return { receiptNumber: application.receiptNumber ?? '', queryCode };
}

export class AgencyUnknownError extends Error {
  override name = 'AgencyUnknownError';
}

/**
 * The case that a receipt number and a query code open together, or null. Takes the same way
 * whether the number or the code is wrong, so that numbers can't be tried out.
 */
export async function openCase(
  payload: Payload,
  number: string,
  code: string,
): Promise<Application | null> {
  const parsed = parseReceiptNumber(number, receiptPrefix());
  const given = hashOf(parseQueryCode(code) ?? '');
  const { docs } = await payload.find({
    collection: 'applications',
    where: { receiptNumber: { equals: parsed.ok ? parsed.number : '-' } },
    limit: 1,
    pagination: false,
    depth: 1,
    showHiddenFields: true,
  });
  const stored = docs[0]?.queryHash ?? hashOf(randomBytes(8).toString('hex'));
  const isRight = timingSafeEqual(Buffer.from(given), Buffer.from(stored));
  return isRight ? (docs[0] ?? null) : null;
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

const hashOf = (code: string): string => keyedHash(code, 'query-code');
