'use client';

import { useState, type ChangeEvent } from 'react';
import { Button } from '@/components/Button/Button';
import { formatSize } from '@/components/AttachmentList/format-size';
import styles from './form.module.css';

type Props = {
  accept: string;
  most: { files: number; megabytes: number };
  problems: string[];
  words: { label: string; hint: string; add: string; adding: string; tooLarge: string };
};

/** Chooses files. With script, one that is too large is told before anything is sent. */
export function ChooseFiles({ accept, most, problems: told, words }: Props) {
  const [problems, setProblems] = useState(told);
  const [isAdding, setAdding] = useState(false);
  const look = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const large = [...(target.files ?? [])].filter(
      ({ size }) => size > most.megabytes * 1024 * 1024,
    );
    setProblems(
      large.map(({ name, size }) =>
        words.tooLarge.replace('%name%', () => name).replace('%size%', () => formatSize(size)),
      ),
    );
    if (large.length > 0) target.value = '';
  };
  return (
    <div className={problems.length > 0 ? styles.wrong : undefined}>
      <p id="files-hint" className={styles.note}>
        {words.hint}
      </p>
      <div id="files-error" role="status">
        {problems.map((problem) => (
          <p key={problem} className={styles.problem}>
            {problem}
          </p>
        ))}
      </div>
      <input
        type="file"
        id="files"
        name="files"
        multiple={most.files > 1}
        accept={accept}
        aria-label={words.label}
        aria-describedby="files-hint files-error"
        aria-invalid={problems.length > 0 || undefined}
        className={styles.chooser}
        onChange={look}
      />
      <Button
        kind="secondary"
        name="do"
        value="upload"
        aria-disabled={isAdding || undefined}
        // The form is sent by the same click: only afterwards the button may say so.
        onClick={() => setTimeout(() => setAdding(true))}
      >
        {isAdding ? words.adding : words.add}
      </Button>
    </div>
  );
}
