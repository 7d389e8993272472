import { Link } from '../Link/Link';
import styles from './DoorList.module.css';

export type Door = { href: string; title: string; text: string };
export type DoorListProps = { doors: Door[]; headingLevel?: 2 | 3 | 4 };

/** The ways in, as words: what one can do here and one line about it. */
export function DoorList({ doors, headingLevel = 2 }: DoorListProps) {
  const Title = `h${headingLevel}` as const;
  return (
    <ul className={styles.doors}>
      {doors.map((door) => (
        <li key={door.href} className={styles.door}>
          <Title className={styles.title}>
            <Link href={door.href} className={styles.link}>
              {door.title}
            </Link>
          </Title>
          <p className={styles.text}>{door.text}</p>
        </li>
      ))}
    </ul>
  );
}
