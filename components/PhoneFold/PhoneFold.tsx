import { useId, type ReactNode } from 'react';
import styles from './PhoneFold.module.css';

export type PhoneFoldProps = {
  label: string;
  children: ReactNode;
  /** Needed in a layout, for the reason that SearchBox gives. */
  id?: string;
};

/**
 * Folded on a phone, always open on a desk, without script. A <details> cannot do that: in browsers
 * before 2024 no style sheet can open it. So a check box opens it; it has no name and is never sent.
 */
export function PhoneFold({ label, children, ...props }: PhoneFoldProps) {
  const own = useId();
  const id = props.id ?? own;
  return (
    <div className={styles.fold}>
      <input type="checkbox" id={id} className={styles.switch} />
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <div className={styles.content}>{children}</div>
    </div>
  );
}
