'use client';

import { useState } from 'react';
import styles from '@/components/admin/CasePanel/CasePanel.module.css';
import { useCaseAddress } from '@/components/admin/CasePanel/use-desk-case';
import type { LetterDesk } from '@/collections/Letters/desk-letter';
import type { LetterWords } from './letter-words';

type Props = { id: number | string; desk: LetterDesk; words: LetterWords };

/** From an answered letter to a text for everybody, with the writer's consent and without their name. */
export function PublishLetter({ id, desk, words }: Props) {
  const { panel } = words.said;
  const { ask } = useCaseAddress(id, 'letters');
  const [made, setMade] = useState<LetterDesk['published']>(null);
  const [problem, setProblem] = useState('');
  if (!desk.canPublish) return null;
  // That a page was put right, or a record, is nothing to publish.
  if (!desk.mayPublish) {
    return desk.purpose === 'letter' ? <p className={styles.hint}>{panel.notAgreed}</p> : null;
  }
  const known = made ?? desk.published;

  async function make() {
    const answer = await ask<NonNullable<LetterDesk['published']>>('/publish-draft', {});
    setProblem(answer.ok ? '' : (answer.reason ?? panel.failed));
    if (answer.ok) setMade(answer.body);
  }

  return (
    <section aria-label={panel.publish} className={styles.part}>
      {!known && (
        <>
          <p className={styles.hint}>{panel.agreed}</p>
          <button type="button" className={styles.secondary} onClick={() => void make()}>
            {panel.publish}
          </button>
        </>
      )}
      <div role="alert">{problem && <p className={styles.problem}>{problem}</p>}</div>
      <p role="status">
        {known && (
          <>
            {panel.published}{' '}
            {known.address ? <a href={known.address}>{known.title}</a> : known.title}
            <br />
            {panel.goesOn}
          </>
        )}
      </p>
    </section>
  );
}
