import { createHmac } from 'node:crypto';
import { newQueryCode } from '@/domain/applications/query-code';

/**
 * The query code of what is sent from a draft. Made from a key that only the writer's browser has: sending the
 * same draft again shows the same code.
 *
 * @param what a name of what is sent, so that one key makes no two equal codes
 */
export function codeOfDraft(draftKey: string, what: string): string {
  let block = 0;
  return newQueryCode((count) => {
    block += 1;
    const bytes = createHmac('sha256', draftKey).update(`${what}\n${block}`).digest();
    return bytes.subarray(0, count);
  });
}
