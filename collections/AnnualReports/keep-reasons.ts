import { APIError, type CollectionBeforeChangeHook } from 'payload';
import { localeOf } from '@/access/language';
import { LONGEST_REASON, readReasons, reasonsOf } from '@/domain/annual-reports/reasons';
import { messages } from '@/messages';
import type { AnnualReport, User, WebsiteReport } from '@/payload-types';

/**
 * Who gave a reason and when is written down here, whatever was sent: of an entry, only the finding and
 * the words are taken. Read by staff alone, as the field says.
 */
export const keepReasons: CollectionBeforeChangeHook<AnnualReport | WebsiteReport> = ({
  context,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const stored = operation === 'create' ? null : originalDoc?.reasons;
  const given = data.reasons === undefined ? stored : data.reasons;
  const read = readReasons(given);
  if (!read) {
    const words = messages[localeOf(req)].reportFindings.refusals.reasons;
    const text = words.replace('{most}', String(LONGEST_REASON));
    throw new APIError(text, 400, { refusal: 'reasons' }, true);
  }
  const user = (context.signOff?.editor ?? req.user) as User | null | undefined;
  const reasons = reasonsOf(readReasons(stored) ?? [], read, {
    by: user ? String(user.id) : null,
    byName: user?.name ?? null,
    at: new Date().toISOString(),
  });
  return { ...data, reasons: reasons.length > 0 ? reasons : null };
};
