import { useTranslations } from 'next-intl';
import type { KeyFigureName, KeyFigures as Figures } from '../../key-figures';
import styles from '../../annual-reports.module.css';

/** What a reader asks a report first, each number a link to the table that it stands in. */
const SHOWN: { name: KeyFigureName; part: string }[] = [
  { name: 'normative', part: 'disclosure' },
  { name: 'received', part: 'applications' },
  { name: 'answered', part: 'applications' },
  { name: 'disclosed', part: 'applications' },
  { name: 'carriedOut', part: 'applications' },
  { name: 'reviews', part: 'litigation' },
];

export function KeyFigures({ figures }: { figures: Figures }) {
  const t = useTranslations('annualReports');
  const number = useTranslations('shell');
  return (
    <dl className={styles.figures} aria-label={t('keyFigures')}>
      {SHOWN.map(({ name, part }) => {
        const value = figures[name];
        if (value === undefined) return null;
        return (
          <div key={name} className={styles.figure}>
            <dt className={styles.figureName}>{t(`key.${name}`)}</dt>
            <dd className={styles.figureValue}>
              {value === null ? (
                <span className={styles.blank}>{t('blank')}</span>
              ) : (
                <a href={`#${part}`}>{number('number', { value })}</a>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
