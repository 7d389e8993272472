'use client';

import {
  toast,
  useAuth,
  useConfig,
  useDocumentInfo,
  useFormModified,
  useFormFields,
  useTranslation,
} from '@payloadcms/ui';
import { useRouter } from 'next/navigation';
import { useId, useState } from 'react';
import type { ReviewAction, ReviewState, ReviewStep } from '@/domain/review/review';
import en from '@/messages/en/review.json';
import zh from '@/messages/zh-CN/review.json';
import styles from './ReviewPanel.module.css';

type Ask = ReviewAction | 'publish';

const STEPS: Record<ReviewState, readonly { ask: Ask; role: string }[]> = {
  draft: [{ ask: 'submit', role: 'editor' }],
  returned: [{ ask: 'submit', role: 'editor' }],
  submitted: [
    { ask: 'examine', role: 'clerk' },
    { ask: 'return', role: 'clerk' },
    { ask: 'return', role: 'leader' },
  ],
  reviewed: [
    { ask: 'approve', role: 'leader' },
    { ask: 'return', role: 'leader' },
    { ask: 'return', role: 'clerk' },
  ],
  approved: [
    { ask: 'publish', role: 'editor' },
    { ask: 'publish', role: 'leader' },
    { ask: 'return', role: 'leader' },
  ],
};

/** The review of one text: where it stands, who signed, and the steps that this person may take. */
export function ReviewPanel() {
  const { i18n } = useTranslation();
  const words = i18n.language === 'en' ? en : zh;
  const { collectionSlug, id, savedDocumentData } = useDocumentInfo();
  const { config } = useConfig();
  const { user } = useAuth();
  const isModified = useFormModified();
  const router = useRouter();
  const opinionId = useId();
  const [opinion, setOpinion] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const status = useFormFields(([fields]) => fields._status?.value);

  const review = (savedDocumentData?.review ?? {}) as { state?: ReviewState; steps?: ReviewStep[] };
  const state = review.state ?? 'draft';
  const isPublished =
    state === 'approved' && (savedDocumentData?._status ?? status) === 'published';
  const roles = (user?.roles as string[] | undefined) ?? [];
  const asks = isPublished
    ? []
    : [...new Set(STEPS[state].filter(({ role }) => roles.includes(role)).map(({ ask }) => ask))];

  async function take(ask: Ask) {
    setIsBusy(true);
    const body =
      ask === 'publish' ? { _status: 'published' } : { review: { action: ask, opinion } };
    const draft = ask === 'publish' ? '' : 'draft=true&';
    const response = await fetch(
      `${config.routes.api}/${collectionSlug}/${id}?${draft}depth=0&locale=zh-CN`,
      {
        method: 'PATCH',
        credentials: 'include',
        headers: { 'Content-Type': 'application/json', 'Accept-Language': i18n.language },
        body: JSON.stringify(body),
      },
    ).catch(() => null);
    const answer = await response?.json().catch(() => null);
    setIsBusy(false);
    if (response?.ok) {
      toast.success(
        ask === 'publish'
          ? words.panel.published
          : words.panel.done.replace('{action}', words.actions[ask]),
      );
      setOpinion('');
      router.refresh();
      return;
    }
    const reason = answer?.errors?.[0]?.message ?? response?.statusText ?? words.panel.offline;
    toast.error(words.panel.failed.replace('{reason}', reason));
  }

  return (
    <section className={styles.panel} aria-label={words.panel.heading}>
      <h3 className={styles.heading}>{words.panel.heading}</h3>
      <p className={styles.state} data-state={isPublished ? 'published' : state}>
        {isPublished ? words.states.published : words.states[state]}
      </p>
      {!id && <p className={styles.hint}>{words.panel.saveFirst}</p>}
      {id && isModified && <p className={styles.hint}>{words.panel.unsaved}</p>}
      {id && !isModified && asks.length > 0 && (
        <>
          <label className={styles.label} htmlFor={opinionId}>
            {words.panel.opinion}
          </label>
          <textarea
            id={opinionId}
            className={styles.opinion}
            rows={2}
            value={opinion}
            onChange={(event) => setOpinion(event.target.value)}
          />
          {asks.includes('return') && <p className={styles.hint}>{words.panel.opinionHint}</p>}
          <div className={styles.actions}>
            {asks.map((ask) => (
              <button
                key={ask}
                type="button"
                className={ask === 'return' ? styles.secondary : styles.primary}
                disabled={isBusy}
                onClick={() => void take(ask)}
              >
                {words.actions[ask]}
              </button>
            ))}
          </div>
        </>
      )}
      <h4 className={styles.subheading}>{words.panel.steps}</h4>
      {review.steps?.length ? (
        <ol className={styles.steps}>
          {review.steps.map((step) => (
            <li key={`${step.at}${step.action}`}>
              <strong>{words.actions[step.action]}</strong> {step.byName}
              <br />
              <time dateTime={step.at}>
                {new Date(step.at).toLocaleString(i18n.language === 'en' ? 'en-GB' : 'zh-CN', {
                  timeZone: 'Asia/Shanghai',
                  dateStyle: 'medium',
                  timeStyle: 'short',
                })}
              </time>
              {step.opinion && <q>{step.opinion}</q>}
            </li>
          ))}
        </ol>
      ) : (
        <p className={styles.hint}>{words.panel.noSteps}</p>
      )}
      <p className={styles.rule}>{words.panel.rule}</p>
    </section>
  );
}
