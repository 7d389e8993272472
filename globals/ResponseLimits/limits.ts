import type { Payload } from 'payload';
import { RESPONSE_LIMITS, type ResponseLimitName } from '@/domain/letters/limits';

/** How many working days an answer may take, as an administrator left it. */
export async function responseLimit(
  { payload }: { payload: Payload },
  name: ResponseLimitName,
): Promise<number> {
  const limits = await payload.findGlobal({ slug: 'response-limits', depth: 0 });
  return limits[name] ?? RESPONSE_LIMITS[name].days;
}
