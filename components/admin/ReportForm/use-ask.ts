'use client';

import { useConfig, useDocumentInfo, useTranslation } from '@payloadcms/ui';
import { useCallback } from 'react';

export type Answer<T> = { ok: true; body: T } | { ok: false; reason: string | null };

/** Speaks to the endpoints of the collection that is open. A reason is in the language of the admin, null without an answer. */
export function useAsk() {
  const { config } = useConfig();
  const { i18n } = useTranslation();
  const { collectionSlug } = useDocumentInfo();
  const base = `${config.routes.api}/${collectionSlug}`;
  const { language } = i18n;
  return useCallback(
    async <T>(path: string, init: { body?: object; signal?: AbortSignal } = {}) => {
      const { body, signal } = init;
      const response = await fetch(`${base}${path}`, {
        method: body ? 'POST' : 'GET',
        credentials: 'include',
        headers: {
          'Accept-Language': language,
          ...(body && { 'Content-Type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
        ...(signal && { signal }),
      }).catch(() => null);
      const answer = await response?.json().catch(() => null);
      const result: Answer<T> =
        response?.ok && answer !== null
          ? { ok: true, body: answer as T }
          : { ok: false, reason: answer?.errors?.[0]?.message ?? null };
      return result;
    },
    [base, language],
  );
}
