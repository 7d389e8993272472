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
  const [made, setMade] = useState<{ address: string; title: string } | null>(null);
  const [problem, setProblem] = useState('');
  if (!desk.canPublish) return null;
  if (!desk.mayPublish) return <p className={styles.hint}>{panel.notAgreed}</p>;

  async function make() {
    const answer = await ask<{ address: string; title: string }>('/publish-draft', {});
    setProblem(answer.ok ? '' : (answer.reason ?? panel.failed));
    if (answer.ok) setMade(answer.body);
  }

  return (
    <section aria-label={panel.publish} className={styles.part}>
      <p className={styles.hint}>{panel.agreed}</p>
      <button type="button" className={styles.secondary} onClick={() => void make()}>
        {panel.publish}
      </button>
      <div role="alert">{problem && <p className={styles.problem}>{problem}</p>}</div>
      <p role="status">
        {made && (
          <>
            {panel.published} <a href={made.address}>{made.title}</a>
          </>
        )}
      </p>
    </section>
  );
}
