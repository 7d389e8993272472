'use client';

import styles from '@/components/admin/CasePanel/CasePanel.module.css';
import { formatMoment } from '@/components/DateText/format-moment';
import type { LetterDesk } from '@/collections/Letters/desk-letter';
import type { LetterStep } from '@/domain/letters/history';
import { statusName, type LetterWords } from './letter-words';

type Props = { id: number | string; desk: LetterDesk; words: LetterWords };

/** What was done to a letter, by whom and why, the newest first, and what belongs to it. */
export function LetterRecord({ id: letter, desk, words }: Props) {
  const { said, locale } = words;
  return (
    <>
      {(desk.files.length > 0 || desk.query) && (
        <section className={styles.part} aria-label={said.panel.files}>
          <h3 className={styles.heading}>{said.panel.files}</h3>
          <ul className={styles.list}>
            {desk.files.map(({ id, title }) => (
              <li key={id}>
                <a href={`/admin/collections/case-files/${id}`}>{title}</a>
              </li>
            ))}
          </ul>
          {desk.query && (
            <p className={styles.links}>
              <a href={`/admin/collections/case-files/create?letter=${letter}`}>
                {said.panel.addFile}
              </a>
            </p>
          )}
        </section>
      )}
      {desk.page && /^\/(?![/\\])/.test(desk.page) && (
        <p>
          {said.panel.page}{' '}
          <a href={desk.page} target="_blank" rel="noreferrer">
            {desk.page}
          </a>
        </p>
      )}
      {desk.application && (
        <p>
          {said.panel.linked}{' '}
          <a href={`/admin/collections/applications/${desk.application}`}>{said.panel.open}</a>
        </p>
      )}
      <details className={styles.part} open>
        <summary>{said.panel.history}</summary>
        <ol className={styles.list} reversed>
          {desk.history.toReversed().map((step) => (
            <li key={step.at}>
              <time dateTime={step.at}>{formatMoment(step.at, locale)}</time>{' '}
              {step.by ?? said.roles[step.role]} · {said.actions[step.action]}
              <span className={styles.tag}>{statusName(step.status, locale)}</span>
              {step.agency && <span className={styles.quote}>{step.agency}</span>}
              {reasonOf(step, words) && (
                <span className={styles.quote}>{reasonOf(step, words)}</span>
              )}
              {step.told && <span className={styles.quote}>{step.told}</span>}
            </li>
          ))}
        </ol>
      </details>
    </>
  );
}

function reasonOf({ action, reason }: LetterStep, { said }: LetterWords): string {
  if (!reason) return '';
  const named: Record<string, string> =
    action === 'redirect' ? said.channels : action === 'discard' ? said.discards : {};
  return named[reason] ?? reason;
}
