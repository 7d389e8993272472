import { useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { ACCEPTED, MOST_PACKED, MOST_TEXT } from './file-check';
import { put, type ImportWords } from './import-words';
import styles from './ReportImport.module.css';

type Props = {
  isBusy: boolean;
  chosen?: string;
  words: ImportWords;
  onFile: (file: File) => Promise<void>;
};

/** Where a file is dropped, or chosen with the browser's own field. */
export function FileField({ isBusy, chosen, words, onFile }: Props) {
  const id = useId();
  const [isOver, setIsOver] = useState(false);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file && !isBusy) void onFile(file);
  };
  const input = useRef<HTMLInputElement>(null);
  // Whoever was quicker than the page has chosen already.
  const takeChosen = useEffectEvent(() => take(input.current?.files ?? null));
  useEffect(() => takeChosen(), []);
  return (
    <div
      className={styles.drop}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <input
        ref={input}
        id={id}
        type="file"
        className={styles.fileInput}
        accept={ACCEPTED}
        disabled={isBusy}
        aria-describedby={`${id}-kinds`}
        onChange={({ target }) => {
          take(target.files);
          // The same file may be chosen again after it was changed.
          target.value = '';
        }}
      />
      <label htmlFor={id} className={styles.fileButton}>
        {chosen ? words.again : words.choose}
      </label>
      <p id={`${id}-kinds`} className={styles.hint}>
        {words.drop} {put(words.kinds, { most: MOST_PACKED, mostText: MOST_TEXT })}
      </p>
    </div>
  );
}
