'use client';

import {
  toast,
  useAuth,
  useConfig,
  useDocumentInfo,
  useFormModified,
  useTranslation,
} from '@payloadcms/ui';
import { useRouter } from 'next/navigation';
import { useId, useState } from 'react';
import type { Review, ReviewAction, ReviewState } from '@/domain/review/review';
import { stage } from '@/domain/review/stage';
import { Attachments } from './Attachments';
import { Notes } from './Notes';
import { wordsIn } from './panel-words';
import styles from './ReviewPanel.module.css';
import { Steps } from './Steps';
import { useReviewFacts } from './use-review-facts';

type Ask = ReviewAction | 'publish' | 'withdraw';

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
const PUBLIC_STEPS: readonly { ask: Ask; role: string }[] = [{ ask: 'withdraw', role: 'leader' }];

/** The review of one text: where it stands, who signed, and the steps that this person may take. */
export function ReviewPanel() {
  const { i18n } = useTranslation();
  const words = wordsIn(i18n.language);
  const { collectionSlug, id, savedDocumentData } = useDocumentInfo();
  const { config } = useConfig();
  const { user } = useAuth();
  const isModified = useFormModified();
  const router = useRouter();
  const fieldId = useId();
  const [opinion, setOpinion] = useState('');
  const [examined, setExamined] = useState<string[]>([]);
  const [hidesTitle, setHidesTitle] = useState(false);
  const [busy, setBusy] = useState<Ask | null>(null);
  const saved = (savedDocumentData ?? {}) as {
    review?: Partial<Review>;
    _status?: 'draft' | 'published';
    updatedAt?: string;
    releaseAt?: string | null;
  };
  const {
    facts: [facts],
    isSettled,
  } = useReviewFacts(collectionSlug, id ? [id] : [], saved.updatedAt);

  const steps = saved.review?.steps ?? [];
  const state = saved.review?.state ?? 'draft';
  const isPublished = saved._status === 'published';
  const roles = (user?.roles as string[] | undefined) ?? [];
  const possible = isPublished ? PUBLIC_STEPS : STEPS[state];
  const asks = [
    ...new Set(possible.filter(({ role }) => roles.includes(role)).map(({ ask }) => ask)),
  ];
  const isExamining = asks.includes('examine');
  const files = facts?.attachments ?? [];
  const shown =
    facts?.stage ??
    stage({
      ...(saved as object),
      review: { state, steps },
      status: isPublished ? 'published' : 'draft',
    });

  async function take(ask: Ask) {
    if (ask === 'withdraw' && !window.confirm(words.panel.withdrawConfirm)) return;
    setBusy(ask);
    const isPublic = ask === 'publish' || ask === 'withdraw';
    const response = await fetch(
      `${config.routes.api}/${collectionSlug}/${id}?${isPublic ? '' : 'draft=true&'}depth=0&locale=zh-CN`,
      {
        method: 'PATCH',
        credentials: 'include',
        headers: { 'Content-Type': 'application/json', 'Accept-Language': i18n.language },
        body: JSON.stringify(bodyOf(ask, { opinion, examined, hidesTitle })),
      },
    ).catch(() => null);
    const answer = await response?.json().catch(() => null);
    setBusy(null);
    if (response?.ok) {
      toast.success(
        ask === 'publish'
          ? words.panel.published
          : words.panel.done.replace('{action}', words.actions[ask]),
      );
      setOpinion('');
      setExamined([]);
      router.refresh();
      return;
    }
    const reason = reasonIn(answer) ?? response?.statusText ?? words.panel.offline;
    toast.error(words.panel.failed.replace('{reason}', () => reason));
  }

  return (
    <section className={styles.panel} aria-label={words.panel.heading}>
      <h3 className={styles.heading}>{words.panel.heading}</h3>
      <p className={styles.state} data-state={isPublished ? 'published' : state}>
        {words.stages[shown]}
      </p>
      {facts && (
        <Notes facts={facts} releaseAt={saved.releaseAt} language={i18n.language} words={words} />
      )}
      {!id && <p className={styles.hint}>{words.panel.saveFirst}</p>}
      {id && isModified && <p className={styles.hint}>{words.panel.unsaved}</p>}
      <Attachments
        files={files}
        examined={examined}
        onExamined={isExamining && !isModified ? setExamined : undefined}
        words={words}
      />
      {id && !isModified && asks.length > 0 && (
        <>
          <label className={styles.label} htmlFor={fieldId}>
            {isPublished ? words.panel.withdrawReason : words.panel.opinion}
          </label>
          <textarea
            id={fieldId}
            className={styles.opinion}
            rows={2}
            maxLength={1000}
            value={opinion}
            onChange={(event) => setOpinion(event.target.value)}
          />
          {asks.includes('return') && <p className={styles.hint}>{words.panel.opinionHint}</p>}
          {asks.includes('withdraw') && (
            <label className={styles.tick}>
              <input
                type="checkbox"
                checked={hidesTitle}
                onChange={(event) => setHidesTitle(event.target.checked)}
              />
              {words.panel.hidesTitle}
            </label>
          )}
          <div className={styles.actions}>
            {asks.map((ask) => (
              <button
                key={ask}
                type="button"
                className={
                  ask === 'return' || ask === 'withdraw' ? styles.secondary : styles.primary
                }
                disabled={busy !== null || !isSettled}
                onClick={() => void take(ask)}
              >
                {words.actions[ask]}
              </button>
            ))}
          </div>
        </>
      )}
      <h4 className={styles.subheading}>{words.panel.steps}</h4>
      <Steps
        steps={steps}
        facts={facts?.steps ?? []}
        versionsHref={`${config.routes.admin}/collections/${collectionSlug}/${id}/versions`}
        language={i18n.language}
        words={words}
      />
      <p className={styles.rule}>{words.panel.rule}</p>
    </section>
  );
}

type Refusal = { errors?: { message?: string; data?: { errors?: { message?: string }[] } }[] };

/** What each field lacks, where the refusal says so; its own sentence only names the fields. */
function reasonIn(answer: Refusal | null): string | undefined {
  const error = answer?.errors?.[0];
  const details = (error?.data?.errors ?? []).map(({ message }) => message).filter(Boolean);
  return details.length > 0 ? details.join(' ') : error?.message;
}

function bodyOf(
  ask: Ask,
  { opinion, examined, hidesTitle }: { opinion: string; examined: string[]; hidesTitle: boolean },
): object {
  if (ask === 'publish') return { _status: 'published' };
  if (ask === 'withdraw') return { _status: 'draft', review: { opinion, hidesTitle } };
  return { review: { action: ask, opinion, ...(ask === 'examine' && { examined }) } };
}
