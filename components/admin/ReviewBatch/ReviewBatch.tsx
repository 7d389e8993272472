'use client';

import { useAuth, useConfig, useSelection, useTranslation } from '@payloadcms/ui';
import { usePathname, useRouter } from 'next/navigation';
import { useId, useState } from 'react';
import type { BatchResult } from '@/fields/review/review-batch';
import { Attachments } from '../ReviewPanel/Attachments';
import { wordsIn } from '../ReviewPanel/panel-words';
import { useReviewFacts } from '../ReviewPanel/use-review-facts';
import styles from './ReviewBatch.module.css';

type Ask = 'submit' | 'examine' | 'approve' | 'return' | 'publish';

const ASKS: Record<string, readonly Ask[]> = {
  editor: ['submit', 'publish'],
  clerk: ['examine', 'return'],
  leader: ['approve', 'return', 'publish'],
};
const MOST = 50;

/** Above a list of texts under review: one opinion and one step for all that are ticked. */
export function ReviewBatch() {
  const { i18n } = useTranslation();
  const words = wordsIn(i18n.language);
  const { user } = useAuth();
  const { config } = useConfig();
  const router = useRouter();
  const collection = /\/collections\/([^/]+)/.exec(usePathname())?.[1];
  const { selectedIDs } = useSelection();
  const fieldId = useId();
  const [opinion, setOpinion] = useState('');
  const [examined, setExamined] = useState<Record<string, string[]>>({});
  const [results, setResults] = useState<BatchResult[]>([]);
  const [failure, setFailure] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const { facts, isSettled } = useReviewFacts(collection, selectedIDs.slice(0, MOST), results);

  const roles = (user?.roles as string[] | undefined) ?? [];
  const asks = [...new Set(roles.flatMap((role) => ASKS[role] ?? []))];
  const withFiles = facts.filter(({ attachments }) => attachments.length > 0);
  if (asks.length === 0 || (selectedIDs.length === 0 && results.length === 0)) return null;

  async function take(action: Ask) {
    setIsBusy(true);
    setFailure('');
    const response = await fetch(`${config.routes.api}/${collection}/review-batch`, {
      method: 'POST',
      credentials: 'include',
      headers: { 'Content-Type': 'application/json', 'Accept-Language': i18n.language },
      body: JSON.stringify({ ids: selectedIDs, action, opinion, examined }),
    }).catch(() => null);
    const answer = await response?.json().catch(() => null);
    setIsBusy(false);
    if (response?.ok) {
      setResults(answer.results);
      setOpinion('');
      router.refresh();
    } else {
      setFailure(answer?.errors?.[0]?.message ?? words.panel.offline);
    }
  }

  const done = results.filter(({ isDone }) => isDone).length;
  return (
    <section className={styles.batch} aria-label={words.batch.heading}>
      <h2 className={styles.heading}>{words.batch.heading}</h2>
      {selectedIDs.length > 0 && (
        <>
          <p>{words.batch.chosen.replace('{count}', String(selectedIDs.length))}</p>
          {asks.includes('examine') && withFiles.length > 0 && (
            <p className={styles.hint}>{words.batch.attachmentsHint}</p>
          )}
          {asks.includes('examine') &&
            withFiles.map(({ id, title, attachments }) => (
              <div key={id}>
                <h3 className={styles.subheading}>
                  {words.batch.attachmentsOf.replace('{title}', () => title)}
                </h3>
                <Attachments
                  files={attachments}
                  examined={examined[String(id)] ?? []}
                  onExamined={(keys) => setExamined({ ...examined, [String(id)]: keys })}
                  words={words}
                />
              </div>
            ))}
          <label htmlFor={fieldId}>{words.batch.opinion}</label>
          <textarea
            id={fieldId}
            className={styles.opinion}
            rows={2}
            maxLength={1000}
            value={opinion}
            onChange={(event) => setOpinion(event.target.value)}
          />
          <div className={styles.actions}>
            {asks.map((ask) => (
              <button
                key={ask}
                type="button"
                className={ask === 'return' ? styles.secondary : styles.primary}
                disabled={isBusy || !isSettled}
                onClick={() => void take(ask)}
              >
                {words.actions[ask]}
              </button>
            ))}
          </div>
        </>
      )}
      <div role="status">
        {isBusy && words.batch.working}
        {failure}
        {results.length > 0 && !isBusy && (
          <>
            <p>
              {words.batch.result
                .replace('{done}', String(done))
                .replace('{refused}', String(results.length - done))}
            </p>
            <ul className={styles.results}>
              {results.map(({ id, title, isDone, reason }) => (
                <li key={id} data-done={isDone}>
                  <a href={`${config.routes.admin}/collections/${collection}/${id}`}>
                    {title || String(id)}
                  </a>{' '}
                  {isDone
                    ? words.batch.done
                    : words.batch.refused.replace('{reason}', () => reason ?? '')}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </section>
  );
}
