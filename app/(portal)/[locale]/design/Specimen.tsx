import type { ReactNode } from 'react';
import styles from './design.module.css';

type Props = { id: string; name: string; about: string; children: ReactNode };

/** One component: its name in the code, what it is for, how it looks. */
export function Specimen({ id, name, about, children }: Props) {
  return (
    <section id={id} aria-labelledby={`${id}-name`} className={styles.specimen}>
      <h3 id={`${id}-name`} className={styles.name}>
        {name}
      </h3>
      <p className={styles.about}>{about}</p>
      <div className={styles.example}>{children}</div>
    </section>
  );
}
