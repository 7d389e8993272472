import type { Payload } from 'payload';
import { AS_LEDGER } from '@/collections/Applications/record-application';
import { workCalendar } from '@/collections/HolidayNotices/work-calendar';
import type { PlannedRow } from './plan-ledger';
import { applicationOf } from './write-ledger';

/**
 * Writes the rows that differ over the cases that came in with an earlier run, one by one. Cases on which
 * somebody acted since, or whose personal data were erased, were left out by the plan.
 */
export async function overwriteLedger(
  payload: Payload,
  planned: readonly PlannedRow[],
  onRow: () => void = () => undefined,
  isStopped: () => boolean = () => false,
): Promise<number> {
  const calendar = await workCalendar({ payload });
  let written = 0;
  for (const { entry, overwrites, agencyId } of planned) {
    if (isStopped()) break;
    if (!entry || overwrites === undefined) continue;
    onRow();
    const { name, ...told } = applicationOf(entry, calendar);
    await payload.update({
      collection: 'applications',
      id: overwrites,
      data: {
        ...told,
        // A masked name of the portal's own ledger, or none, leaves the one that is there.
        ...(entry.name && !entry.name.includes('*') && { name }),
        ...(agencyId !== undefined && { agency: agencyId }),
      } as never,
      depth: 0,
      context: { ...AS_LEDGER, disableRevalidate: true },
    });
    written += 1;
  }
  return written;
}
