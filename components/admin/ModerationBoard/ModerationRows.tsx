'use client';

import { useTranslation } from '@payloadcms/ui';
import { useRouter } from 'next/navigation';
import { useId, useState } from 'react';
import type { Moderated } from '@/collections/Comments/moderate';
import type { ModerationFilter, ModerationRow } from '@/collections/Comments/moderation-rows';
import { COMMENT_STATES, WITHHOLDING_REASONS } from '@/domain/consultations/codes';
import { useHydrated } from '@/components/use-hydrated';
import en from '@/messages/en/moderation.json';
import zh from '@/messages/zh-CN/moderation.json';
import { ModerationTable } from './ModerationTable';
import styles from './ModerationBoard.module.css';

type Props = { rows: ModerationRow[]; filter: ModerationFilter; total: number; mayDecide: boolean };
type Id = ModerationRow['id'];

/** The comments of a page, and one decision for all that are ticked. */
export function ModerationRows({ rows, filter, total, mayDecide }: Props) {
  const { i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const words = language === 'en' ? en : zh;
  const router = useRouter();
  const fieldId = useId();
  const isHydrated = useHydrated();
  const [chosen, setChosen] = useState<ReadonlySet<Id>>(new Set());
  const [reason, setReason] = useState('');
  const [note, setNote] = useState('');
  const [result, setResult] = useState<Moderated | null>(null);
  const [failure, setFailure] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const isWaiting = filter.state === 'pending';

  async function ask(body: object): Promise<Moderated | null> {
    const response = await fetch('/api/comments/moderate', {
      method: 'POST',
      credentials: 'include',
      headers: { 'Content-Type': 'application/json', 'Accept-Language': i18n.language },
      body: JSON.stringify({ from: filter.state, note, ...body }),
    }).catch(() => null);
    const answer = await response?.json().catch(() => null);
    if (response?.ok) return answer;
    setFailure(answer?.errors?.[0]?.message ?? words.offline);
    return null;
  }

  async function decide(to: 'shown' | 'withheld', isAll = false) {
    if (isAll && !window.confirm(words.confirmAll.replace('{total}', String(total)))) return;
    setIsBusy(true);
    setFailure('');
    setResult(null);
    const decision = { to, reason: to === 'withheld' ? reason : null };
    const sum: Moderated = { done: 0, taken: [], missing: 0 };
    // All under a filter are more than one request decides on.
    for (let left = total; ;) {
      const answer = await ask(isAll ? { ...decision, filter } : { ...decision, ids: [...chosen] });
      if (!answer) break;
      sum.done += answer.done;
      sum.taken.push(...answer.taken);
      sum.missing += answer.missing;
      setResult({ ...sum });
      left -= answer.done;
      if (!isAll || answer.done === 0 || left <= 0) break;
    }
    setIsBusy(false);
    setChosen(new Set());
    router.refresh();
  }

  const labelOf = (state: string) => COMMENT_STATES.find(({ code }) => code === state)?.[language];
  return (
    <>
      {mayDecide && (
        <section className={styles.decide} aria-label={words.columns.decided}>
          <p>{words.selected.replace('{count}', String(chosen.size))}</p>
          {filter.state !== 'shown' && (
            <button
              type="button"
              className={styles.primary}
              disabled={!isHydrated || isBusy || chosen.size === 0}
              onClick={() => void decide('shown')}
            >
              {words.show}
            </button>
          )}
          {filter.state !== 'withheld' && (
            <>
              <label htmlFor={`${fieldId}-reason`}>{words.reason}</label>
              <select
                id={`${fieldId}-reason`}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              >
                <option value="">{words.chooseReason}</option>
                {WITHHOLDING_REASONS.map((one) => (
                  <option key={one.code} value={one.code}>
                    {one[language]}
                  </option>
                ))}
              </select>
              <label htmlFor={`${fieldId}-note`}>{words.note}</label>
              <input
                id={`${fieldId}-note`}
                maxLength={600}
                value={note}
                onChange={(event) => setNote(event.target.value)}
              />
              <button
                type="button"
                disabled={!isHydrated || isBusy || chosen.size === 0}
                onClick={() => void decide('withheld')}
              >
                {words.withhold}
              </button>
              {isWaiting && total > rows.length && (
                <button
                  type="button"
                  disabled={!isHydrated || isBusy || reason === ''}
                  onClick={() => void decide('withheld', true)}
                >
                  {words.withholdAll.replace('{total}', String(total))}
                </button>
              )}
            </>
          )}
        </section>
      )}
      <div role="status">
        {isBusy && <p>{words.working}</p>}
        {failure && <p className={styles.failure}>{failure}</p>}
        {result && <p>{words.done.replace('{count}', String(result.done))}</p>}
        {result && result.missing > 0 && (
          <p>{words.missing.replace('{count}', String(result.missing))}</p>
        )}
        {result && result.taken.length > 0 && (
          <>
            <p>{words.taken.replace('{count}', String(result.taken.length))}</p>
            <ul>
              {result.taken.map(({ id, excerpt, state, by }) => (
                <li key={id}>
                  {words.takenBy
                    .replace('{excerpt}', () => excerpt)
                    .replace('{by}', () => by ?? words.somebody)
                    .replace('{state}', labelOf(state) ?? '')}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      {rows.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ModerationTable
          rows={rows}
          words={words}
          language={language}
          chosen={chosen}
          onChosen={mayDecide ? setChosen : undefined}
        />
      )}
    </>
  );
}
