import { useId, type ReactNode } from 'react';
import { Link } from '../Link/Link';
import styles from './Section.module.css';

export type SectionProps = {
  title: ReactNode;
  id?: string;
  level?: 2 | 3 | 4;
  /** Where the rest is; its label says of what: 全部政府文件, never 更多. */
  more?: { href: string; label: string };
  children: ReactNode;
};

/** A part of a page under its heading; a rule parts it from what came before. */
export function Section({ title, id, level = 2, more, children }: SectionProps) {
  const own = useId();
  const Heading = `h${level}` as const;
  return (
    <section id={id} aria-labelledby={own} className={styles.section}>
      <div className={styles.head}>
        <Heading id={own} className={styles[`level${level}`]}>
          {title}
        </Heading>
        {more && (
          <Link href={more.href} className={styles.more}>
            {more.label}
          </Link>
        )}
      </div>
      {children}
    </section>
  );
}
