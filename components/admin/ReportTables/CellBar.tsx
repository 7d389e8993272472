'use client';

import type { Ref } from 'react';
import type { WordedFinding } from '@/domain/annual-reports/describe';
import type { CellAddress } from '@/domain/annual-reports/fill';
import type { HandChange } from '@/domain/annual-reports/hand-changes';
import type { Figure } from '@/domain/annual-reports/tables';
import own from './CellBar.module.css';
import { tallyOf, verdictOf } from './marks';
import styles from './ReportTables.module.css';
import { put, type CellName, type TableWords } from './table-words';
import { Why } from './Why';

export type CellFacts = {
  address: CellAddress;
  name: CellName;
  figure: Figure;
  computed: Figure;
  isCompiled: boolean;
  difference: HandChange | null;
  why: string;
  /** What was written and not kept, and what was made of what was. */
  note: string | null;
  findings: { kind: 'hard' | 'soft'; text: string }[];
};

type Props = {
  facts: CellFacts | null;
  isReadOnly: boolean;
  words: TableWords;
  ref: Ref<HTMLElement>;
  onWhy: (cell: CellAddress, why: string) => void;
  onRestore: (cell: CellAddress) => void;
  onRecords: (cell: CellAddress) => void;
  onBack: (cell: CellAddress) => void;
  /** Null before the first check. */
  findings: readonly WordedFinding[] | null;
  onResults: () => void;
};

/** What is known of the cell that somebody is in, always in sight: as the line over a spreadsheet. */
export function CellBar({
  facts,
  isReadOnly,
  words,
  ref,
  onWhy,
  onRestore,
  onRecords,
  onBack,
  findings,
  onResults,
}: Props) {
  const { bar } = words;
  return (
    <section
      ref={ref}
      className={own.bar}
      aria-label={bar.label}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !facts) return;
        event.preventDefault();
        onBack(facts.address);
      }}
    >
      {facts ? (
        <div className={own.facts}>
          <p className={own.cellName}>{facts.name.short}</p>
          <div className={own.values}>
            <span className={own.origin}>{originOf(facts, words)}</span>
            {facts.computed !== null && (
              <button
                type="button"
                className={styles.plain}
                onClick={() => onRecords(facts.address)}
              >
                {bar.records}
              </button>
            )}
            {facts.difference && !isReadOnly && (
              <button
                type="button"
                className={styles.plain}
                onClick={() => onRestore(facts.address)}
              >
                {bar.restore}
              </button>
            )}
          </div>
          {facts.difference && (
            <Why
              difference={facts.difference}
              why={facts.why}
              name={facts.name.short}
              isReadOnly={isReadOnly}
              words={words}
              onWhy={onWhy}
            />
          )}
          {facts.note && (
            <p className={`${styles.problem} ${own.note}`} role="status">
              {facts.note}
            </p>
          )}
          {facts.findings.map(({ kind, text }) => (
            <p key={text} className={own.barFinding} data-kind={kind}>
              <b>{words.findings[kind]}</b> {text}
            </p>
          ))}
        </div>
      ) : (
        <p className={`${styles.hint} ${own.none}`}>{bar.none}</p>
      )}
      {findings && (
        <button
          type="button"
          className={own.tallyButton}
          data-state={verdictOf(findings)}
          onClick={onResults}
        >
          {put(bar.verdicts[verdictOf(findings)], tallyOf(findings))}
        </button>
      )}
    </section>
  );
}

function originOf({ figure, computed, isCompiled }: CellFacts, words: TableWords): string {
  const { bar } = words;
  if (!isCompiled) return bar.notCompiled;
  if (computed === null) return bar.hand;
  if (computed === figure) return put(bar.same, { figure: words.figure(computed) });
  return [
    put(bar.system, { figure: words.figure(computed) }),
    put(bar.entered, { figure: words.figure(figure) }),
  ].join(' · ');
}
