'use client';

import type { CellAddress } from '@/domain/annual-reports/fill';
import type { HandChange } from '@/domain/annual-reports/hand-changes';
import { cellKey } from '@/domain/annual-reports/roll-up';
import { whyOf, type FormChange } from './hand-changes';
import lists from './Lists.module.css';
import styles from './ReportTables.module.css';
import type { CellName, TableWords } from './table-words';
import { Why } from './Why';

type Props = {
  differences: readonly HandChange[];
  changes: readonly FormChange[];
  names: ReadonlyMap<string, CellName>;
  isReadOnly: boolean;
  words: TableWords;
  onJump: (cells: readonly CellAddress[]) => void;
  onWhy: (cell: CellAddress, why: string) => void;
  onRestore: (cell: CellAddress) => void;
};

/** All cells that hold another figure than the portal counted: both, and why, by whom and when. */
export function HandChanges({
  differences,
  changes,
  names,
  isReadOnly,
  words,
  onJump,
  onWhy,
  onRestore,
}: Props) {
  const said = words.changes;
  return (
    <section className={lists.part} aria-label={said.heading}>
      <h3 className={lists.heading}>
        {said.heading}
        {differences.length > 0 && <span className={lists.tally}>{differences.length}</span>}
      </h3>
      {differences.length === 0 ? (
        <p className={styles.hint}>{said.none}</p>
      ) : (
        <ul className={lists.list}>
          {differences.map((each) => {
            const key = cellKey(each);
            const name = names.get(key)?.short ?? key;
            return (
              <li key={key} className={lists.difference}>
                <div className={lists.both}>
                  <button type="button" className={styles.jump} onClick={() => onJump([each])}>
                    {name}
                  </button>
                  <dl>
                    <div>
                      <dt>{said.computed}</dt>
                      <dd>{words.figure(each.computed)}</dd>
                    </div>
                    <div>
                      <dt>{said.entered}</dt>
                      <dd>{words.figure(each.entered)}</dd>
                    </div>
                  </dl>
                  {!isReadOnly && (
                    <button type="button" className={styles.plain} onClick={() => onRestore(each)}>
                      {words.bar.restore}
                    </button>
                  )}
                </div>
                <Why
                  difference={each}
                  why={whyOf(changes, each)}
                  name={name}
                  isReadOnly={isReadOnly}
                  words={words}
                  onWhy={onWhy}
                />
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
