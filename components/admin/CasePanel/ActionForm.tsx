'use client';

import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { DeskCase } from '@/collections/Applications/desk-case';
import type { ActionCode } from '@/domain/applications/actions';
import {
  beginning,
  fieldsOf,
  hasPreview,
  isAsked,
  sendable,
  typedOn,
  type Typed,
} from './action-form';
import { ActionInput } from './ActionInput';
import styles from './CasePanel.module.css';
import { put, type Words } from './panel-words';
import { useCaseAddress } from './use-desk-case';

type Props = {
  id: number | string;
  action: ActionCode;
  desk: DeskCase;
  /** Whether the record's own form holds edits that are not saved. */
  isModified: boolean;
  words: Words;
  onReload: () => Promise<DeskCase | null>;
  onClose: () => void;
  onDone: () => Promise<void>;
};

type Problem = { text: string; isConflict: boolean };
type Preview = { letters: { kind: string; text: string }[] };

/**
 * What one action has to be told. It stands within the record's own form, so it is none itself: Enter in
 * a line sends this and not the record.
 */
export function ActionForm(props: Props) {
  const { id, action, desk, isModified, words, onReload, onClose, onDone } = props;
  const { panel } = words.desk;
  const name = words.cases.actions[action];
  const { ask } = useCaseAddress(id);
  const [typed, setTyped] = useState<Typed>(() => beginning(action, desk));
  const [goesOn, setGoesOn] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [notice, setNotice] = useState('');
  const [preview, setPreview] = useState<Preview | null>(null);
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const asked = fieldsOf(action).filter(({ field }) => isAsked(field, typed, desk));
  const isPossible = desk.actions.includes(action);
  const set = (field: keyof Typed, value: string) => {
    setTyped((before) => typedOn(before, field, value));
    setPreview(null);
  };

  async function post(what: 'send' | 'preview') {
    if (busy) return;
    if (what === 'send' && isModified && !goesOn) {
      setProblem({ text: panel.unsaved, isConflict: false });
      return;
    }
    setBusy(true);
    setProblem(null);
    setNotice('');
    const path = `/actions/${action}${what === 'preview' ? '/preview' : ''}`;
    const answer = await ask<Preview>(path, { ...sendable(typed, desk), revision: desk.revision });
    if (!answer.ok) {
      setProblem({ text: answer.reason ?? panel.offline, isConflict: answer.status === 409 });
    } else if (what === 'preview') {
      setPreview(answer.body);
    } else {
      await onDone();
    }
    setBusy(false);
  }

  async function reloadKept() {
    // Nothing is sent on what is no longer true.
    setBusy(true);
    const now = await onReload();
    setBusy(false);
    if (!now) return;
    setProblem(null);
    setNotice(now.actions.includes(action) ? panel.reloaded : put(panel.notNow, { action: name }));
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') onClose();
    const isLine = event.target instanceof HTMLInputElement && event.target.type !== 'checkbox';
    if (event.key !== 'Enter' || !isLine || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void post('send');
  }

  return (
    <div role="group" aria-labelledby={headingId} className={styles.form} onKeyDown={onKeyDown}>
      <h4 ref={heading} id={headingId} tabIndex={-1} className={styles.heading}>
        {name}
      </h4>
      {asked.map(({ field, isNeeded }) => (
        <ActionInput
          key={field}
          action={action}
          field={field}
          isNeeded={isNeeded}
          typed={typed}
          onChange={set}
          desk={desk}
          words={words}
        />
      ))}
      <label className={styles.field}>
        <span>{panel.day}</span>
        <input
          type="date"
          value={typed.on ?? ''}
          max={desk.start.today}
          onChange={(event) => set('on', event.target.value)}
        />
      </label>
      {isModified && (
        <div className={styles.warning}>
          <p>{panel.unsaved}</p>
          <label className={styles.tick}>
            <input
              type="checkbox"
              checked={goesOn}
              onChange={(event) => setGoesOn(event.target.checked)}
            />
            {panel.unsavedGoOn}
          </label>
        </div>
      )}
      <div role="alert">
        {problem && (
          <div className={styles.problem}>
            <p>{problem.text}</p>
            {problem.isConflict && (
              <button type="button" className={styles.plain} onClick={() => void reloadKept()}>
                {panel.conflictReload}
              </button>
            )}
          </div>
        )}
      </div>
      <p role="status" className={styles.said}>
        {notice}
      </p>
      <div className={styles.actions}>
        <button
          type="button"
          className={styles.primary}
          aria-disabled={busy || !isPossible}
          onClick={() => isPossible && void post('send')}
        >
          {busy ? panel.sending : put(panel.send, { action: name })}
        </button>
        {hasPreview(action) && (
          <button type="button" className={styles.secondary} onClick={() => void post('preview')}>
            {panel.preview}
          </button>
        )}
        <button type="button" className={styles.secondary} onClick={onClose}>
          {panel.close}
        </button>
      </div>
      <div aria-live="polite">
        {preview && (
          <section className={styles.preview} aria-label={panel.previewHeading}>
            <h5>{panel.previewHeading}</h5>
            {preview.letters.map(({ kind, text }) => (
              <pre key={kind} tabIndex={0} className={styles.letter}>
                {text}
              </pre>
            ))}
          </section>
        )}
      </div>
    </div>
  );
}
