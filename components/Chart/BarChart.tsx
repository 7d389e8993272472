import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { barsOf } from './bars';
import styles from './Chart.module.css';

export type BarChartProps = {
  /** What is counted; names the picture and its table. */
  title: string;
  /** The heads of the two columns of the table. */
  heads: { label: string; value: string };
  /** In the order in which they are drawn; null is not known, which is no zero. */
  bars: { label: string; value: number | null; href?: ReactNode }[];
  /** Stands for a value that is not known. */
  blank: string;
  note?: ReactNode;
};

const ROW = 46;

/**
 * Bars drawn on the server, with the same figures as a table beside them: who can't see the picture, or
 * wants the number, reads the table. Widths are shares of the picture's, so that words keep their size.
 */
export function BarChart({ title, heads, bars, blank, note }: BarChartProps) {
  const t = useTranslations('shell');
  const number = (value: number) => t('number', { value });
  const drawn = barsOf(bars.map(({ value }) => value));
  return (
    <figure className={styles.chart}>
      <figcaption className={styles.title}>{title}</figcaption>
      <div className={styles.halves}>
        <svg
          className={styles.picture}
          width="100%"
          height={bars.length * ROW}
          aria-hidden="true"
          focusable="false"
        >
          {bars.map(({ label, value }, i) => (
            <g key={label}>
              <text x="0" y={i * ROW + 16} className={styles.label}>
                {label}
              </text>
              <rect
                x="0"
                y={i * ROW + 22}
                width={`${drawn[i]?.width ?? 0}%`}
                height="14"
                className={styles.bar}
              />
              <text
                x={`${drawn[i]?.width ?? 0}%`}
                dx={value ? 6 : 0}
                y={i * ROW + 34}
                className={styles.value}
              >
                {value === null ? blank : number(value)}
              </text>
            </g>
          ))}
        </svg>
        <table className={styles.table}>
          <caption className={styles.hidden}>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{heads.label}</th>
              <th scope="col" className={styles.number}>
                {heads.value}
              </th>
            </tr>
          </thead>
          <tbody>
            {bars.map(({ label, value, href }) => (
              <tr key={label}>
                <th scope="row">{href ?? label}</th>
                <td className={styles.number}>{value === null ? blank : number(value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {note && <p className={styles.note}>{note}</p>}
    </figure>
  );
}
