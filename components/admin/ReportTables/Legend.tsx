'use client';

import styles from './FigureCell.module.css';
import type { TableWords } from './table-words';

const MARKS = ['computed', 'changed', 'hard', 'soft'] as const;

/** What the marks in the cells mean: each a shape, so that nobody has to tell colours apart. */
export function Legend({ words }: { words: TableWords }) {
  return (
    <ul className={styles.legend} aria-label={words.legend.heading}>
      {MARKS.map((mark) => (
        <li key={mark}>
          <span className={styles.swatch} data-mark={mark} aria-hidden="true" />
          {words.legend[mark]}
        </li>
      ))}
    </ul>
  );
}
