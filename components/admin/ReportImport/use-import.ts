import { useConfig, useTranslation } from '@payloadcms/ui';
import { useEffect, useState } from 'react';
import type { Preview } from '@/transfer/import/annual-report/preview';
import { put, type ImportWords } from './import-words';

export type Id = number | string;
export type ReadFile = Preview & { agencyId: Id | null };

/** What stands in the way of a draft, or that nothing does. */
type Standing = {
  kind: 'none' | 'draft' | 'inReview' | 'published';
  id?: Id;
  title?: string;
};

type Answer<Value> = { value: Value } | { error: string };

/** Asks the portal about a file, and to keep it. */
export function useImport(words: ImportWords) {
  const { config } = useConfig();
  const { i18n } = useTranslation();
  const address = `${config.routes.api}/annual-reports/import`;

  async function send<Value>(path: string, file: File, payload: object): Promise<Answer<Value>> {
    const form = new FormData();
    form.set('_payload', JSON.stringify({ name: file.name, ...payload }));
    form.set('file', file);
    const response = await fetch(path, {
      method: 'POST',
      credentials: 'include',
      headers: { 'Accept-Language': i18n.language },
      body: form,
    }).catch(() => null);
    const answer = await response?.json().catch(() => null);
    if (response?.ok && answer) return { value: answer as Value };
    const told: unknown = answer?.errors?.[0]?.message;
    return { error: typeof told === 'string' ? told : words.offline };
  }

  return {
    read: (file: File) => send<ReadFile>(`${address}?preview=true`, file, {}),
    save: (file: File, wish: { agency: Id; year: number; replace: boolean }) =>
      send<{ id: Id; title: string }>(address, file, wish),
  };
}

/** Whether the agency has a report for the year already; null while that is asked. */
export function useStanding(agency: Id | null, year: number | null, words: ImportWords) {
  const { config } = useConfig();
  const [found, setFound] = useState<{ key: string; standing: Standing } | null>(null);
  const key = `${agency}/${year}`;
  useEffect(() => {
    if (agency === null || year === null) return undefined;
    const leaving = new AbortController();
    const query = new URLSearchParams({
      'where[and][0][agency][equals]': String(agency),
      'where[and][1][year][equals]': String(year),
      draft: 'true',
      depth: '0',
      limit: '1',
    });
    const ask = async (): Promise<void> => {
      const response = await fetch(`${config.routes.api}/annual-reports?${query}`, {
        credentials: 'include',
        signal: leaving.signal,
      });
      const { docs } = (await response.json()) as { docs: StoredReport[] };
      setFound({ key, standing: standingOf(docs[0]) });
    };
    // Saving tells it too: here it only comes earlier.
    ask().catch(() => undefined);
    return () => leaving.abort();
  }, [agency, year, key, config.routes.api]);
  const standing = found?.key === key ? found.standing : null;
  const text =
    standing && year !== null
      ? put(words.standing[standing.kind], { title: standing.title ?? '', year })
      : '';
  return { standing, text };
}

type StoredReport = {
  id: Id;
  title?: string | null;
  publishedOn?: string | null;
  _status?: string;
  review?: { state?: string | null };
};

function standingOf(report: StoredReport | undefined): Standing {
  if (!report) return { kind: 'none' };
  const { id, title, review, publishedOn } = report;
  const isPublic = report._status === 'published' || Boolean(publishedOn);
  const isInReview = ['submitted', 'reviewed'].includes(review?.state ?? '');
  const kind = isInReview ? 'inReview' : isPublic ? 'published' : 'draft';
  return { kind, id, title: title ?? '' };
}
