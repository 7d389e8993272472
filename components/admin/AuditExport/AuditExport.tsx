'use client';

import { useConfig, useTranslation } from '@payloadcms/ui';
import { useSearchParams } from 'next/navigation';
import en from '@/messages/en/audit.json';
import zh from '@/messages/zh-CN/audit.json';
import { MOST_ROWS } from '@/transfer/export/lists/list';
import styles from './AuditExport.module.css';

/** Takes out what the list shows: the list's own filter goes along in the address. */
export function AuditExport() {
  const { i18n } = useTranslation();
  const { config } = useConfig();
  const words = i18n.language === 'en' ? en : zh;
  const filter = new URLSearchParams(
    [...useSearchParams().entries()].filter(([name]) => name.startsWith('where')),
  ).toString();
  const address = (format: string) =>
    `${config.routes.api}/audit-log/export?format=${format}${filter && `&${filter}`}`;
  return (
    <div className={styles.export}>
      <p>{words.list.hint}</p>
      <p>
        <a href={address('csv')}>{words.list.csv}</a>
        {' · '}
        <a href={address('jsonl')}>{words.list.jsonl}</a>
        <br />
        <small>{words.list.limit.replace('{count}', MOST_ROWS.toLocaleString())}</small>
      </p>
    </div>
  );
}
