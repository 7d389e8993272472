import type { Tally } from '@/domain/catalogue/coverage';
import type { messages } from '@/messages';
import styles from './CoverageBoard.module.css';

type Props = {
  title: string;
  head: string;
  words: (typeof messages)['en']['catalogue']['board'];
  rows: { name: string; href?: string; counts: Tally }[];
};

const SHOWN = ['items', 'nothing', 'late', 'covered', 'on-request'] as const;

/** How many items of each field, or of each agency, stand in which way. */
export function Counts({ title, head, words, rows }: Props) {
  return (
    <section>
      <h2>{title}</h2>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{head}</th>
              {SHOWN.map((name) => (
                <th key={name} scope="col" className={styles.number}>
                  {words[name]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.name}>
                <th scope="row">{row.href ? <a href={row.href}>{row.name}</a> : row.name}</th>
                {SHOWN.map((name) => (
                  <td
                    key={name}
                    className={styles.number}
                    data-coverage={row.counts[name] > 0 ? name : undefined}
                  >
                    {row.counts[name]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
