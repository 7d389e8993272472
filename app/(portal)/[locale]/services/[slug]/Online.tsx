import { useTranslations } from 'next-intl';
import { Link } from '@/components/Link/Link';
import { onlineHost } from '@/domain/services/guide';
import styles from '../services.module.css';

/**
 * Where one can apply online: named by its host, so that everybody knows which site it is before they go.
 * Where one can't, that is said: nobody should look for a button.
 */
export function Online({ address }: { address: string | null | undefined }) {
  const t = useTranslations('services.online');
  const host = address && onlineHost(address);
  if (!host) return <p className={styles.note}>{t('none')}</p>;
  return (
    <div className={styles.online}>
      <Link href={address} className={styles.go} rel="noopener">
        {t('go', { host })}
      </Link>
      <p className={styles.note}>{t('note', { host })}</p>
    </div>
  );
}
