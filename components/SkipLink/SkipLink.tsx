import { useTranslations } from 'next-intl';
import styles from './SkipLink.module.css';

/** The first stop of the keyboard on every page; the layout gives its target the id `main`. */
export function SkipLink() {
  const t = useTranslations('shell');
  return (
    <a className={styles.skip} href="#main">
      {t('skip')}
    </a>
  );
}
