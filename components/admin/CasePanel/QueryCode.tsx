'use client';

import { useState } from 'react';
import type { DeskCase } from '@/collections/Applications/desk-case';
import styles from './CasePanel.module.css';
import { put, type Words } from './panel-words';
import { useCaseAddress } from './use-desk-case';

type Props = {
  id: number | string;
  desk: DeskCase;
  words: Words;
  onIssued: () => Promise<unknown>;
};

/** The two things that an applicant takes along from the counter. */
export function QueryCode({ id, desk, words, onIssued }: Props) {
  const { queryCode: said } = words.desk;
  const { base, ask } = useCaseAddress(id);
  const [reason, setReason] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const [problem, setProblem] = useState('');

  async function issue() {
    const answer = await ask<{ queryCode: string }>('/query-code', {
      revision: desk.revision,
      reason,
    });
    if (!answer.ok) return setProblem(answer.reason ?? words.desk.panel.offline);
    setProblem('');
    setReason('');
    setCode(answer.body.queryCode);
    await onIssued();
  }

  return (
    <details className={styles.part} open={!desk.hasQueryCode || code !== null}>
      <summary className={styles.heading}>{said.heading}</summary>
      <p className={styles.hint}>{desk.hasQueryCode ? said.has : said.lead}</p>
      {desk.hasQueryCode && (
        <label className={styles.field}>
          <span>{said.reason}</span>
          <input
            type="text"
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            onKeyDown={(event) => {
              // The record's own form stands around this line.
              if (event.key === 'Enter') event.preventDefault();
            }}
          />
        </label>
      )}
      <div role="alert">{problem && <p className={styles.problem}>{problem}</p>}</div>
      <p className={styles.links}>
        <button type="button" className={styles.secondary} onClick={() => void issue()}>
          {desk.hasQueryCode ? said.issueAgain : said.issue}
        </button>
        {(['pdf', 'docx'] as const).map((format) => (
          <a key={format} href={`${base}/receipt?format=${format}`} download>
            {put(said.receipt, { format: format.toUpperCase() })}
          </a>
        ))}
      </p>
      <div role="status">
        {code && (
          <p>
            {said.shown} <strong className={styles.code}>{code}</strong>
          </p>
        )}
      </div>
    </details>
  );
}
