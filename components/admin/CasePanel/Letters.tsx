'use client';

import { useState } from 'react';
import type { DeskCase } from '@/collections/Applications/desk-case';
import styles from './CasePanel.module.css';
import { put, type Words } from './panel-words';
import { useCaseAddress } from './use-desk-case';

type Props = { id: number | string; desk: DeskCase; words: Words };

const FORMATS = ['docx', 'pdf'] as const;

/** The letters that went out, to be read here or taken as files. */
export function Letters({ id, desk, words }: Props) {
  const { panel } = words.desk;
  return (
    <section aria-label={panel.letters} className={styles.part}>
      <h3 className={styles.heading}>{panel.letters}</h3>
      {desk.letters.length === 0 && <p className={styles.hint}>{panel.noLetters}</p>}
      <ul className={styles.list}>
        {desk.letters.map((letter, i) => (
          <Letter
            key={`${letter.kind}${letter.step}${i}`}
            id={id}
            n={i + 1}
            letter={letter}
            words={words}
          />
        ))}
      </ul>
    </section>
  );
}

type LetterProps = {
  id: number | string;
  n: number;
  letter: DeskCase['letters'][number];
  words: Words;
};

function Letter({ id, n, letter, words }: LetterProps) {
  const { panel } = words.desk;
  const { base } = useCaseAddress(id);
  const [text, setText] = useState<string | null>(null);
  const [failure, setFailure] = useState('');
  const name = words.cases.letters[letter.kind];
  const title = [name, letter.number].filter(Boolean).join(' ');

  async function toggle() {
    if (text !== null) return setText(null);
    const response = await fetch(`${base}/letters/${n}?format=txt`, {
      credentials: 'include',
      headers: { 'Accept-Language': words.locale },
    }).catch(() => null);
    if (response?.ok) {
      setFailure('');
      return setText((await response.text()).replace(/^\uFEFF/, ''));
    }
    const answer = await response?.json().catch(() => null);
    setFailure(answer?.errors?.[0]?.message ?? panel.offline);
  }

  return (
    <li>
      <strong>{title}</strong>
      {letter.isSuperseded && <span className={styles.tag}>{panel.superseded}</span>}
      {letter.isLate && <span className={styles.tag}>{panel.lateEntry}</span>}
      <br />
      <span className={styles.note}>
        {put(panel.letterLine, {
          day: words.day(letter.on),
          to: words.cases.recipients[letter.to],
        })}
      </span>
      {letter.isKept ? (
        <p className={styles.links}>
          <button
            type="button"
            className={styles.plain}
            aria-expanded={text !== null}
            onClick={() => void toggle()}
          >
            {put(text === null ? panel.openLetter : panel.closeLetter, { letter: title })}
          </button>
          {FORMATS.map((format) => (
            <a key={format} href={`${base}/letters/${n}?format=${format}`} download>
              {put(panel.download, { letter: title, format: format.toUpperCase() })}
            </a>
          ))}
        </p>
      ) : (
        <p className={styles.note}>{panel.erased}</p>
      )}
      <div aria-live="polite">
        {failure && <p className={styles.problem}>{failure}</p>}
        {text !== null && (
          <pre tabIndex={0} className={styles.letter}>
            {text}
          </pre>
        )}
      </div>
    </li>
  );
}
