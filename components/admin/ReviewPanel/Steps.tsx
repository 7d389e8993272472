'use client';

import type { ReviewStep } from '@/domain/review/review';
import type { ReviewFacts } from '@/fields/review/review-facts';
import { timeIn, type Words } from './panel-words';
import styles from './ReviewPanel.module.css';

/** Who did what and when, with what opinion, and over which version of the text. */
export function Steps({
  steps,
  facts,
  versionsHref,
  language,
  words,
}: {
  steps: readonly ReviewStep[];
  facts: ReviewFacts['steps'];
  versionsHref: string;
  language: string;
  words: Words;
}) {
  const { panel } = words;
  if (steps.length === 0) return <p className={styles.hint}>{panel.noSteps}</p>;
  return (
    <ol className={styles.steps}>
      {steps.map((step, i) => {
        const version = facts[i]?.version;
        const files = (step.attachments ?? []).map(({ name }) => name);
        return (
          <li key={`${step.at}${step.action}`}>
            <strong>{words.actions[step.action]}</strong> {step.byName}
            <br />
            <time dateTime={step.at}>{timeIn(language, step.at)}</time>
            {step.opinion && <q>{step.opinion}</q>}
            {files.length > 0 && (
              <span className={styles.note}>
                {panel.stepFiles.replace('{names}', () => files.join('、'))}
              </span>
            )}
            {version && (
              <a className={styles.note} href={`${versionsHref}/${version}`}>
                {panel.version}
              </a>
            )}
            {facts[i]?.isChangedAfter && <span className={styles.note}>{panel.changedAfter}</span>}
          </li>
        );
      })}
    </ol>
  );
}
