'use client';

import type { CellAddress } from '@/domain/annual-reports/fill';
import { cellKey } from '@/domain/annual-reports/roll-up';
import styles from './ReportTables.module.css';
import { put, type CellName, type TableWords } from './table-words';
import type { Change, useCompile } from './use-compile';
import type { ReportForm } from './use-report-form';

type Props = {
  form: ReportForm;
  compiling: ReturnType<typeof useCompile>;
  isWide: boolean;
  names: ReadonlyMap<string, CellName>;
  words: TableWords;
  onWide: () => void;
  onSum: () => void;
  onJump: (cells: readonly CellAddress[]) => void;
};

/** Over the tables: to have them compiled, to have totals worked out, and what the last compiling changed. */
export function TableTools({
  form,
  compiling,
  isWide,
  names,
  words,
  onWide,
  onSum,
  onJump,
}: Props) {
  const { id, compiled, isReadOnly } = form;
  const { outcome, compile, isRunning } = compiling;
  const said = words.compile;
  const onCompile = () => {
    if (!form.isPublished || window.confirm(said.besidePublic)) compile();
  };
  const published = compiled?.facts?.publishedItems;
  return (
    <>
      <div className={styles.tools}>
        {!isReadOnly && (
          <>
            <button
              type="button"
              className={styles.primary}
              disabled={!id || isRunning}
              onClick={onCompile}
            >
              {isRunning ? said.running : compiled ? said.again : said.button}
            </button>
            <button
              type="button"
              className={styles.secondary}
              title={words.sums.hint}
              onClick={onSum}
            >
              {words.sums.button}
            </button>
          </>
        )}
        <button
          type="button"
          className={`${styles.secondary} ${styles.onlyWide}`}
          aria-pressed={isWide}
          onClick={onWide}
        >
          {isWide ? words.wide.off : words.wide.on}
        </button>
      </div>
      <p className={styles.hint}>
        {!id && !isReadOnly
          ? said.unsaved
          : compiled?.at
            ? [
                put(said.at, { time: words.time(compiled.at) }),
                ...(typeof published === 'number'
                  ? [put(said.published, { count: words.figure(published) })]
                  : []),
              ].join(' · ')
            : said.never}
      </p>
      <div role="status">
        {outcome.state === 'failed' && (
          <p className={styles.problem}>
            {put(said.failed, { reason: outcome.reason ?? words.offline })}
          </p>
        )}
        {outcome.state === 'done' && (
          <p className={styles.said}>
            {outcome.changed.length === 0
              ? said.noChange
              : put(said.changed, { count: outcome.changed.length })}
          </p>
        )}
      </div>
      {outcome.state === 'done' && outcome.changed.length > 0 && (
        <Changed changed={outcome.changed} names={names} words={words} onJump={onJump} />
      )}
    </>
  );
}

function Changed({
  changed,
  names,
  words,
  onJump,
}: {
  changed: readonly Change[];
  names: ReadonlyMap<string, CellName>;
  words: TableWords;
  onJump: (cells: readonly CellAddress[]) => void;
}) {
  return (
    <details className={styles.changed}>
      <summary>{words.compile.list}</summary>
      <ul>
        {changed.map((each) => {
          const key = cellKey(each);
          return (
            <li key={key}>
              <button type="button" className={styles.jump} onClick={() => onJump([each])}>
                {names.get(key)?.short ?? key}
              </button>{' '}
              <span>
                {put(words.compile.change, {
                  before: words.figure(each.before),
                  after: words.figure(each.after),
                })}
              </span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
