import { cache } from 'react';
import { draftMode, headers } from 'next/headers';
import type { Where } from 'payload';
import type { User } from '@/payload-types';
import { asPublic, portal } from './portal';

/** How a page reads its text: as the public does, or in a preview as the person signed in may. */
export type Reader = typeof asPublic | { overrideAccess: false; user: User; draft: true };

/**
 * Who reads the page. In a preview (app/api/preview) it is the person signed in, who sees the latest
 * draft as far as their role may; everybody else, and every page outside a preview, is the public.
 * Outside a preview nothing of the request is looked at, so that pages are still made once for all.
 */
export const reader = cache(async (): Promise<Reader> => {
  const { isEnabled } = await draftMode();
  if (!isEnabled) return asPublic;
  const payload = await portal();
  const { user } = await payload.auth({ headers: await headers() });
  return user ? { overrideAccess: false, user: user as User, draft: true } : asPublic;
});

/** A draft that has no address yet is previewed by its number; `~` stands in no address. */
export const draftAddress = (id: number | string): string => `~${id}`;

/** The condition that finds the text of an address, or of a preview's stand-in for one. */
export function atAddress(slug: string, as: Reader): Where {
  const id = 'draft' in as ? /^~([\da-z]+)$/.exec(slug)?.[1] : undefined;
  return id ? { id: { equals: id } } : { slug: { equals: slug } };
}
