'use client';

import { useId, type Ref } from 'react';
import type { WordedFinding } from '@/domain/annual-reports/describe';
import type { CellAddress } from '@/domain/annual-reports/fill';
import { LONGEST_REASON } from '@/domain/annual-reports/reasons';
import { cellKey } from '@/domain/annual-reports/roll-up';
import { cellsInOrder, kindOf, tallyOf, verdictOf } from './marks';
import lists from './Lists.module.css';
import styles from './ReportTables.module.css';
import { put, type CellName, type TableWords } from './table-words';
import type { Findings } from './use-findings';
import type { GivenReason } from './use-report-form';

type Props = {
  findings: Findings;
  isUnsaved: boolean;
  isReadOnly: boolean;
  reasons: readonly GivenReason[];
  savedReasons: readonly GivenReason[];
  names: ReadonlyMap<string, CellName>;
  words: TableWords;
  headingRef: Ref<HTMLHeadingElement>;
  onJump: (cells: readonly CellAddress[]) => void;
  onReason: (finding: string, reason: string) => void;
};

/** What does not add up and what asks for a reason, the former first; each leads to its cells. */
export function FindingList({ findings, isUnsaved, words, headingRef, ...rest }: Props) {
  const { list, state, reason, again } = findings;
  const said = words.findings;
  return (
    <section className={lists.part} aria-label={said.heading}>
      <h3 ref={headingRef} tabIndex={-1} className={lists.heading}>
        {said.heading}
        {state === 'checking' && <span className={lists.checking}>{said.checking}</span>}
      </h3>
      {state === 'failed' && (
        <p className={styles.problem} role="alert">
          {put(said.failed, { reason: reason ?? words.offline })} {list && said.stale}{' '}
          <button type="button" className={styles.plain} onClick={again}>
            {said.again}
          </button>
        </p>
      )}
      {list && (
        <p
          className={lists.verdict}
          data-state={verdictOf(list)}
          data-stale={state === 'failed' || undefined}
          role="status"
        >
          {verdictText(list, words)}
        </p>
      )}
      {list && isUnsaved && <p className={styles.hint}>{said.unsaved}</p>}
      {list && list.length > 0 && (
        <ol className={lists.list}>
          {list.map((finding) => (
            <FindingLine key={finding.key} finding={finding} words={words} {...rest} />
          ))}
        </ol>
      )}
    </section>
  );
}

type LineProps = Omit<Props, 'findings' | 'isUnsaved' | 'headingRef'> & { finding: WordedFinding };

function FindingLine({
  finding,
  isReadOnly,
  reasons,
  savedReasons,
  names,
  words,
  onJump,
  onReason,
}: LineProps) {
  const id = useId();
  const said = words.findings;
  const given = reasons.find((each) => each.finding === finding.key)?.reason ?? '';
  const saved = savedReasons.find((each) => each.finding === finding.key);
  const isKept = given !== '' && saved?.reason === given.trim() && saved.byName && saved.at;
  const asked = kindOf(finding);
  // Before the next check has said so.
  const kind = asked === 'soft' && given !== '' ? 'given' : asked;
  const cells = cellsInOrder(finding);
  const [first] = cells;
  return (
    <li className={lists.finding} data-kind={kind}>
      <p className={lists.findingText}>
        <b className={lists.tag}>{said[kind]}</b>
        <span>{finding.text}</span>
        {first && (
          <button type="button" className={styles.plain} onClick={() => onJump(cells)}>
            {put(said.jump, { cell: names.get(cellKey(first))?.short ?? '' })}
          </button>
        )}
      </p>
      {finding.needsReason ? (
        <div className={lists.why}>
          {isReadOnly ? (
            <p className={lists.given}>{given}</p>
          ) : (
            <>
              <label htmlFor={id} className={styles.hidden}>
                {put(said.reasonOf, { finding: finding.text })}
              </label>
              <input
                id={id}
                type="text"
                className={lists.field}
                placeholder={said.reason}
                maxLength={LONGEST_REASON}
                value={given}
                onChange={(event) => onReason(finding.key, event.target.value)}
                onKeyDown={(event) => {
                  if (event.key === 'Enter') event.preventDefault();
                }}
              />
            </>
          )}
          <small data-missing={!given || undefined}>
            {isKept
              ? put(words.why.kept, { name: saved.byName ?? '', time: words.time(saved.at ?? '') })
              : given
                ? words.why.unsaved
                : said.reasonMissing}
          </small>
        </div>
      ) : (
        <small className={lists.must}>{kind === 'why' ? said.mustWhy : said.must}</small>
      )}
    </li>
  );
}

function verdictText(list: readonly WordedFinding[], words: TableWords): string {
  if (list.length === 0) return words.findings.hold;
  if (verdictOf(list) === 'holds') return put(words.findings.allGiven, { count: list.length });
  return put(words.findings.count, tallyOf(list));
}
