'use client';

import { useEffect, useId, useState } from 'react';
import type { WordedFinding } from '@/domain/website-reports/describe';
import { useAsk } from '../ReportForm/use-ask';
import type { WebsiteFormState } from './use-website-form';
import styles from './WebsiteForm.module.css';

/** After the last change, long enough that somebody who types is not asked about half a figure. */
const PAUSE_MS = 600;

/** What there is to say of the form as it stands, asked anew a moment after each change. */
export function Findings({ form }: { form: WebsiteFormState }) {
  const { agency, answers, handChanges, id, reasons, words, year } = form;
  const ask = useAsk();
  const [findings, setFindings] = useState<WordedFinding[] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);

  useEffect(() => {
    if (year === null) return;
    const controller = new AbortController();
    const { signal } = controller;
    const check = async () => {
      const body = { ...(id && { id }), agency, year, answers, handChanges, reasons };
      const result = await ask<{ findings: WordedFinding[] }>('/check', { body, signal });
      if (signal.aborted) return;
      setFailure(result.ok ? null : (result.reason ?? words.offline));
      if (result.ok) setFindings(result.body.findings);
    };
    const timer = setTimeout(() => void check(), PAUSE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [agency, answers, ask, handChanges, id, reasons, words.offline, year]);

  if (year === null) return null;
  const hard = findings?.filter(({ severity }) => severity === 'hard') ?? [];
  const soft = findings?.filter(({ severity }) => severity === 'soft') ?? [];
  return (
    <section className={styles.findings} aria-label={words.findings} aria-live="polite">
      <h3>{words.findings}</h3>
      {failure && <p className={styles.wrong}>{words.failed.replace('{reason}', () => failure)}</p>}
      {findings === null && !failure && <p>{words.checking}</p>}
      {findings?.length === 0 && <p>{words.none}</p>}
      {hard.length > 0 && (
        <>
          <h4>{words.hard}</h4>
          <ul>
            {hard.map(({ key, text }) => (
              <li key={key} className={styles.hard}>
                {text}
              </li>
            ))}
          </ul>
        </>
      )}
      {soft.length > 0 && (
        <>
          <h4>{words.soft}</h4>
          <ul>
            {soft.map((finding) => (
              <li key={finding.key}>
                {finding.text}
                <Reason finding={finding} form={form} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Reason({ finding, form }: { finding: WordedFinding; form: WebsiteFormState }) {
  const { change, isReadOnly, reasons, words } = form;
  const id = useId();
  const kept = reasons.find((one) => one.finding === finding.key)?.reason ?? '';
  const [reason, setReason] = useState(kept);
  return (
    <span className={styles.reason}>
      <label htmlFor={id}>{words.reason}</label>
      <input
        id={id}
        className={styles.text}
        value={reason}
        maxLength={500}
        readOnly={isReadOnly}
        onChange={(event) => setReason(event.target.value)}
        onBlur={() =>
          reason !== kept &&
          change({
            reasons: [
              ...reasons.filter((one) => one.finding !== finding.key),
              { finding: finding.key, reason },
            ],
          })
        }
      />
    </span>
  );
}
