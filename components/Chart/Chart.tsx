import { useId, type ReactNode } from 'react';
import { barsOf, type Category, type Series } from './bars';
import styles from './Chart.module.css';

export type BarChartProps = {
  /** What the chart shows, for those who do not see it: that the figures are in the table beside it. */
  alt: string;
  series: readonly Series[];
  categories: readonly Category[];
  /** A value as it stands at the end of its bar. */
  write: (value: number) => string;
  /** The end of the scale, such as 1 for shares; else the greatest value. */
  most?: number;
  /** At the place of a value that is not known. */
  none: string;
  /** What the bars are, above them; with several series always. */
  hasLegend?: boolean;
};

const BAR = 18;
/** The longest bar leaves room for the number at its end. */
const WIDEST = 78;

/**
 * Bars lying side by side, drawn on the server: no script, the same on a phone, on paper and in high
 * contrast. Several series differ in pattern as well as in tone. Never without its table (`ChartBeside`).
 */
export function BarChart(props: BarChartProps) {
  const { alt, series, categories, write, most, none, hasLegend = series.length > 1 } = props;
  const id = useId();
  const rows = barsOf(categories, write, { most, none });
  return (
    <div className={styles.chart}>
      {hasLegend && (
        <ul className={styles.legend} aria-hidden="true">
          {series.map(({ label }, i) => (
            <li key={label}>
              <svg width="20" height="12" className={styles.key}>
                <Hatch id={`${id}-key-${i}`} />
                <rect width="20" height="12" {...look(i, `${id}-key-${i}`)} />
              </svg>
              {label}
            </li>
          ))}
        </ul>
      )}
      {/* Names are words of the page, which wrap; a drawing would let long ones run out of it. */}
      <div role="img" aria-label={alt}>
        {rows.map((bars, i) => (
          <div key={categories[i]?.label} className={styles.category}>
            <div className={styles.label}>{categories[i]?.label}</div>
            <svg width="100%" height={series.length * BAR}>
              {series.length > 1 && <Hatch id={`${id}-${i}`} />}
              {bars.map(({ series: of, share, text }) => {
                const width = `${(share * WIDEST).toFixed(2)}%`;
                return (
                  <g key={of}>
                    <rect y={of * BAR} width={width} height={BAR - 3} {...look(of, `${id}-${i}`)} />
                    <text x={width} dx="6" y={of * BAR + BAR - 6} className={styles.value}>
                      {text}
                    </text>
                  </g>
                );
              })}
            </svg>
          </div>
        ))}
      </div>
    </div>
  );
}

const look = (series: number, hatch: string) =>
  series === 0 ? { className: styles.first } : { className: styles.second, fill: `url(#${hatch})` };

const Hatch = ({ id }: { id: string }) => (
  <defs>
    <pattern
      id={id}
      width="6"
      height="6"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <rect width="6" height="6" className={styles.hatchGround} />
      <rect width="2.5" height="6" className={styles.hatchLine} />
    </pattern>
  </defs>
);

/** A chart with the table of its figures beside it, on a phone above it. */
export function ChartBeside({ chart, children }: { chart: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.beside}>
      <div>{chart}</div>
      <div className={styles.table}>{children}</div>
    </div>
  );
}
