import { useTranslations } from 'next-intl';
import { Link } from '../Link/Link';
import styles from './OfficialText.module.css';

export type PlaceMark = { href: string; title: string; lang?: string };

/** Under a passage, the interpretations that explain it. */
export function PlaceMarks({ marks }: { marks: readonly PlaceMark[] | undefined }) {
  const t = useTranslations('shell');
  if (!marks) return null;
  return (
    <p className={styles.marks}>
      <span className={styles.marksLabel}>{t('text.explained')}</span>
      {marks.map((mark) => (
        <Link key={mark.href} href={mark.href} lang={mark.lang}>
          {mark.title}
        </Link>
      ))}
    </p>
  );
}
