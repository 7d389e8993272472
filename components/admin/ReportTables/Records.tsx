'use client';

import { useEffect, useId, useRef, useState } from 'react';
import type { CellAddress } from '@/domain/annual-reports/fill';
import type { Figure } from '@/domain/annual-reports/tables';
import { formatDate } from '@/components/DateText/format-date';
import styles from './Records.module.css';
import { put, type TableWords } from './table-words';
import { useAsk } from '../ReportForm/use-ask';

type Found = {
  figure: Figure;
  records: {
    collection: string;
    id: string | number;
    title: string;
    on?: string | null;
    href: string;
  }[];
  total: number;
  note?: string;
};

type Props = {
  id: string | number;
  cell: CellAddress;
  name: string;
  entered: Figure;
  words: TableWords;
  onClose: () => void;
};

/** The records that a figure was counted from. The browser's own dialog keeps the focus in, and gives it back. */
export function Records({ id, cell, name, entered, words, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const headingId = useId();
  const ask = useAsk();
  const [found, setFound] = useState<Found | null>(null);
  const [failure, setFailure] = useState<{ reason: string | null } | null>(null);
  const [asked, setAsked] = useState(0);
  const { records: said } = words;
  const { table, row, column } = cell;

  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  useEffect(() => {
    const controller = new AbortController();
    const query = new URLSearchParams({ table, row, column }).toString();
    void ask<Found>(`/${id}/cell?${query}`, { signal: controller.signal }).then((answer) => {
      if (controller.signal.aborted) return;
      if (answer.ok) setFound(answer.body);
      setFailure(answer.ok ? null : { reason: answer.reason });
    });
    return () => controller.abort();
  }, [ask, asked, id, table, row, column]);

  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={headingId}
      onClose={onClose}
      onClick={(event) => {
        // Beside the dialog, where the page behind it is darkened.
        if (event.target === dialog.current) dialog.current?.close();
      }}
    >
      <div className={styles.inside}>
        <header className={styles.head}>
          <h3 id={headingId}>
            {found ? put(said.heading, { cell: name, figure: words.figure(found.figure) }) : name}
          </h3>
          <button type="button" onClick={() => dialog.current?.close()}>
            {said.close}
          </button>
        </header>
        <div className={styles.body} aria-live="polite">
          {failure && (
            <p className={styles.problem}>
              {put(said.failed, { reason: failure.reason ?? words.offline })}{' '}
              <button
                type="button"
                className={styles.plain}
                onClick={() => {
                  setFailure(null);
                  setAsked((count) => count + 1);
                }}
              >
                {said.again}
              </button>
            </p>
          )}
          {!found && !failure && <p>{said.loading}</p>}
          {found && (
            <>
              {found.figure !== entered && (
                <p className={styles.differs}>
                  {put(said.differs, {
                    entered: words.figure(entered),
                    figure: words.figure(found.figure),
                  })}
                </p>
              )}
              {found.note && <p>{found.note}</p>}
              {found.total === 0 ? (
                <p>{said.none}</p>
              ) : (
                <p>
                  {put(said.lead, { count: found.total })}
                  {found.records.length < found.total &&
                    ` ${put(said.some, { shown: found.records.length, count: found.total })}`}
                </p>
              )}
              <ol className={styles.records}>
                {found.records.map((record) => (
                  <li key={`${record.collection}/${record.id}`}>
                    <a href={record.href} target="_blank" rel="noreferrer">
                      {record.title}
                      <span className={styles.hidden}> ({said.newWindow})</span>
                    </a>
                    <small>
                      {said.collections[record.collection as keyof typeof said.collections]}
                      {record.on && ` · ${formatDate(record.on, words.isEnglish ? 'en' : 'zh-CN')}`}
                    </small>
                  </li>
                ))}
              </ol>
            </>
          )}
        </div>
      </div>
    </dialog>
  );
}
