import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { TextComparison } from '@/components/TextComparison/TextComparison';
import { compareTexts } from '@/domain/documents/compare/compare';
import type { Stated } from '@/domain/documents/compare/same-text';
import { compareWords } from '@/domain/documents/compare/words';
import styles from './versions.module.css';

type StatedComparisonProps = { before: Stated; after: Stated; note?: ReactNode };

/** Title, number, text and files of two statements of a document compared. */
export function StatedComparison({ before, after, note }: StatedComparisonProps) {
  const t = useTranslations('versions');
  const files = [before.attachments ?? [], after.attachments ?? []] as const;
  const haveFilesChanged = files[0].map(String).join() !== files[1].map(String).join();
  return (
    <div className={styles.head}>
      {note && <p>{note}</p>}
      <TextComparison
        comparison={compareTexts(before.body, after.body)}
        heads={[
          { label: t('heads.title'), pieces: compareWords(before.title, after.title) },
          {
            label: t('heads.number'),
            pieces: compareWords(before.documentNumber ?? '', after.documentNumber ?? ''),
          },
        ]}
        notes={
          haveFilesChanged
            ? [t('attachmentsChanged', { before: files[0].length, after: files[1].length })]
            : []
        }
      />
    </div>
  );
}
