import { useTranslations } from 'next-intl';
import styles from './DemoBanner.module.css';

/** Says on every page that this is a demonstration, so that no sample text is taken for law. */
export function DemoBanner({ name }: { name: string }) {
  const t = useTranslations('shell');
  return (
    <aside className={styles.banner} aria-label={t('demo.label')}>
      <p className={styles.inner}>
        <strong className={styles.word}>{t('demo.word')}</strong>
        <span>{t('demo.text', { name })}</span>
      </p>
    </aside>
  );
}
