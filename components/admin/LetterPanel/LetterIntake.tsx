'use client';

import { useField, useFormInitializing } from '@payloadcms/ui';
import { useEffect, useRef } from 'react';
import styles from '@/components/admin/CasePanel/CasePanel.module.css';
import { LETTER_CHANNELS } from '@/domain/letters/codes';
import { dayOf } from '@/domain/workdays/days';
import type { LetterWords } from './letter-words';

/** Above the form in which the office writes down a letter that did not come through the site. */
export function LetterIntake({ words }: { words: LetterWords }) {
  const { intake } = words.said;
  return (
    <section className={styles.panel} aria-label={intake.heading}>
      <h2 className={styles.status}>{intake.heading}</h2>
      <p className={styles.hint}>{intake.lead}</p>
      <ReceiptRule words={words} />
    </section>
  );
}

/** Which day is the day of receipt, for the channel that is chosen. */
function ReceiptRule({ words }: { words: LetterWords }) {
  const { value, setValue } = useField<string>({ path: 'channel' });
  const { value: receivedOn, setValue: setReceivedOn } = useField<string>({ path: 'receivedOn' });
  const isInitializing = useFormInitializing();
  const isBegun = useRef(false);
  useEffect(() => {
    if (isInitializing || isBegun.current) return;
    isBegun.current = true;
    // What comes through the site registers itself; most others are calls of today.
    if (value === 'internet') setValue('phone', true);
    if (!receivedOn) setReceivedOn(`${dayOf(new Date())}T12:00:00.000Z`, true);
  }, [isInitializing, receivedOn, setReceivedOn, setValue, value]);
  const channel = LETTER_CHANNELS.find(({ code }) => code === value)?.code;
  return (
    <p className={styles.rule} role="status">
      {channel ? words.said.intake.rules[channel] : ''}
    </p>
  );
}
