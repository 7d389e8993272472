'use client';

import { useId } from 'react';
import type { CellAddress } from '@/domain/annual-reports/fill';
import { LONGEST_WHY, type HandChange } from '@/domain/annual-reports/hand-changes';
import lists from './Lists.module.css';
import styles from './ReportTables.module.css';
import { put, type TableWords } from './table-words';

type Props = {
  difference: HandChange;
  /** As it is being typed. */
  why: string;
  name: string;
  isReadOnly: boolean;
  words: TableWords;
  onWhy: (cell: CellAddress, why: string) => void;
};

/** Why a figure is another than the portal counted; who said so, once it is kept. */
export function Why({ difference, why, name, isReadOnly, words, onWhy }: Props) {
  const id = useId();
  const { byName, at } = difference;
  const said = words.why;
  const isGiven = difference.why !== '';
  const signature =
    isGiven && byName
      ? put(said.kept, { name: byName, time: words.time(at) })
      : isGiven
        ? said.unsaved
        : said.missing;
  return (
    <div className={lists.why}>
      {isReadOnly ? (
        <p className={lists.given}>{why}</p>
      ) : (
        <>
          <label htmlFor={id} className={styles.hidden}>
            {put(said.labelOf, { cell: name })}
          </label>
          <input
            id={id}
            type="text"
            className={lists.field}
            placeholder={said.placeholder}
            maxLength={LONGEST_WHY}
            value={why}
            onChange={(event) => onWhy(difference, event.target.value)}
            onKeyDown={(event) => {
              // Enter would send the whole form.
              if (event.key === 'Enter') event.preventDefault();
            }}
          />
        </>
      )}
      <small data-missing={!isGiven || undefined}>{signature}</small>
    </div>
  );
}
