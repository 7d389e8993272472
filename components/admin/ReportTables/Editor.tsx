'use client';

import { useFormModified } from '@payloadcms/ui';
import { useEffect, useMemo, useRef, useState } from 'react';
import { cellsOf, type CellAddress } from '@/domain/annual-reports/fill';
import { gridsOf } from '@/domain/annual-reports/grid';
import { cellKey } from '@/domain/annual-reports/roll-up';
import { figureAt, type LayoutCode, type ReportTables } from '@/domain/annual-reports/tables';
import { layouts } from '@/domain/annual-reports/years';
import { CellBar, type CellFacts } from './CellBar';
import { FigureTable, type CellState } from './FigureTable';
import { FindingList } from './FindingList';
import { computedAt, differences, whyOf, withWhy } from './hand-changes';
import { HandChanges } from './HandChanges';
import { Legend } from './Legend';
import { kindOf, marksOf } from './marks';
import { Records } from './Records';
import styles from './ReportTables.module.css';
import { withSums } from './sums';
import { TableTools } from './TableTools';
import { namesOf, put, type TableWords } from './table-words';
import { inputOf, useCells } from './use-cells';
import { useCompile } from './use-compile';
import { useFindings } from './use-findings';
import type { ReportForm } from './use-report-form';

type Props = {
  form: ReportForm;
  layout: LayoutCode;
  tables: ReportTables;
  words: TableWords;
};

