import { useTranslations } from 'next-intl';
import { fileType, formatSize } from './format-size';
import styles from './AttachmentList.module.css';

export type Attachment = {
  href: string;
  name: string;
  type?: string;
  bytes?: number;
  lang?: string;
};
export type AttachmentListProps = { items: Attachment[] };

/** Files of a document, each with its type and size, so that nobody is surprised by a download. */
export function AttachmentList({ items }: AttachmentListProps) {
  const t = useTranslations('shell');
  return (
    <ol className={styles.list}>
      {items.map((item) => {
        const size = item.bytes === undefined ? '' : formatSize(item.bytes);
        const facts = [item.type ?? fileType(item.name), size].filter(Boolean);
        return (
          <li key={item.href} className={styles.item}>
            <a href={item.href} lang={item.lang} className={styles.name}>
              {item.name}
            </a>
            <span className={styles.facts}>
              {facts.join(t('comma')) || t('attachment.unknown')}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
