'use client';

import { useFormFields } from '@payloadcms/ui';
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
  const chosen = useFormFields(([fields]) => fields.channel?.value);
  const channel = channels.find((code) => code === chosen);
  return (
    <p className={styles.rule} role="status">
      {channel ? words.desk.intake.rules[channel] : ''}
    </p>
  );
}
