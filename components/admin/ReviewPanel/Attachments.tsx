'use client';

import type { ExaminedFile } from '@/fields/review/file-remarks';
import type { Words } from './panel-words';
import styles from './ReviewPanel.module.css';

/** The files under review, each to be opened; the clerk ticks what they have seen. */
export function Attachments({
  files,
  examined,
  onExamined,
  words,
}: {
  files: readonly ExaminedFile[];
  examined: readonly string[];
  /** Absent for those who only look. */
  onExamined?: (keys: string[]) => void;
  words: Words;
}) {
  if (files.length === 0) return null;
  const toggle = (key: string, isOn: boolean) =>
    onExamined?.(isOn ? [...examined, key] : examined.filter((one) => one !== key));
  return (
    <fieldset className={styles.files}>
      <legend className={styles.subheading}>{words.panel.attachments}</legend>
      {onExamined && <p className={styles.hint}>{words.panel.attachmentsHint}</p>}
      <ul>
        {files.map(({ key, name, url, remark }) => (
          <li key={key}>
            {url && (
              <a href={url} target="_blank" rel="noreferrer">
                {words.panel.open} {name}
              </a>
            )}
            {!url && name}
            {remark && (
              <p className={styles.late}>
                {words.panel.remark} <span lang="zh-CN">{remark}</span>
              </p>
            )}
            {onExamined && (
              <label className={styles.tick}>
                <input
                  type="checkbox"
                  checked={examined.includes(key)}
                  onChange={(event) => toggle(key, event.target.checked)}
                />
                {words.panel.examined.replace('{name}', () => name)}
              </label>
            )}
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
