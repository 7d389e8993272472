'use client';

import { useConfig } from '@payloadcms/ui';
import { useEffect, useState } from 'react';
import type { ReviewFacts } from '@/fields/review/review-facts';

/** What the server knows of the texts beside their own records; asked again when `changedAt` changes. */
export function useReviewFacts(
  collection: string | undefined,
  ids: readonly (number | string)[],
  changedAt?: unknown,
): {
  facts: ReviewFacts[];
  /** Whether the server has answered, or can't be reached: nobody signs before they see what is attached. */
  isSettled: boolean;
} {
  const { config } = useConfig();
  const [facts, setFacts] = useState<ReviewFacts[]>([]);
  const [settled, setSettled] = useState<string | null>(null);
  const asked = ids.join(',');
  useEffect(() => {
    const isNothing = !collection || asked === '';
    const controller = new AbortController();
    const address = `${config.routes.api}/${collection}/review-facts?ids=${asked}`;
    const answer = isNothing
      ? Promise.resolve({ facts: [] })
      : fetch(address, { credentials: 'include', signal: controller.signal }).then((response) =>
          response.ok ? response.json() : { facts: [] },
        );
    answer
      .then(
        ({ facts: found }: { facts: ReviewFacts[] }) => setFacts(found),
        // Left the page, or the server can't be reached: the steps say so when they are taken.
        () => undefined,
      )
      .finally(() => setSettled(asked));
    return () => controller.abort();
  }, [asked, changedAt, collection, config.routes.api]);
  return { facts, isSettled: settled === asked };
}
