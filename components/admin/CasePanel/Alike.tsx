'use client';

import { useConfig } from '@payloadcms/ui';
import type { DeskCase } from '@/collections/Applications/desk-case';
import styles from './CasePanel.module.css';
import { put, type Words } from './panel-words';

type Props = { id: number | string; alike: DeskCase['alike']; words: Words };

/** That several people ask for the same, and where their cases are. */
export function Alike({ id, alike, words }: Props) {
  const { config } = useConfig();
  if (!alike) return null;
  const { heading, lead, this: here } = words.desk.alike;
  return (
    <section aria-label={heading} className={styles.part}>
      <h3 className={styles.heading}>{heading}</h3>
      <p>{put(lead, { count: alike.applicants })}</p>
      <ul className={styles.list}>
        {alike.cases.map((each) => (
          <li key={each.id}>
            {String(each.id) === String(id) ? (
              `${each.receiptNumber} ${here}`
            ) : (
              <a href={`${config.routes.admin}/collections/applications/${each.id}`}>
                {each.receiptNumber} {each.title}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
