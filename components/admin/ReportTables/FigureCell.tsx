'use client';

import { memo, useId, useLayoutEffect, useRef, useState, type ClipboardEvent } from 'react';
import type { CellAddress } from '@/domain/annual-reports/fill';
import { plainFigure } from '@/domain/annual-reports/report-paper';
import { cellKey } from '@/domain/annual-reports/roll-up';
import type { Figure } from '@/domain/annual-reports/tables';
import { directionOf, type Direction } from './movement';
import styles from './FigureCell.module.css';
import { put, withSeparators, type TableWords } from './table-words';

/** What a cell asks of the editor around it; the same functions at every rendering. */
export type CellActions = {
  /** The cell is being written in or looked at. */
  enter: (cell: CellAddress) => void;
  /** As somebody types; what can't be read is not kept, and said only on leaving. */
  type: (cell: CellAddress, text: string) => void;
  leave: (cell: CellAddress, text: string) => void;
  restore: (cell: CellAddress, figure: Figure) => void;
  /** Whether the text was taken as a block of cells. */
  paste: (cell: CellAddress, text: string) => boolean;
  move: (cell: CellAddress, direction: Direction) => void;
  /** Goes to what is known of the cell: its records, the reason for a change. */
  open: (cell: CellAddress) => void;
};

export type FigureCellProps = {
  address: CellAddress;
  name: string;
  figure: Figure;
  /** What the portal counted; null where it can't count. */
  computed: Figure;
  /** What a total's parts add up to; undefined for other cells and while a part is blank. */
  sum: number | undefined;
  mark: 'hard' | 'soft' | null;
  isInvolved: boolean;
  /** What was written and can't be read. */
  unread: string | undefined;
  isReadOnly: boolean;
  actions: CellActions;
  words: TableWords;
};

/** One figure of the printed table, written in as in a spreadsheet. */
export const FigureCell = memo(function FigureCell({
  address,
  name,
  figure,
  computed,
  sum,
  mark,
  isInvolved,
  unread,
  isReadOnly,
  actions,
  words,
}: FigureCellProps) {
  const input = useRef<HTMLInputElement>(null);
  const before = useRef<Figure>(null);
  const noteId = useId();
  // What is being typed; null while nobody writes here.
  const [draft, setDraft] = useState<string | null>(null);
  const [isInside, setIsInside] = useState(false);
  // Plain digits while the cell is written in: a digit added to “1,234” would make no figure.
  useLayoutEffect(() => {
    if (isInside) input.current?.select();
  }, [isInside]);

  const isChanged = computed !== null && computed !== figure;
  const shown =
    unread ?? (figure === null ? '' : isInside ? plainFigure(figure) : withSeparators(figure));
  const notes = [
    ...(isChanged ? [put(words.cell.isChanged, { figure: words.figure(computed) })] : []),
    ...(computed !== null && !isChanged ? [words.cell.isComputed] : []),
    ...(mark ? [words.cell[mark]] : []),
    ...(unread !== undefined ? [words.legend.unread] : []),
  ];
  const key = cellKey(address);

  function leave() {
    setIsInside(false);
    if (draft !== null) actions.leave(address, draft);
    setDraft(null);
  }

  function paste(event: ClipboardEvent<HTMLInputElement>) {
    if (isReadOnly) return;
    if (!actions.paste(address, event.clipboardData.getData('text/plain'))) return;
    event.preventDefault();
    setDraft(null);
  }

  return (
    <div
      className={styles.cell}
      data-computed={(computed !== null && !isChanged) || undefined}
      data-changed={isChanged || undefined}
      data-mark={mark ?? undefined}
      data-involved={isInvolved || undefined}
      data-unread={unread !== undefined || undefined}
    >
      <input
        ref={input}
        id={`report-cell-${key}`}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        className={styles.input}
        aria-label={name}
        aria-invalid={mark === 'hard' || unread !== undefined || undefined}
        aria-describedby={notes.length > 0 ? noteId : undefined}
        readOnly={isReadOnly}
        value={draft ?? shown}
        onMouseDown={(event) => {
          // Else the caret that the browser puts there takes the selection away again.
          if (isInside) return;
          event.preventDefault();
          event.currentTarget.focus();
        }}
        onFocus={() => {
          before.current = figure;
          setIsInside(true);
          actions.enter(address);
        }}
        onBlur={leave}
        onPaste={paste}
        onChange={(event) => {
          setDraft(event.target.value);
          actions.type(address, event.target.value);
        }}
        onKeyDown={(event) => {
          // While a Chinese input method composes, its keys are its own.
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'ArrowDown' && event.altKey) {
            event.preventDefault();
            return actions.open(address);
          }
          if (event.key === 'Escape' && draft !== null) {
            event.preventDefault();
            setDraft(null);
            return actions.restore(address, before.current);
          }
          const { selectionStart, selectionEnd, value } = event.currentTarget;
          const direction = directionOf(event, {
            start: selectionStart ?? 0,
            end: selectionEnd ?? 0,
            length: value.length,
          });
          if (!direction) return;
          event.preventDefault();
          actions.move(address, direction);
        }}
      />
      {(isChanged || sum !== undefined) && (
        <span className={styles.under} aria-hidden="true">
          {isChanged && put(words.cell.computed, { figure: words.figure(computed) })}
          {isChanged && sum !== undefined && <br />}
          {sum !== undefined && put(words.sums.shown, { sum: withSeparators(sum) })}
        </span>
      )}
      {notes.length > 0 && (
        <span id={noteId} className={styles.hidden}>
          {notes.join(words.isEnglish ? '; ' : '；')}
        </span>
      )}
    </div>
  );
});
