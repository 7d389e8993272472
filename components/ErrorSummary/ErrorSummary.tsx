import { useTranslations } from 'next-intl';
import { FocusOnArrival } from './FocusOnArrival';
import styles from './ErrorSummary.module.css';

export type ErrorSummaryProps = {
  /** `field` is the id of the field to which the error leads. */
  errors: { field: string; message: string }[];
  title?: string;
};

/** What has to be put right, above the form; each line leads to its field. */
export function ErrorSummary({ errors, title }: ErrorSummaryProps) {
  const t = useTranslations('shell');
  if (errors.length === 0) return null;
  return (
    <div className={styles.summary} role="alert" tabIndex={-1}>
      <FocusOnArrival />
      <h2 className={styles.title}>{title ?? t('errors.title')}</h2>
      <ul className={styles.list}>
        {errors.map((error) => (
          <li key={error.field}>
            <a href={`#${error.field}`}>{error.message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
