import type { DefaultServerCellComponentProps } from 'payload';
import { formatDate } from '@/components/DateText/format-date';
import { isMissed } from '@/domain/review/schedule';
import { isBesidePublic, stage } from '@/domain/review/stage';
import { dayOf } from '@/domain/workdays/days';
import { dutiesOf } from '@/fields/review/document-duties';
import { storedReview, type Reviewed } from '@/fields/review/stored-review';
import { messages } from '@/messages';
import type { Document } from '@/payload-types';
import styles from './StageCell.module.css';

/** One row's state in words, with what is still asked of it. */
export async function StageCell({
  rowData,
  payload,
  i18n,
  collectionSlug,
}: DefaultServerCellComponentProps) {
  // Payload means to leave cells out of forms and draws them there all the same, without a row.
  if (!rowData) return null;
  const doc = rowData as Reviewed;
  const locale = i18n.language === 'en' ? 'en' : 'zh-CN';
  const words = messages[locale].review;
  const review = storedReview(doc);
  const status = doc._status ?? 'draft';
  const now = new Date().toISOString();
  const beside = isBesidePublic({ review, status });
  const notes: { text: string; isLate?: boolean }[] = [];
  if (beside) notes.push({ text: words.list.beside });
  if (isMissed({ review, releaseAt: doc.releaseAt }, now)) {
    notes.push({ text: words.list.missed, isLate: true });
  }
  if (collectionSlug === 'documents') {
    const isPublic = status === 'published' || beside;
    const today = dayOf(now);
    const duties = await dutiesOf(rowData as Document, isPublic, payload, today);
    const { deadline } = duties;
    if (duties.lacksInterpretation) notes.push({ text: words.list.lacksInterpretation });
    if (deadline?.isOverdue) {
      const text = words.list.overdue.replace('{days}', String(-deadline.left));
      notes.push({ text, isLate: true });
    } else if (deadline) {
      notes.push({ text: words.list.dueOn.replace('{date}', formatDate(deadline.due, locale)) });
    }
  }
  return (
    <span className={styles.cell}>
      {words.stages[stage({ ...(doc as object), review, status })]}
      {notes.map(({ text, isLate }) => (
        <small key={text} data-late={isLate}>
          {text}
        </small>
      ))}
    </span>
  );
}
