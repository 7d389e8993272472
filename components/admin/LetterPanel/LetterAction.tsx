'use client';

import { useEffect, useId, useRef, useState } from 'react';
import styles from '@/components/admin/CasePanel/CasePanel.module.css';
import { useCaseAddress } from '@/components/admin/CasePanel/use-desk-case';
import type { LetterDesk } from '@/collections/Letters/desk-letter';
import type { LetterGivenName } from '@/domain/letters/actions';
import { choicesOf, put, type LetterWords } from './letter-words';

type Props = {
  id: number | string;
  offer: LetterDesk['actions'][number];
  desk: LetterDesk;
  words: LetterWords;
  onReload: () => Promise<unknown>;
  onClose: () => void;
  onDone: () => Promise<void>;
};

/** What the writer is told; everything else is read by the office alone. */
const TOLD: readonly string[] = ['draft', 'close', 'redirect', 'discard'];

/** What one action has to be told. It stands within the record's own form, so it is none itself. */
export function LetterAction({ id, offer, desk, words, onReload, onClose, onDone }: Props) {
  const { action, needs, may } = offer;
  const { said } = words;
  const { ask } = useCaseAddress(id, 'letters');
  const [typed, setTyped] = useState<Partial<Record<LetterGivenName, string>>>(() => ({
    ...(action === 'draft' && { text: desk.reply }),
    ...(action === 'route' && desk.agency && { agency: desk.agency }),
  }));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<{ text: string; isConflict: boolean } | null>(null);
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const name = said.actions[action];
  const set = (field: LetterGivenName, value: string) =>
    setTyped((before) => ({
      ...before,
      [field]: value,
      // The usual words for a channel, to be written further.
      ...(field === 'channel' && {
        text: said.channelTexts[value as keyof typeof said.channelTexts] ?? '',
      }),
    }));

  async function send() {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    const answer = await ask(`/actions/${action}`, { ...typed, revision: desk.revision });
    setBusy(false);
    if (answer.ok) return onDone();
    setProblem({ text: answer.reason ?? said.panel.failed, isConflict: answer.status === 409 });
  }

  return (
    <div role="group" aria-labelledby={headingId} className={styles.form}>
      <h3 ref={heading} id={headingId} tabIndex={-1} className={styles.heading}>
        {name}
      </h3>
      {[...needs, ...may].map((field) => (
        <Input
          key={field}
          field={field}
          isNeeded={needs.includes(field)}
          value={typed[field] ?? ''}
          choices={choicesOf(field, action, words, desk.agencies)}
          hint={
            field === 'text'
              ? TOLD.includes(action)
                ? said.panel.writerSees
                : said.panel.officeOnly
              : null
          }
          words={words}
          onChange={set}
        />
      ))}
      <div role="alert">
        {problem && (
          <div className={styles.problem}>
            <p>{problem.text}</p>
            {problem.isConflict && (
              <button type="button" className={styles.plain} onClick={() => void onReload()}>
                {said.panel.reload}
              </button>
            )}
          </div>
        )}
      </div>
      <div className={styles.actions}>
        <button
          type="button"
          className={styles.primary}
          aria-disabled={busy}
          onClick={() => void send()}
        >
          {busy ? said.panel.sending : put(said.panel.send, { action: name })}
        </button>
        <button type="button" className={styles.secondary} onClick={onClose}>
          {said.panel.close}
        </button>
      </div>
    </div>
  );
}

type InputProps = {
  field: LetterGivenName;
  isNeeded: boolean;
  value: string;
  choices: { value: string; label: string }[] | null;
  hint: string | null;
  words: LetterWords;
  onChange: (field: LetterGivenName, value: string) => void;
};

function Input({ field, isNeeded, value, choices, hint, words, onChange }: InputProps) {
  const { said } = words;
  const inputId = useId();
  const note = [isNeeded && said.panel.required, hint].filter(Boolean).join(' · ');
  const shared = {
    id: inputId,
    value,
    required: isNeeded,
    onChange: (event: { target: { value: string } }) => onChange(field, event.target.value),
  };
  return (
    <div className={styles.field}>
      <label htmlFor={inputId}>
        {said.fields[field]} {note && <small>({note})</small>}
      </label>
      {choices ? (
        <select {...shared}>
          <option value="" />
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      ) : field === 'text' ? (
        <textarea {...shared} rows={8} maxLength={5000} />
      ) : (
        <input {...shared} type="text" maxLength={500} />
      )}
    </div>
  );
}
