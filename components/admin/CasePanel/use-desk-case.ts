'use client';

import { useConfig, useTranslation } from '@payloadcms/ui';
import { useCallback, useEffect, useState } from 'react';
import type { DeskCase } from '@/collections/Applications/desk-case';

type Answer<T> = { ok: true; body: T } | { ok: false; status: number; reason: string | null };

/** Speaks to the endpoints of one case, or of one letter; a reason is in the language of the admin, null without an answer. */
export function useCaseAddress(
  id: number | string,
  collection: 'applications' | 'letters' = 'applications',
) {
  const { config } = useConfig();
  const { i18n } = useTranslation();
  const base = `${config.routes.api}/${collection}/${id}`;
  const { language } = i18n;
  const ask = useCallback(
    async <T>(path: string, body?: object): Promise<Answer<T>> => {
      const response = await fetch(`${base}${path}`, {
        method: body ? 'POST' : 'GET',
        credentials: 'include',
        headers: {
          'Accept-Language': language,
          ...(body && { 'Content-Type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
      }).catch(() => null);
      const answer = await response?.json().catch(() => null);
      if (response?.ok && answer !== null) return { ok: true, body: answer as T };
      const reason = answer?.errors?.[0]?.message ?? null;
      return { ok: false, status: response?.status ?? 0, reason };
    },
    [base, language],
  );
  return { base, ask };
}

/** Where a case stands; read again when `changedAt` changes, and whenever `reload` is called. */
export function useDeskCase(id: number | string, changedAt: unknown) {
  const { ask } = useCaseAddress(id);
  const [desk, setDesk] = useState<DeskCase | null>(null);
  const [failure, setFailure] = useState<{ reason: string | null } | null>(null);
  const reload = useCallback(async (): Promise<DeskCase | null> => {
    const answer = await ask<DeskCase>('/desk');
    if (answer.ok) {
      setDesk(answer.body);
      setFailure(null);
      return answer.body;
    }
    setFailure({ reason: answer.reason });
    return null;
  }, [ask]);
  useEffect(() => {
    let isHere = true;
    void ask<DeskCase>('/desk').then((answer) => {
      if (!isHere) return;
      if (answer.ok) setDesk(answer.body);
      setFailure(answer.ok ? null : { reason: answer.reason });
    });
    return () => {
      isHere = false;
    };
  }, [ask, changedAt]);
  return { desk, failure, reload };
}
