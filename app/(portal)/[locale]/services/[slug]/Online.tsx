import { useTranslations } from 'next-intl';
import { Link } from '@/components/Link/Link';
import { onlineHost } from '@/domain/services/guide';
import styles from '../services.module.css';

/** Where one can apply online: named by its host, so that everybody knows which site it is before they go. */
export function Online({ address }: { address: string }) {
  const t = useTranslations('services.online');
  const host = onlineHost(address);
  if (!host) return null;
  return (
    <div className={styles.online}>
      <Link href={address} className={styles.go} rel="noopener">
        {t('go', { host })}
      </Link>
      <p className={styles.note}>{t('note', { host })}</p>
    </div>
  );
}
