'use client';

import type { RefObject } from 'react';
import type { DeskCase } from '@/collections/Applications/desk-case';
import { waitWords } from '@/components/admin/ApplicationsDesk/wait-words';
import { isOpen, officeSteps } from '@/domain/applications/statuses';
import styles from './CasePanel.module.css';
import { put, type Words } from './panel-words';

type Props = {
  desk: DeskCase;
  words: Words;
  headingRef: RefObject<HTMLHeadingElement | null>;
};

/** Where the case stands, when the reply is due and why, and in which of the county's three steps it is. */
export function Standing({ desk, words, headingRef }: Props) {
  const { panel } = words.desk;
  const isLate = desk.daysLeft !== null && desk.daysLeft < 0;
  return (
    <>
      <h2 ref={headingRef} tabIndex={-1} className={styles.status}>
        {words.statuses[desk.status]}
      </h2>
      <p className={styles.due} data-late={isLate || undefined}>
        {dueLine(desk, words)}
      </p>
      {desk.wait && (
        <p className={styles.hint} data-late={desk.wait.isLate || undefined}>
          {waitWords(desk.wait, words.desk, words.day)}
        </p>
      )}
      {desk.latest && (
        <p className={styles.hint}>{put(panel.latest, { day: words.day(desk.latest) })}</p>
      )}
      {desk.supplementBy && (
        <p className={styles.hint}>
          {put(panel.supplementBy, { day: words.day(desk.supplementBy) })}
        </p>
      )}
      <details className={styles.why}>
        <summary>{panel.why}</summary>
        <ol>
          {desk.sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ol>
      </details>
      <ol className={styles.steps} aria-label={panel.steps}>
        {officeSteps.map((step, i) => {
          const now = desk.step === null ? officeSteps.length : officeSteps.indexOf(desk.step);
          const state = i < now ? 'done' : i === now ? 'now' : 'next';
          const said = { done: panel.stepDone, now: panel.stepNow, next: panel.stepNext }[state];
          return (
            <li key={step} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
              {words.cases.steps[step]} <span>{said}</span>
            </li>
          );
        })}
      </ol>
    </>
  );
}

function dueLine(desk: DeskCase, words: Words): string {
  const { due, daysLeft, stopped, isProvisional } = desk;
  const { panel } = words.desk;
  if (desk.closed) return overLine(desk, words);
  if (!due) {
    return stopped ? put(panel.stopped, { why: words.clock.stopped[stopped] }) : panel.dueNone;
  }
  const parts = [put(panel.due, { day: words.day(due) })];
  if (daysLeft !== null) {
    const pattern = daysLeft < 0 ? panel.late : daysLeft === 0 ? panel.leftToday : panel.left;
    parts.push(put(pattern, { days: Math.abs(daysLeft) }));
  }
  if (isProvisional) parts.push(panel.provisional);
  return parts.join(' · ');
}

/** Of a case that is over nothing is owed any more. */
function overLine({ closed, due, status }: DeskCase, words: Words): string {
  const { panel } = words.desk;
  if (closed === 'withdrawn') return panel.overWithdrawn;
  if (status === 'lapsed') return panel.overLapsed;
  if (!due) return panel.overUndated;
  return put(isOpen(status) ? panel.overCorrected : panel.overReplied, { day: words.day(due) });
}
