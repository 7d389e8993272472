import type { Board } from '@/collections/AnnualReports/board-rows';
import type { BoardFilter } from '@/domain/annual-reports/board';
import type { messages } from '@/messages';
import { boardAddress } from './board-address';
import styles from './ReportBoard.module.css';

type Props = { board: Board; words: (typeof messages)['en']['reportBoard'] };

/** The year in figures, and the ways to look at some of the agencies alone. */
export function Totals({ board, words }: Props) {
  const { totals, year, filter } = board;
  const links: [BoardFilter | null, string, number][] = [
    [null, words.filters.all, totals.agencies],
    ['open', words.filters.open, totals.agencies - totals.published],
    ['broken', words.filters.broken, totals.broken],
    ['late', words.filters.late, totals.late],
  ];
  return (
    <>
      <dl className={styles.totals}>
        {(['agencies', 'published', 'waiting', 'draft', 'none'] as const).map((name) => (
          <div key={name}>
            <dt>{words.totals[name]}</dt>
            <dd>{totals[name]}</dd>
          </div>
        ))}
      </dl>
      <nav aria-label={words.filters.heading}>
        <ul className={styles.filters}>
          {links.map(([name, label, count]) => (
            <li key={label}>
              <a
                href={boardAddress(year, name)}
                aria-current={filter === name ? 'true' : undefined}
                data-late={(name === 'broken' || name === 'late') && count > 0 ? true : undefined}
              >
                {label} <span className={styles.number}>{count}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}
