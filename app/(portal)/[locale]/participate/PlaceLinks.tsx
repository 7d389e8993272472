import { Link } from '@/components/Link/Link';
import styles from './participate.module.css';

/** Further ways in, quietly, on a line of words. */
export function PlaceLinks({ links }: { links: { href: string; label: string }[] }) {
  return (
    <ul className={styles.places}>
      {links.map(({ href, label }) => (
        <li key={href}>
          <Link href={href}>{label}</Link>
        </li>
      ))}
    </ul>
  );
}
