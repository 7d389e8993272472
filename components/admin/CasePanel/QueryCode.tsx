'use client';

import { useState } from 'react';
import styles from './CasePanel.module.css';
import { CodeSlip, type Slip } from './CodeSlip';
import { put, type Words } from './panel-words';
import { useCaseAddress } from './use-desk-case';

type Props = {
  id: number | string;
  collection?: 'applications' | 'letters';
  revision: number;
  hasCode: boolean;
  slip: Slip;
  said: Omit<Words['desk']['queryCode'], 'receipt' | 'slip'>;
  slipWords: { title: string; print: string };
  /** Of what could not be asked at all. */
  failed: string;
  /** `{format}` in it; left out, there is no receipt as a file. */
  receipt?: string;
  onIssued: () => Promise<unknown>;
};

/** The two things that somebody takes along from the counter, or hears on the telephone. */
export function QueryCode(props: Props) {
  const { id, collection, revision, hasCode, slip, said, slipWords, receipt, onIssued } = props;
  const { base, ask } = useCaseAddress(id, collection);
  const [reason, setReason] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const [problem, setProblem] = useState('');

  async function issue() {
    const answer = await ask<{ queryCode: string }>('/query-code', { revision, reason });
    if (!answer.ok) return setProblem(answer.reason ?? props.failed);
    setProblem('');
    setReason('');
    setCode(answer.body.queryCode);
    await onIssued();
  }

  return (
    <details className={styles.part} open={!hasCode || code !== null}>
      <summary className={styles.heading}>{said.heading}</summary>
      <p className={styles.hint}>{hasCode ? said.has : said.lead}</p>
      {hasCode && (
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
          {hasCode ? said.issueAgain : said.issue}
        </button>
        {receipt &&
          (['pdf', 'docx'] as const).map((format) => (
            <a key={format} href={`${base}/receipt?format=${format}`} download>
              {put(receipt, { format: format.toUpperCase() })}
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
      {code && <CodeSlip slip={slip} code={code} said={slipWords} />}
    </details>
  );
}
