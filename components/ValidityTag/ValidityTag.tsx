import { useTranslations } from 'next-intl';
import type { Validity } from '../../domain/catalogue/codes';
import styles from './ValidityTag.module.css';

export type { Validity };
export type ValidityTagProps = { validity: Validity };

/** Word, shape and colour say the same thing, so that none of the three is needed to understand it. */
export function ValidityTag({ validity }: ValidityTagProps) {
  const t = useTranslations('shell');
  return (
    <span className={`${styles.tag} ${styles[validity]}`}>
      <svg className={styles.shape} viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        {SHAPES[validity]}
      </svg>
      {t(`validity.${validity}`)}
    </span>
  );
}

const ring = <circle cx="6" cy="6" r="4.75" fill="none" stroke="currentColor" strokeWidth="1.5" />;

const SHAPES: Record<Validity, React.ReactNode> = {
  'in-force': <circle cx="6" cy="6" r="5.5" fill="currentColor" />,
  'not-yet': ring,
  amended: (
    <>
      {ring}
      <path d="M6 1.25a4.75 4.75 0 0 1 0 9.5z" fill="currentColor" />
    </>
  ),
  lapsed: <path d="M1 6h10" stroke="currentColor" strokeWidth="2.5" />,
  repealed: <path d="M2 2l8 8M10 2l-8 8" stroke="currentColor" strokeWidth="2.25" />,
};
