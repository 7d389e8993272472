'use client';

import { useConfig, useTranslation } from '@payloadcms/ui';
import { useEffect, useRef, useState } from 'react';
import { Comparison } from './Comparison';
import { FileField } from './FileField';
import { refusedFile } from './file-check';
import { put, wordsFor } from './import-words';
import { ReportChoice, type Choice } from './ReportChoice';
import styles from './ReportImport.module.css';
import { useImport, type Id, type ReadFile } from './use-import';

export type AgencyChoice = { id: Id; name: string };
type Props = { agencies: AgencyChoice[]; thisYear: number };
type Read = { file: File; report: ReadFile };

/** A file is read and shown, put right where its head was not understood, and kept as a draft. */
export function ImportForm({ agencies, thisYear }: Props) {
  const { i18n } = useTranslation();
  const words = wordsFor(i18n.language);
  const { config } = useConfig();
  const portal = useImport(words);
  const [reading, setReading] = useState('');
  const [error, setError] = useState('');
  const [read, setRead] = useState<Read | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const [saved, setSaved] = useState<{ id: Id; title: string } | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const savedNote = useRef<HTMLParagraphElement>(null);

  useEffect(() => heading.current?.focus(), [read]);
  useEffect(() => savedNote.current?.focus(), [saved]);

  async function take(file: File) {
    setSaved(null);
    setRead(null);
    const refused = refusedFile(file, words);
    setError(refused ?? '');
    if (refused) return;
    setReading(file.name);
    const answer = await portal.read(file);
    setReading('');
    if ('error' in answer) setError(put(words.failed, { reason: answer.error }));
    else setRead({ file, report: answer.value });
  }

  async function save({ agency, year, replace }: Choice) {
    if (!read || agency === null || year === null) return;
    setIsSaving(true);
    setError('');
    const answer = await portal.save(read.file, { agency, year, replace });
    setIsSaving(false);
    if ('error' in answer) setError(answer.error);
    else setSaved(answer.value);
  }

  const report = read?.report;
  return (
    <>
      <FileField isBusy={reading !== ''} chosen={read?.file.name} words={words} onFile={take} />
      <p role="status" className={styles.status}>
        {reading && put(words.reading, { name: reading })}
        {isSaving && words.saving}
      </p>
      {error && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
      {saved && (
        <p ref={savedNote} tabIndex={-1} className={styles.saved} role="status">
          {words.saved}
          <a href={`${config.routes.admin}/collections/annual-reports/${saved.id}`}>
            {saved.title}
          </a>
          <br />
          {words.savedHint}
        </p>
      )}
      {report && (
        <>
          <h2 ref={heading} tabIndex={-1}>
            {report.isRead ? put(words.read, { name: read.file.name }) : words.unread}
          </h2>
          {report.isRead && !saved && (
            <ReportChoice
              // A file brings its own head.
              key={`${read.file.name}/${read.file.lastModified}`}
              report={report}
              agencies={agencies}
              thisYear={thisYear}
              isBusy={isSaving}
              words={words}
              onSave={save}
            />
          )}
          <Comparison report={report} words={words} />
        </>
      )}
    </>
  );
}
