'use client';

import {
  toast,
  useFormBackgroundProcessing,
  useFormModified,
  useTranslation,
} from '@payloadcms/ui';
import type { JSONFieldClientProps } from 'payload';
import { useEffect, useState } from 'react';
import type { CompiledNotice } from '@/collections/QuarterlyNotices/compile-notice';
import { useHydrated } from '@/components/use-hydrated';
import {
  MEASURES,
  type Quarter,
  type QuarterFigures as Figures,
} from '@/domain/statistics/quarter';
import { readFigures } from '@/domain/statistics/quarter-stored';
import { GROUPS } from '@/domain/statistics/quarter-table';
import { dayOf, formatDay } from '@/domain/workdays/days';
import { messages } from '@/messages';
import { useAsk } from '../ReportForm/use-ask';
import { useReportState, useValue } from '../ReportForm/use-report-state';
import styles from './QuarterFigures.module.css';

/** 各单位情况: the figures of a notice as they were compiled, and the button that compiles them. */
export function QuarterFigures({ readOnly }: JSONFieldClientProps) {
  const { id, isInReview, isPublished, isWriter, year } = useReportState();
  const quarter = useValue('quarter');
  const stored = useValue('figures');
  const compiledAt = useValue('compiledAt');
  const { i18n } = useTranslation();
  const words = messages[i18n.language === 'en' ? 'en' : 'zh-CN'].quarterlyNotices;
  const isModified = useFormModified();
  const isSaving = useFormBackgroundProcessing();
  const isHydrated = useHydrated();
  const ask = useAsk();
  /** What was pressed and waits until what stands in the form is saved. */
  const [pressed, setPressed] = useState<{ rewrite: boolean } | null>(null);
  const [isRunning, setIsRunning] = useState(false);
  const figures = readFigures(stored, { year, quarter } as Partial<Quarter>);
  const { admin } = words;

  useEffect(() => {
    if (!pressed || isRunning || isModified || isSaving) return;
    const run = async () => {
      setIsRunning(true);
      const answer = await ask<CompiledNotice>(`/${id}/compile`, {
        body: { newDraft: isPublished, rewrite: pressed.rewrite },
      });
      setPressed(null);
      setIsRunning(false);
      if (!answer.ok) {
        toast.error(answer.reason ?? admin.failed);
        return;
      }
      toast.success(answer.body.isBodyWritten ? admin.done : admin.bodyKept);
      // The text was written on the server; the editor of the text reads it only when the page is opened.
      window.location.reload();
    };
    void run();
  }, [admin, ask, id, isModified, isPublished, isRunning, isSaving, pressed]);

  const canCompile = isWriter && !readOnly && !isInReview;
  const isBusy = pressed !== null || isRunning;
  return (
    <section className={styles.figures} aria-label={words.sections.table}>
      <div className={styles.bar}>
        {canCompile && (
          <button
            type="button"
            disabled={!isHydrated || !id || !year || !quarter || isBusy}
            onClick={() => setPressed({ rewrite: false })}
          >
            {isBusy ? admin.running : labelOf()}
          </button>
        )}
        {canCompile && figures && !isPublished && (
          <button
            type="button"
            disabled={!isHydrated || isBusy}
            onClick={() => setPressed({ rewrite: true })}
          >
            {admin.rewrite}
          </button>
        )}
        <p role="status">{standing()}</p>
      </div>
      {figures && <Table figures={figures} words={words} />}
    </section>
  );

  function labelOf(): string {
    if (!figures) return admin.compile;
    return isPublished ? admin.newDraft : admin.again;
  }

  function standing(): string {
    if (isInReview && !figures) return admin.underReview;
    if (!id || !year || !quarter) return admin.saveFirst;
    if (!stored) return admin.none;
    if (!figures) return admin.stale;
    const at = typeof compiledAt === 'string' ? formatDay(dayOf(compiledAt)) : '';
    return admin.asOf.replace('{day}', formatDay(figures.asOf)).replace('{at}', at);
  }
}

type Words = (typeof messages)['zh-CN']['quarterlyNotices'];

function Table({ figures, words }: { figures: Figures; words: Words }) {
  const row = (name: string, of: Figures['total']) => (
    <tr key={name}>
      <th scope="row">{name}</th>
      {MEASURES.map((measure) => (
        <td key={measure} data-nought={of[measure] === 0 || undefined}>
          {of[measure]}
        </td>
      ))}
    </tr>
  );
  return (
    // Scrolled by the keyboard as well.
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={words.sections.table}>
      <table>
        <thead>
          <tr>
            <th rowSpan={2} scope="col">
              {words.unit}
            </th>
            {GROUPS.map(({ code, measures }) => (
              <th key={code} colSpan={measures.length} scope="colgroup">
                {words.groups[code]}
              </th>
            ))}
          </tr>
          <tr>
            {MEASURES.map((measure) => (
              <th key={measure} scope="col">
                {words.measures[measure]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.rows.map((one) => row(one.name ?? words.others, one))}
          {row(words.total, figures.total)}
        </tbody>
      </table>
    </div>
  );
}
