import { useTranslations } from 'next-intl';
import type { StandingState } from '../../domain/policies/standing';
import styles from './StandingTag.module.css';

export type StandingTagProps = {
  state: StandingState;
  /** More than the word of the state says, where it is known: 2026年12月15日截止. */
  text?: string;
};

/** Whether a policy can be had: word, shape and colour say the same, as of a document's validity. */
export function StandingTag({ state, text }: StandingTagProps) {
  const t = useTranslations('policies');
  return (
    <span className={`${styles.tag} ${styles[state]}`}>
      <svg className={styles.shape} viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        {SHAPES[state]}
      </svg>
      {text ?? t(`standing.${state}`)}
    </span>
  );
}

const ring = <circle cx="6" cy="6" r="4.75" fill="none" stroke="currentColor" strokeWidth="1.5" />;

const SHAPES: Record<StandingState, React.ReactNode> = {
  open: <circle cx="6" cy="6" r="5.5" fill="currentColor" />,
  closing: (
    <>
      {ring}
      <path d="M6 3v3.2l2.2 1.3" fill="none" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
  'not-yet': ring,
  closed: <path d="M1 6h10" stroke="currentColor" strokeWidth="2.5" />,
  expired: <path d="M2 2l8 8M10 2l-8 8" stroke="currentColor" strokeWidth="2.25" />,
};
