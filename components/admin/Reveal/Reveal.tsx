'use client';

import { useAuth, useConfig, useDocumentInfo, useTranslation } from '@payloadcms/ui';
import { useEffect, useId, useRef, useState } from 'react';
import type { Revealed } from '@/collections/Applications/reveal';
import type { Revealable } from '@/collections/Applications/reveal-field';
import casesEn from '@/messages/en/cases.json';
import en from '@/messages/en/privacy.json';
import casesZh from '@/messages/zh-CN/cases.json';
import zh from '@/messages/zh-CN/privacy.json';
import styles from './Reveal.module.css';

const SEES_IN_FULL = ['officer', 'leader'];

/** Shows masked personal data in full to whoever says why, until the page is left. */
export function Reveal({ fields }: { fields: Revealable[] }) {
  const { i18n } = useTranslation();
  const words = i18n.language === 'en' ? en : zh;
  const { collectionSlug, id, savedDocumentData } = useDocumentInfo();
  const { config } = useConfig();
  const { user } = useAuth();
  const reasonId = useId();
  const hintId = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const firstTick = useRef<HTMLInputElement>(null);
  const reasonBox = useRef<HTMLTextAreaElement>(null);
  const [isAsking, setIsAsking] = useState(false);
  const [chosen, setChosen] = useState<Revealable[]>([]);
  const [reason, setReason] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState('');
  const [values, setValues] = useState<Revealed | null>(null);

  // The focus follows what appears, and goes back to the button when it is put away.
  const wasOpen = useRef(false);
  useEffect(() => {
    if (isAsking) (firstTick.current ?? reasonBox.current)?.focus();
    else if (wasOpen.current && !values) opener.current?.focus();
    wasOpen.current = isAsking || values !== null;
  }, [isAsking, values]);

  const roles = (user?.roles as string[] | undefined) ?? [];
  const saved = (savedDocumentData ?? {}) as Record<string, unknown>;
  const given = fields.filter((field) => isGiven(saved, field));
  if (
    !id ||
    !given.length ||
    saved.erasedOn ||
    !SEES_IN_FULL.some((role) => roles.includes(role))
  ) {
    return null;
  }

  async function show() {
    setIsBusy(true);
    const response = await fetch(`${config.routes.api}/${collectionSlug}/${id}/reveal`, {
      method: 'POST',
      credentials: 'include',
      headers: { 'Content-Type': 'application/json', 'Accept-Language': i18n.language },
      body: JSON.stringify({ fields: chosen, reason }),
    }).catch(() => null);
    const answer = await response?.json().catch(() => null);
    setIsBusy(false);
    if (response?.ok) {
      setValues(answer.values as Revealed);
      setIsAsking(false);
      setReason('');
      setError('');
      return;
    }
    const why = answer?.errors?.[0]?.message ?? response?.statusText ?? words.reveal.offline;
    setError(words.reveal.failed.replace('{reason}', () => why));
  }

  if (values) {
    return (
      <section className={`${styles.reveal} ${styles.panel}`} aria-label={words.reveal.heading}>
        <dl className={styles.values} aria-live="polite">
          {given
            .filter((field) => field in values)
            .map((field) => (
              <div key={field} className={styles.pair}>
                <dt>{nameOf(field, words)}</dt>
                <dd>{textOf(values[field], words)}</dd>
              </div>
            ))}
        </dl>
        <p className={styles.hint}>{words.reveal.shown}</p>
        <button type="button" className={styles.button} onClick={() => setValues(null)}>
          {words.reveal.hide}
        </button>
      </section>
    );
  }
  if (!isAsking) {
    return (
      <div className={styles.reveal}>
        <button
          ref={opener}
          type="button"
          className={styles.button}
          onClick={() => {
            // No more than is needed (个人信息保护法第六条): whoever has a choice makes it.
            setChosen(given.length === 1 ? given : []);
            setIsAsking(true);
          }}
        >
          {words.reveal.open}
        </button>
      </div>
    );
  }
  return (
    <section className={`${styles.reveal} ${styles.panel}`} aria-label={words.reveal.heading}>
      <h3 className={styles.heading}>{words.reveal.heading}</h3>
      <fieldset className={styles.which}>
        <legend>{words.reveal.which}</legend>
        {given.map((field, i) => (
          <label key={field} className={styles.tick}>
            <input
              ref={i === 0 && given.length > 1 ? firstTick : undefined}
              type="checkbox"
              checked={chosen.includes(field)}
              onChange={({ target }) =>
                setChosen(
                  given.filter((one) => (one === field ? target.checked : chosen.includes(one))),
                )
              }
            />
            {nameOf(field, words)}
          </label>
        ))}
      </fieldset>
      <label className={styles.label} htmlFor={reasonId}>
        {words.reveal.why}
      </label>
      <textarea
        ref={reasonBox}
        id={reasonId}
        aria-describedby={hintId}
        className={styles.reason}
        rows={2}
        maxLength={300}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <p id={hintId} className={styles.hint}>
        {words.reveal.whyHint}
      </p>
      <p className={styles.error} role="alert">
        {error}
      </p>
      <div className={styles.actions}>
        <button
          type="button"
          className={styles.button}
          disabled={isBusy}
          onClick={() => void show()}
        >
          {words.reveal.show}
        </button>
        <button type="button" className={styles.button} onClick={() => setIsAsking(false)}>
          {words.reveal.cancel}
        </button>
      </div>
    </section>
  );
}

/** Whether the masked record has something there; of inquiries, whether anybody was asked. */
function isGiven(saved: Record<string, unknown>, field: Revealable): boolean {
  let found: unknown = saved;
  for (const key of field.split('.')) found = (found as Record<string, unknown> | null)?.[key];
  if (field === 'history') {
    return Array.isArray(found) && found.some((step) => step?.amended?.old);
  }
  return Array.isArray(found) ? found.length > 0 : Boolean(found);
}

function textOf(value: Revealed[Revealable], words: typeof zh): string {
  const { items } = words === zh ? casesZh : casesEn;
  if (!Array.isArray(value)) return value || words.reveal.empty;
  return value
    .map((each) =>
      'item' in each
        ? words.reveal.oldOf
            .replace('{item}', () => items[each.item])
            .replace('{old}', () => each.old ?? words.reveal.empty)
        : words.reveal.opinionOf
            .replace('{party}', () => each.party ?? '')
            .replace('{opinion}', () => each.opinion ?? words.reveal.noOpinion),
    )
    .join('\n');
}

/** Keys of messages have no dots: there they would mean a path. */
const nameOf = (field: Revealable, words: typeof zh): string =>
  (words.fields as Record<string, string>)[field.replace('.', '-')] ?? field;
