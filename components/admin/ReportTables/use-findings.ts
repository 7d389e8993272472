'use client';

import { useCallback, useEffect, useState } from 'react';
import type { WordedFinding } from '@/domain/annual-reports/describe';
import { useAsk } from '../ReportForm/use-ask';
import { useParts, type ReportForm } from './use-report-form';

/** After the last change, long enough that somebody who types a figure is not asked about half of it. */
const PAUSE_MS = 600;

export type Findings = {
  /** Null before the first answer. */
  list: WordedFinding[] | null;
  state: 'checking' | 'checked' | 'failed' | 'idle';
  /** Why it failed, in the person's language; null when the server can't be reached. */
  reason: string | null;
  again: () => void;
};

/** What there is to say of the report as it stands in the form, asked anew a moment after each change. */
export function useFindings(form: ReportForm): Findings {
  const { id, agency, year, layout, tables, handChanges, reasons } = form;
  const parts = useParts();
  const ask = useAsk();
  const [answer, setAnswer] = useState<Omit<Findings, 'again'>>({
    list: null,
    state: 'idle',
    reason: null,
  });
  const [asked, setAsked] = useState(0);
  const isPossible = Boolean(agency && year !== null && layout && tables);

  useEffect(() => {
    if (!isPossible) return;
    const controller = new AbortController();
    const { signal } = controller;
    const check = async () => {
      setAnswer((before) => ({ ...before, state: 'checking' }));
      const result = await ask<{ findings: WordedFinding[] }>('/check', {
        body: { ...(id && { id }), agency, year, layout, tables, parts, handChanges, reasons },
        signal,
      });
      if (signal.aborted) return;
      setAnswer((before) =>
        result.ok
          ? { list: hardFirst(result.body.findings), state: 'checked', reason: null }
          : { ...before, state: 'failed', reason: result.reason },
      );
    };
    const timer = setTimeout(() => void check(), PAUSE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [ask, asked, isPossible, id, agency, year, layout, tables, parts, handChanges, reasons]);

  const again = useCallback(() => setAsked((count) => count + 1), []);
  return { ...answer, again };
}

const hardFirst = (findings: readonly WordedFinding[]): WordedFinding[] =>
  findings.toSorted((a, b) => Number(a.severity === 'soft') - Number(b.severity === 'soft'));
