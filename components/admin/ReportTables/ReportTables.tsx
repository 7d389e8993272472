'use client';

import { useTranslation } from '@payloadcms/ui';
import type { JSONFieldClientProps } from 'payload';
import { useMemo } from 'react';
import { Editor } from './Editor';
import styles from './ReportTables.module.css';
import { wordsIn } from './table-words';
import { useReportForm } from './use-report-form';

/** In place of the JSON of a report's `tables`: the three official tables, to be compiled, filled in and checked. */
export function ReportTables({ readOnly }: JSONFieldClientProps) {
  const { i18n } = useTranslation();
  const words = useMemo(() => wordsIn(i18n.language), [i18n.language]);
  const form = useReportForm(readOnly ?? false);
  const { layout, tables } = form;
  if (layout && tables && form.agency) {
    // Another layout has other cells: nothing of what was typed into the former is carried along.
    return <Editor key={layout} form={form} layout={layout} tables={tables} words={words} />;
  }
  return (
    <section className={styles.editor} aria-label={words.heading}>
      <h2 className={styles.title}>{words.heading}</h2>
      <p className={styles.hint}>
        {form.year === null || !form.agency ? words.needsAgency : words.noLayout}
      </p>
    </section>
  );
}
