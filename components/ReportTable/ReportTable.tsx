import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ScrollRegion } from '../ScrollRegion/ScrollRegion';
import { headId, headsByColumn, headsByRow, rowId } from './table-heads';
import styles from './ReportTable.module.css';

export type HeadCell = {
  text: ReactNode;
  colSpan?: number;
  rowSpan?: number;
  /** A column of words; figures stand at the right. */
  isText?: boolean;
};

export type ReportRow = {
  header: ReactNode;
  /** How deep the row stands below others: 0 for 一、, 1 for （一）, 2 for 1. */
  level?: 0 | 1 | 2;
  /** A total, or the heading of the rows below. */
  strong?: boolean;
  /** Numbers are written with thousands separators; null is a blank cell; anything else stays as it came. */
  cells: ReactNode[];
};

export type ReportTableProps = {
  caption: string;
  /**
   * Names the table within its page. With it every figure names all heads over and beside it, which
   * `scope` can't say of headings in several rows or of rows below others.
   */
  id?: string;
  /** Rows of column headings; the first cell of the first row stands over the row headings. */
  head: HeadCell[][];
  rows: ReportRow[];
  /** Under the table: the unit, the source. */
  note?: ReactNode;
  lang?: string;
  /** Where a heading above says the same; it still names the table for who can't see that. */
  isCaptionHidden?: boolean;
};

/** With more columns than these each gets less room, so that all of them are seen on a desk. */
const MOST_AT_EASE = 10;

/** A table of figures as the annual report prints it; on a phone it scrolls and the row's name stays. */
export function ReportTable({
  caption,
  id,
  head,
  rows,
  note,
  lang,
  isCaptionHidden,
}: ReportTableProps) {
  const t = useTranslations('shell');
  const headIds = headsByColumn(head, id);
  const rowIds = headsByRow(rows, id);
  const [first = [], ...more] = head;
  const isPlain = more.length === 0;
  const columns = first.reduce((sum, { colSpan = 1 }) => sum + colSpan, 0);
  const looks = [styles.table, isPlain && styles.plain, columns > MOST_AT_EASE && styles.dense];
  const isWords = (column: number) => isPlain && first[column]?.isText;
  return (
    <div className={styles.report}>
      <ScrollRegion label={caption}>
        <table className={looks.filter(Boolean).join(' ')} lang={lang}>
          <caption className={isCaptionHidden ? styles.hidden : styles.caption}>
            <span className={styles.captionText}>{caption}</span>
          </caption>
          <thead>
            {head.map((cells, i) => (
              <tr key={i}>
                {cells.map((cell, j) => (
                  <th
                    key={j}
                    id={id && headId(id, i, j)}
                    scope={(cell.colSpan ?? 1) > 1 ? 'colgroup' : 'col'}
                    colSpan={cell.colSpan}
                    rowSpan={cell.rowSpan}
                    className={
                      i === 0 && j === 0 ? styles.corner : cell.isText ? styles.words : undefined
                    }
                  >
                    {cell.text}
                  </th>
                ))}
              </tr>
            ))}
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <tr key={i} className={row.strong ? styles.strong : undefined}>
                <th
                  id={id && rowId(id, i)}
                  scope="row"
                  className={`${styles.row} ${styles[`level${row.level ?? 0}`]}`}
                >
                  {row.header}
                </th>
                {row.cells.map((cell, j) => (
                  <td
                    key={j}
                    className={isWords(j + 1) ? styles.words : undefined}
                    headers={id && [...(rowIds[i] ?? []), ...(headIds[j + 1] ?? [])].join(' ')}
                  >
                    {typeof cell === 'number' ? t('number', { value: cell }) : cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {note && <div className={styles.note}>{note}</div>}
    </div>
  );
}
