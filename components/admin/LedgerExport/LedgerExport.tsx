'use client';

import { useAuth, useConfig, useTranslation } from '@payloadcms/ui';
import { useSearchParams } from 'next/navigation';
import { useId, useState } from 'react';
import en from '@/messages/en/ledger.json';
import zh from '@/messages/zh-CN/ledger.json';
import { MOST_ROWS } from '@/transfer/export/lists/list';
import styles from './LedgerExport.module.css';

const SEES_NAMES = ['officer', 'leader'];
const YEARS = 10;

/** Takes the ledger out as the list is filtered; names in full for whoever says why. */
export function LedgerExport() {
  const { i18n } = useTranslation();
  const words = i18n.language === 'en' ? en : zh;
  const { config } = useConfig();
  const { user } = useAuth();
  // The list's own filter and search go along in the address, as they stand in that of the list.
  const filter = new URLSearchParams(
    [...useSearchParams().entries()].filter(([name]) => /^(?:where\b|search$)/u.test(name)),
  ).toString();
  const id = useId();
  const [thisYear] = useState(() => new Date().getFullYear());
  const [isOpen, setIsOpen] = useState(false);
  const [year, setYear] = useState('');
  const [isNamed, setIsNamed] = useState(false);
  const [reason, setReason] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [told, setTold] = useState('');
  const [error, setError] = useState('');

  const roles = (user?.roles as string[] | undefined) ?? [];
  const mayName = SEES_NAMES.some((role) => roles.includes(role));
  const text = words.export;

  async function take(format: 'csv' | 'xlsx') {
    setIsBusy(true);
    setError('');
    setTold('');
    const response = await fetch(`${config.routes.api}/applications/ledger?${filter}`, {
      method: 'POST',
      credentials: 'include',
      headers: { 'Content-Type': 'application/json', 'Accept-Language': i18n.language },
      body: JSON.stringify({
        format,
        year: year === '' ? null : Number(year),
        names: mayName && isNamed,
        reason,
      }),
    }).catch(() => null);
    if (response?.ok) {
      const file = await response.blob().catch(() => null);
      if (file) {
        save(file, `ledger-${year || 'all'}.${format}`);
        setTold(text.done);
      } else setError(text.failed.replace('{reason}', () => text.offline));
    } else {
      const answer = await response?.json().catch(() => null);
      const why = answer?.errors?.[0]?.message ?? response?.statusText ?? text.offline;
      setError(text.failed.replace('{reason}', () => why));
    }
    setIsBusy(false);
  }

  if (!isOpen) {
    return (
      <div className={styles.export}>
        <button type="button" className={styles.button} onClick={() => setIsOpen(true)}>
          {text.open}
        </button>
      </div>
    );
  }
  return (
    <section className={`${styles.export} ${styles.panel}`} aria-labelledby={`${id}-heading`}>
      <h3 id={`${id}-heading`} className={styles.heading}>
        {text.heading}
      </h3>
      <p className={styles.hint}>{text.hint.replace('{count}', MOST_ROWS.toLocaleString())}</p>
      <label className={styles.label} htmlFor={`${id}-year`}>
        {text.year}
      </label>
      <select
        id={`${id}-year`}
        className={styles.field}
        value={year}
        onChange={({ target }) => setYear(target.value)}
      >
        <option value="">{text.allYears}</option>
        {Array.from({ length: YEARS }, (_, back) => (
          <option key={back} value={thisYear - back}>
            {thisYear - back}
          </option>
        ))}
      </select>
      {mayName && (
        <>
          <label className={styles.tick}>
            <input
              type="checkbox"
              checked={isNamed}
              onChange={({ target }) => setIsNamed(target.checked)}
            />
            {text.named}
          </label>
          <p className={styles.hint}>{text.namedHint}</p>
        </>
      )}
      {mayName && isNamed && (
        <>
          <label className={styles.label} htmlFor={`${id}-reason`}>
            {text.reason}
          </label>
          <textarea
            id={`${id}-reason`}
            aria-describedby={`${id}-hint`}
            className={styles.field}
            rows={2}
            maxLength={300}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
          <p id={`${id}-hint`} className={styles.hint}>
            {text.reasonHint}
          </p>
        </>
      )}
      <p className={styles.error} role="alert">
        {error}
      </p>
      <p role="status">{told}</p>
      <div className={styles.actions}>
        <button
          type="button"
          className={styles.button}
          disabled={isBusy}
          onClick={() => void take('xlsx')}
        >
          {text.xlsx}
        </button>
        <button
          type="button"
          className={styles.button}
          disabled={isBusy}
          onClick={() => void take('csv')}
        >
          {text.csv}
        </button>
        <button type="button" className={styles.button} onClick={() => setIsOpen(false)}>
          {text.close}
        </button>
      </div>
    </section>
  );
}

function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