export function Editor({ form, layout, tables, words }: Props) {
  const { id, compiled, handChanges, savedChanges, reasons, foreign, change } = form;
  const grids = useMemo(() => gridsOf(layout), [layout]);
  const names = useMemo(() => namesOf(grids, words), [grids, words]);
  const bar = useRef<HTMLElement>(null);
  const results = useRef<HTMLHeadingElement>(null);
  const isModified = useFormModified();
  const cells = useCells(form, grids, words, bar);
  const findings = useFindings(form);
  const compiling = useCompile(form);
  const [isWide, setIsWide] = useState(false);
  const [recordsOf, setRecordsOf] = useState<CellAddress | null>(null);
  const counted = compiled?.tables ?? null;
  const lost = foreign.filter(({ figure }) => figure !== null);
  const isReadOnly = form.isReadOnly || lost.length > 0;

  // Blank cells of another layout are nothing to keep, and would keep the report from being saved.
  const isOnlyBlank = foreign.length > 0 && lost.length === 0;
  useEffect(() => {
    if (isOnlyBlank && !form.isReadOnly) change({ tables });
  }, [change, form.isReadOnly, isOnlyBlank, tables]);

  const changed = useMemo(
    () => differences(layout, tables, counted, handChanges, savedChanges),
    [layout, tables, counted, handChanges, savedChanges],
  );
  const marks = useMemo(() => marksOf(findings.list ?? []), [findings.list]);
  const state: CellState = {
    tables,
    compiled: counted,
    marks,
    involved: cells.involved,
    unread: cells.unread,
    isReadOnly,
  };

  const onWhy = (cell: CellAddress, why: string) =>
    change({ handChanges: withWhy(form.changesNow(), cell, why) });
  const onRestore = (cell: CellAddress) => {
    cells.actions.restore(cell, computedAt(counted, cell));
    inputOf(cell)?.focus();
  };
  const onReason = (finding: string, reason: string) =>
    change({
      reasons: [
        ...reasons.filter((each) => each.finding !== finding),
        ...(reason === '' ? [] : [{ finding, reason }]),
      ],
    });
  const onSum = () => {
    const summed = withSums(layout, tables);
    const figures = new Map(
      cellsOf(layout).flatMap((cell): [string, number | null][] => {
        const after = figureAt(summed, cell.table, cell.row, cell.column);
        const isSame = figureAt(tables, cell.table, cell.row, cell.column) === after;
        return isSame ? [] : [[cellKey(cell), after]];
      }),
    );
    if (figures.size > 0) cells.setFigures(figures);
    cells.setSaid(
      figures.size > 0 ? put(words.sums.done, { count: figures.size }) : words.sums.none,
    );
  };

  const { active } = cells;
  const facts = active && factsOf(active);
  function factsOf(address: CellAddress): CellFacts {
    const key = cellKey(address);
    return {
      address,
      name: names.get(key) ?? { full: key, short: key },
      figure: figureAt(tables, address.table, address.row, address.column),
      computed: computedAt(counted, address),
      isCompiled: counted !== null,
      difference: changed.find((each) => cellKey(each) === key) ?? null,
      why: whyOf(handChanges, address),
      note: cells.notes.get(key) ?? null,
      findings: (findings.list ?? []).flatMap((finding) => {
        const kind = kindOf(finding);
        // A change without a reason is asked for its reason right here.
        if (kind === 'given' || kind === 'why' || !marks.has(key)) return [];
        const isHere = finding.cells.some((each) => cellKey(each) === key);
        return isHere ? [{ kind, text: finding.text }] : [];
      }),
    };
  }

  // The line about the cell grows with what there is to say: not over the cell itself.
  useEffect(() => {
    const input = active && inputOf(active);
    if (!input || input !== document.activeElement || !bar.current) return;
    const hidden = input.getBoundingClientRect().bottom - bar.current.getBoundingClientRect().top;
    if (hidden > 0) window.scrollBy({ top: hidden + 16 });
  });

  return (
    <section
      className={styles.editor}
      data-report-wide={isWide || undefined}
      aria-label={words.heading}
    >
      <h2 className={styles.title}>{words.heading}</h2>
      <p className={styles.hint}>
        {put(words.layout, { source: layouts[layout].source.number })}
        {words.isEnglish ? '. ' : '。'}
        {words.lead}
      </p>
      {form.lock && <p className={styles.lock}>{words.locks[form.lock]}</p>}
      {lost.length > 0 && (
        <p className={styles.problem} role="alert">
          {put(words.foreign, {
            count: lost.length,
            cells: lost.map(({ row, column, figure }) => `${row}.${column} ${figure}`).join('、'),
          })}{' '}
          {!form.isReadOnly && (
            <button type="button" className={styles.plain} onClick={() => change({ tables })}>
              {words.dropForeign}
            </button>
          )}
        </p>
      )}
      <TableTools
        form={{ ...form, isReadOnly }}
        compiling={compiling}
        isWide={isWide}
        names={names}
        words={words}
        onWide={() => setIsWide(!isWide)}
        onSum={onSum}
        onJump={cells.jump}
      />
      <Legend words={words} />
      <p className={styles.keys}>{words.keys}</p>
      <p className={styles.said} role="status">
        {cells.said}
      </p>
      {grids.map((grid) => (
        <FigureTable
          key={grid.table}
          grid={grid}
          layout={layout}
          state={state}
          names={names}
          actions={cells.actions}
          words={words}
        />
      ))}
      <FindingList
        findings={findings}
        isUnsaved={isModified}
        isReadOnly={isReadOnly}
        reasons={reasons}
        savedReasons={form.savedReasons}
        names={names}
        words={words}
        headingRef={results}
        onJump={cells.jump}
        onReason={onReason}
      />
      {counted && (
        <HandChanges
          differences={changed}
          changes={handChanges}
          names={names}
          isReadOnly={isReadOnly}
          words={words}
          onJump={cells.jump}
          onWhy={onWhy}
          onRestore={onRestore}
        />
      )}
      <CellBar
        ref={bar}
        facts={facts}
        isReadOnly={isReadOnly}
        words={words}
        onWhy={onWhy}
        onRestore={onRestore}
        onRecords={setRecordsOf}
        onBack={(cell) => inputOf(cell)?.focus()}
        findings={findings.list}
        onResults={() => {
          results.current?.focus({ preventScroll: true });
          results.current?.scrollIntoView({ block: 'start' });
        }}
      />
      {recordsOf && id !== undefined && (
        <Records
          id={id}
          cell={recordsOf}
          name={names.get(cellKey(recordsOf))?.short ?? ''}
          entered={figureAt(tables, recordsOf.table, recordsOf.row, recordsOf.column)}
          words={words}
          onClose={() => setRecordsOf(null)}
        />
      )}
    </section>
  );
}
