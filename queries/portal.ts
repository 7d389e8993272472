import config from '@payload-config';
import { getPayload } from 'payload';
import type { Where } from 'payload';

/** The one Payload instance of the process; with it, the job queue starts to run. */
export const portal = () => getPayload({ config, cron: true });

/**
 * What every public read passes: access control on, and nobody signed in. The collection's own
 * `publishedOrStaff` then keeps drafts and withdrawn texts out.
 */
export const asPublic = { overrideAccess: false, user: null } as const;

export const allOf = (...conditions: (Where | undefined | false)[]): Where => ({
  and: conditions.filter((condition): condition is Where => Boolean(condition)),
});
