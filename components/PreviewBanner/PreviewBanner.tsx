import { useTranslations } from 'next-intl';
import styles from './PreviewBanner.module.css';

/** Says on every page of a preview that the public does not see it so, and how to leave. */
export function PreviewBanner() {
  const t = useTranslations('editor');
  return (
    <aside className={styles.banner} aria-label={t('preview.label')}>
      <form className={styles.inner} action="/api/preview/leave" method="post">
        <span>{t('preview.banner')}</span>{' '}
        <button type="submit" className={styles.leave}>
          {t('preview.leave')}
        </button>
      </form>
    </aside>
  );
}
