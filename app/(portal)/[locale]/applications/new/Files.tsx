import { useTranslations } from 'next-intl';
import { Button } from '@/components/Button/Button';
import { formatSize } from '@/components/AttachmentList/format-size';
import type { DraftFile } from '@/collections/ApplicationDrafts/draft-files';
import { FILE_ENDINGS, FILE_LIMITS } from '@/collections/ApplicationDrafts/refused-file';
import { ChooseFiles } from './ChooseFiles';
import styles from './form.module.css';

type Props = {
  files: DraftFile[];
  problems: string[];
  limits?: { files: number; megabytes: number };
  /** What the files are for, where that is not an application. */
  hint?: string;
};

/** What was attached, and a way to attach more, inside the form of its page. */
export function Files({ files, problems, limits = FILE_LIMITS, hint }: Props) {
  const t = useTranslations('applyForm.files');
  const isFull = files.length >= limits.files;
  return (
    <fieldset className={styles.files} id="attachments">
      <legend className={styles.filesTitle}>{t('label')}</legend>
      <FileList files={files} canRemove />
      {isFull ? (
        <p className={styles.note}>{t('full', limits)}</p>
      ) : (
        <ChooseFiles
          accept={FILE_ENDINGS.join(',')}
          most={{ files: limits.files - files.length, megabytes: limits.megabytes }}
          problems={problems}
          words={{
            label: t('label'),
            hint: hint ?? t('hint', limits),
            add: t('add'),
            adding: t('adding'),
            // With marks in place of a name and a size that only the browser knows.
            tooLarge: t('problems.tooLarge', { ...limits, name: '%name%', size: '%size%' }),
          }}
        />
      )}
      {isFull && problems.length > 0 && <p className={styles.problem}>{problems.join(' ')}</p>}
    </fieldset>
  );
}

export function FileList({ files, canRemove }: { files: DraftFile[]; canRemove?: boolean }) {
  const t = useTranslations('applyForm.files');
  if (files.length === 0) return null;
  return (
    <ul className={styles.fileList} aria-label={t('list')}>
      {files.map(({ id, name, bytes }) => (
        <li key={id} className={styles.file}>
          <span className={styles.fileName}>
            {name} <span className={styles.note}>{formatSize(bytes)}</span>
          </span>
          {canRemove && (
            <Button
              kind="secondary"
              name="do"
              value={`remove:${id}`}
              aria-label={t('removeOf', { name })}
              className={styles.quiet}
            >
              {t('remove')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
