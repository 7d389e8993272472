'use client';

import { useState } from 'react';
import type { DeskCase } from '@/collections/Applications/desk-case';
import en from '@/messages/en/caseStatistics.json';
import zh from '@/messages/zh-CN/caseStatistics.json';
import styles from './CasePanel.module.css';
import type { Words } from './panel-words';
import { useCaseAddress } from './use-desk-case';

type Props = { id: number | string; desk: DeskCase; words: Words };

/** From an answered case to a text for everybody, without whoever asked (§44). */
export function PublishDraft({ id, desk, words }: Props) {
  const said = (words.locale === 'en' ? en : zh).answers;
  const { ask } = useCaseAddress(id);
  const [made, setMade] = useState<{ address: string; title: string; made: boolean } | null>(null);
  const [problem, setProblem] = useState('');
  const isAnswered = ['answered', 'delivered', 'archived'].includes(desk.status);
  if (!desk.isOfficer || !isAnswered || !desk.start.reply.decision) return null;

  async function make() {
    const answer = await ask<{ address: string; title: string; made: boolean }>(
      '/publish-draft',
      {},
    );
    if (!answer.ok) return setProblem(answer.reason ?? words.desk.panel.offline);
    setProblem('');
    setMade(answer.body);
  }

  return (
    <section aria-label={said.heading} className={styles.part}>
      <h3 className={styles.heading}>{said.heading}</h3>
      <p className={styles.hint}>{said.why}</p>
      <button type="button" className={styles.secondary} onClick={() => void make()}>
        {said.make}
      </button>
      <div role="alert">{problem && <p className={styles.problem}>{problem}</p>}</div>
      <p role="status">
        {made && (
          <>
            {made.made ? said.made : said.known} <a href={made.address}>{made.title}</a>
          </>
        )}
      </p>
    </section>
  );
}
