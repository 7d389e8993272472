'use client';

import {
  useDocumentInfo,
  useForm,
  useFormBackgroundProcessing,
  useFormModified,
  useConfig,
  useLocale,
} from '@payloadcms/ui';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CellAddress } from '@/domain/annual-reports/fill';
import type { Figure, ReportTables } from '@/domain/annual-reports/tables';
import { useAsk } from '../ReportForm/use-ask';
import type { Compiled, ReportForm } from './use-report-form';

export type Change = CellAddress & { before: Figure; after: Figure };

type Outcome =
  | { state: 'idle' | 'running' }
  | { state: 'done'; changed: Change[] }
  | { state: 'failed'; reason: string | null };

/**
 * Compiles the report on the server. What stands in the form is saved first: the server starts from
 * what it has, and a save that came after it would put the older figures back.
 */
export function useCompile(form: ReportForm) {
  const { id, isPublished, change } = form;
  const { config } = useConfig();
  const { submit } = useForm();
  const { collectionSlug } = useDocumentInfo();
  const { code: locale } = useLocale();
  const isModified = useFormModified();
  const isSaving = useFormBackgroundProcessing();
  const ask = useAsk();
  const [outcome, setOutcome] = useState<Outcome>({ state: 'idle' });
  const [isAsked, setIsAsked] = useState(false);
  const isRunning = useRef(false);

  const run = useCallback(async () => {
    setOutcome({ state: 'running' });
    if (isModified) {
      const query = `autosave=true&depth=0&draft=true&fallback-locale=null&locale=${locale}`;
      const saved = await submit({
        acceptValues: { overrideLocalChanges: false },
        action: `${config.routes.api}/${collectionSlug}/${id}?${query}`,
        disableFormWhileProcessing: false,
        disableSuccessStatus: true,
        method: 'PATCH',
        overrides: { _status: 'draft' },
        skipValidation: true,
      });
      // The form itself has said why it could not be saved.
      if (!saved?.res?.ok) return setOutcome({ state: 'idle' });
    }
    const answer = await ask<{ compiled: Compiled; tables: ReportTables; changed: Change[] }>(
      `/${id}/compile`,
      { body: { newDraft: isPublished } },
    );
    if (!answer.ok) return setOutcome({ state: 'failed', reason: answer.reason });
    const { compiled, tables, changed } = answer.body;
    change({ compiled, tables }, { isSaved: true });
    setOutcome({ state: 'done', changed });
  }, [ask, change, collectionSlug, config.routes.api, id, isModified, isPublished, locale, submit]);

  useEffect(() => {
    if (!isAsked || isSaving || isRunning.current) return;
    isRunning.current = true;
    void run().finally(() => {
      isRunning.current = false;
      setIsAsked(false);
    });
  }, [isAsked, isSaving, run]);

  const compile = useCallback(() => setIsAsked(true), []);
  return { outcome, compile, isRunning: isAsked || outcome.state === 'running' };
}
