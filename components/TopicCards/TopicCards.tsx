import { Link } from '../Link/Link';
import styles from './TopicCards.module.css';

export type TopicCard = {
  href: string;
  title: string;
  summary?: string;
  /** One line of facts: 12 件 · 2020年3月开设. */
  note?: string;
  lang?: string;
};
export type TopicCardsProps = { topics: TopicCard[]; headingLevel?: 2 | 3 | 4 };

/** Topics by name, without photographs. */
export function TopicCards({ topics, headingLevel = 3 }: TopicCardsProps) {
  const Title = `h${headingLevel}` as const;
  return (
    <ul className={styles.cards}>
      {topics.map((topic) => (
        <li key={topic.href} className={styles.card}>
          <Title className={styles.title}>
            <Link href={topic.href} className={styles.link} lang={topic.lang}>
              {topic.title}
            </Link>
          </Title>
          {topic.summary && (
            <p className={styles.summary} lang={topic.lang}>
              {topic.summary}
            </p>
          )}
          {topic.note && <p className={styles.note}>{topic.note}</p>}
        </li>
      ))}
    </ul>
  );
}
