import type { Preview, SourceBlock, SourceCell } from '@/transfer/import/annual-report/preview';
import type { Marked } from './Comparison';
import { put, type ImportWords } from './import-words';
import styles from './ReportImport.module.css';

type Props = {
  report: Preview;
  marked: Marked;
  words: ImportWords;
  onMark: (at: string) => void;
  onGo: (at: string) => void;
};

/** The text and the tables of the file, as text: nothing of the file is run, styled or fetched. */
export function SourceView({ report, marked, words, onMark, onGo }: Props) {
  const linked = new Set(Object.values(report.cells).flatMap(({ at }) => (at ? [at] : [])));
  if (report.source.length === 0) return <p className={styles.hint}>{words.noSource}</p>;
  return (
    <>
      <p className={styles.hint}>{words.sourceHint}</p>
      {report.source.map((block, i) => {
        if (block.kind === 'line') {
          return (
            <p
              key={i}
              className={styles.line}
              data-key={block.at}
              tabIndex={-1}
              data-marked={marked.at === block.at || undefined}
            >
              {block.text}
            </p>
          );
        }
        return (
          <SourceTable
            key={i}
            block={block}
            name={
              block.name
                ? put(words.sourceSheet, { name: block.name })
                : put(words.sourceTable, { number: tableNumber(report.source, i) })
            }
            linked={linked}
            at={marked.at}
            onMark={onMark}
            onGo={onGo}
          />
        );
      })}
      {report.isCut && <p className={styles.hint}>{words.cut}</p>}
    </>
  );
}

/** Tables are counted as the findings count them. */
const tableNumber = (blocks: readonly SourceBlock[], index: number): number =>
  blocks.slice(0, index + 1).filter(({ kind }) => kind === 'table').length;

type TableProps = {
  block: Extract<SourceBlock, { kind: 'table' }>;
  name: string;
  linked: ReadonlySet<string>;
  at?: string;
  onMark: (at: string) => void;
  onGo: (at: string) => void;
};

function SourceTable({ block, name, linked, at, onMark, onGo }: TableProps) {
  const places = block.rows.flat().filter((cell) => linked.has(cell.at));
  const stop = places.some((cell) => cell.at === at) ? at : places[0]?.at;

  const move = (event: React.KeyboardEvent<HTMLButtonElement>, cell: SourceCell) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      onGo(cell.at);
    }
    const next = nextPlace(block.rows, linked, cell, event.key);
    if (!next) return;
    event.preventDefault();
    const table = event.currentTarget.closest('table');
    table?.querySelector<HTMLElement>(`[data-key="${CSS.escape(next.at)}"]`)?.focus();
  };

  return (
    <div className={styles.scroll} role="region" aria-label={name}>
      <table className={styles.sourceTable}>
        <caption>{name}</caption>
        <tbody>
          {block.rows.map((row, r) => (
            <tr key={r}>
              {row.map((cell, c) => (
                <td
                  key={c}
                  {...(cell.colSpan > 1 && { colSpan: cell.colSpan })}
                  {...(cell.rowSpan > 1 && { rowSpan: cell.rowSpan })}
                >
                  {linked.has(cell.at) ? (
                    <button
                      type="button"
                      className={styles.cell}
                      data-key={cell.at}
                      data-marked={at === cell.at || undefined}
                      tabIndex={stop === cell.at ? 0 : -1}
                      aria-label={cell.text.trim() === '' ? '□' : undefined}
                      onFocus={() => onMark(cell.at)}
                      onClick={() => onMark(cell.at)}
                      onKeyDown={(event) => move(event, cell)}
                    >
                      {cell.text}
                    </button>
                  ) : (
                    <span
                      className={styles.words}
                      data-key={cell.at}
                      tabIndex={-1}
                      data-marked={at === cell.at || undefined}
                    >
                      {cell.text}
                    </span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The place that an arrow leads to: beside in the row, or as far along in the next row that has any. */
function nextPlace(
  rows: readonly SourceCell[][],
  linked: ReadonlySet<string>,
  from: SourceCell,
  key: string,
): SourceCell | undefined {
  const own = rows
    .map((row) => row.filter(({ at }) => linked.has(at)))
    .filter((row) => row.length > 0);
  const r = own.findIndex((row) => row.includes(from));
  const c = own[r]?.indexOf(from) ?? -1;
  switch (key) {
    case 'ArrowLeft':
      return own[r]?.[c - 1];
    case 'ArrowRight':
      return own[r]?.[c + 1];
    case 'ArrowUp':
      return own[r - 1]?.[Math.min(c, (own[r - 1]?.length ?? 1) - 1)];
    case 'ArrowDown':
      return own[r + 1]?.[Math.min(c, (own[r + 1]?.length ?? 1) - 1)];
    default:
      return undefined;
  }
}
