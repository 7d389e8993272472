import { Link } from '../Link/Link';
import styles from './YearLinks.module.css';

export type YearLinksProps = {
  label: string;
  years: { href: string; label: string; isCurrent: boolean }[];
};

/** The years of a page of figures, or all together: the one that is shown, and the ways to the others. */
export function YearLinks({ label, years }: YearLinksProps) {
  return (
    <nav aria-label={label} className={styles.years}>
      {years.map((year) => (
        <Link
          key={year.href}
          href={year.href}
          aria-current={year.isCurrent ? 'page' : undefined}
          className={styles.year}
        >
          {year.label}
        </Link>
      ))}
    </nav>
  );
}
