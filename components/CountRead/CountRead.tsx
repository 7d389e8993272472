'use client';

import { useEffect } from 'react';
import type { ReadCollection } from '@/domain/statistics/readable';

/** Where readings are told; app/api/read answers there. */
const PATH = '/api/read';

/**
 * Tells once that the page is read: pages are kept, so the server itself sees only the first reader. Says which
 * record, and nothing of who. Without script nothing is told, and the page is the same.
 */
export function CountRead({ collection, slug }: { collection: ReadCollection; slug: string }) {
  useEffect(() => {
    if (slug) navigator.sendBeacon?.(PATH, `${collection}:${slug}`);
  }, [collection, slug]);
  return null;
}
