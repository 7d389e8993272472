'use client';

import { useField, useFormInitializing } from '@payloadcms/ui';
import { useEffect, useRef } from 'react';
import { channels } from '@/domain/applications/clock';
import styles from './CasePanel.module.css';
import type { Words } from './panel-words';

/** Above the form in which the office writes down what came in. */
export function Intake({ words }: { words: Words }) {
  const { intake, panel } = words.desk;
  return (
    <section className={styles.panel} aria-label={intake.heading}>
      <h2 className={styles.status}>{intake.heading}</h2>
      <p className={styles.hint}>{panel.createFirst}</p>
      <ReceiptRule words={words} />
    </section>
  );
}

/** From which day the period counts, for the channel that is chosen (条例第三十一条). */
function ReceiptRule({ words }: { words: Words }) {
  const { value, setValue } = useField<string>({ path: 'channel' });
  const isInitializing = useFormInitializing();
  const isBegun = useRef(false);
  useEffect(() => {
    if (isInitializing) return;
    // What comes through the site registers itself: whoever writes one down mostly has a visitor.
    if (isBegun.current || value !== 'internet') return;
    isBegun.current = true;
    setValue('in-person', true);
  }, [isInitializing, setValue, value]);
  const channel = channels.find((code) => code === value);
  return (
    <p className={styles.rule} role="status">
      {channel ? words.desk.intake.rules[channel] : ''}
    </p>
  );
}
