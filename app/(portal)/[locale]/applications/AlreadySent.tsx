import { useTranslations } from 'next-intl';
import { Link } from '@/components/Link/Link';
import { Notice } from '@/components/Notice/Notice';
import styles from './applications.module.css';

/** Above a receipt, for who went back from it into the form: sent once is enough. */
export function AlreadySent({ form }: { form: string }) {
  const t = useTranslations('applyForm');
  return (
    <div className={styles.alreadySent}>
      <Notice live>
        {t.rich('notices.alreadySent', {
          link: (chunks) => <Link href={form}>{chunks}</Link>,
        })}
      </Notice>
    </div>
  );
}
