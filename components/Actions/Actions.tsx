import { useTranslations } from 'next-intl';
import { CopyLink, PrintButton } from './ScriptActions';
import styles from './Actions.module.css';

export type ActionsProps = {
  downloads?: { href: string; label: string; note?: string }[];
  /** 复制链接 and 打印 appear where script runs; without it nobody sees a button that does nothing. */
  copy?: boolean;
  print?: boolean;
};

/** What one can do with a document, in words. */
export function Actions({ downloads = [], copy = true, print = true }: ActionsProps) {
  const t = useTranslations('shell');
  return (
    <ul className={styles.actions} aria-label={t('actions.label')}>
      {downloads.map((download) => (
        <li key={download.href}>
          <a href={download.href} className={styles.action}>
            {download.label}
          </a>
          {download.note && <span className={styles.note}>{download.note}</span>}
        </li>
      ))}
      {copy && (
        <li>
          <CopyLink
            className={styles.action}
            label={t('actions.copy')}
            done={t('actions.copied')}
            failed={t('actions.copyFailed')}
          />
        </li>
      )}
      {print && (
        <li>
          <PrintButton className={styles.action} label={t('actions.print')} />
        </li>
      )}
    </ul>
  );
}
