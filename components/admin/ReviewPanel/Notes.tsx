'use client';

import { formatDate } from '@/components/DateText/format-date';
import type { ReviewFacts } from '@/fields/review/review-facts';
import { timeIn, type Words } from './panel-words';
import styles from './ReviewPanel.module.css';

/** What is still asked of the text, and what goes out with it. */
export function Notes({
  facts,
  releaseAt,
  language,
  words,
}: {
  facts: ReviewFacts;
  releaseAt?: string | null;
  language: string;
  words: Words;
}) {
  const { panel } = words;
  const { duties, together, isMissed } = facts;
  const time = releaseAt ? timeIn(language, releaseAt) : '';
  return (
    <>
      {facts.isBesidePublic && <p className={styles.hint}>{panel.publicBeside}</p>}
      {releaseAt && (
        <p className={isMissed ? styles.late : styles.hint}>
          {(isMissed ? panel.missed : panel.scheduledFor).replace('{time}', time)}
        </p>
      )}
      {duties && <Deadline duties={duties} language={language} words={words} />}
      {duties?.lacksInterpretation && <p className={styles.late}>{panel.lacksInterpretation}</p>}
      {together.length > 0 && (
        <>
          <h4 className={styles.subheading}>{panel.together}</h4>
          <p className={styles.hint}>{panel.togetherHint}</p>
          <ul className={styles.together}>
            {together.map(({ href, title, isApproved, goesSeparately }) => (
              <li key={href}>
                <a href={href}>{title}</a>{' '}
                <span>
                  {goesSeparately ? panel.separately : isApproved ? panel.ready : panel.notReady}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Deadline({
  duties: { deadline, published },
  language,
  words: { panel },
}: {
  duties: NonNullable<ReviewFacts['duties']>;
  language: string;
  words: Words;
}) {
  if (published) {
    const words = published.isLate ? panel.publishedLate : panel.publishedIn;
    const text = words.replace('{days}', String(published.workdays));
    return <p className={published.isLate ? styles.late : styles.hint}>{text}</p>;
  }
  if (!deadline) return null;
  const words = deadline.isOverdue
    ? panel.deadlineOverdue
    : deadline.left > 0
      ? panel.deadlineLeft
      : panel.deadlineToday;
  return (
    <p className={deadline.isOverdue ? styles.late : styles.hint}>
      {words
        .replace('{date}', formatDate(deadline.due, language === 'en' ? 'en' : 'zh-CN'))
        .replace('{days}', String(Math.abs(deadline.left)))}
      {deadline.provisional && ` ${panel.provisional}`}
    </p>
  );
}
