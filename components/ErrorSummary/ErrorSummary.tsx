import { useTranslations } from 'next-intl';
import { FocusOnArrival } from './FocusOnArrival';
import styles from './ErrorSummary.module.css';

export type ErrorSummaryProps = {
  /** `field` is the id of the field to which the error leads. */
  errors: { field: string; message: string }[];
  title?: string;
  headingLevel?: 2 | 3 | 4;
  /** Takes the keyboard when the page arrives. */
  focus?: boolean;
};

/** What has to be put right, above the form; each line leads to its field. */
export function ErrorSummary(props: ErrorSummaryProps) {
  const { errors, title, headingLevel = 2, focus = true } = props;
  const Title = `h${headingLevel}` as const;
  const t = useTranslations('shell');
  if (errors.length === 0) return null;
  return (
    <div className={styles.summary} role="alert" tabIndex={-1}>
      {focus && <FocusOnArrival />}
      <Title className={styles.title}>{title ?? t('errors.title')}</Title>
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
