import { formatDay } from '@/domain/workdays/days';
import type { LetterContent } from '@/domain/applications/letters/letter';
import styles from '../../applications.module.css';

/** A letter as it went out: Chinese, the official language, whoever reads the page around it. */
export function Letter({ letter }: { letter: LetterContent }) {
  return (
    <div className={styles.letter} lang="zh-CN">
      <p className={styles.title}>{letter.title}</p>
      {letter.number && <p className={styles.number}>{letter.number}</p>}
      <p className={styles.addressee}>{letter.addressee}</p>
      {letter.paragraphs.map(({ text }, i) => (
        <p key={i}>{text}</p>
      ))}
      <p className={styles.signature}>{letter.agency}</p>
      <p className={styles.signature}>{formatDay(letter.date)}</p>
    </div>
  );
}
