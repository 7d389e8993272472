import { useTranslations } from 'next-intl';
import { PhoneFold } from '../PhoneFold/PhoneFold';
import { OutlineFollow } from './OutlineFollow';
import styles from './Outline.module.css';

export type OutlineItem = { id: string; label: string; level?: 1 | 2 | 3 };
export type OutlineProps = { items: OutlineItem[]; label?: string; lang?: string };

/** The contents of a long text beside it; on a phone folded above it. Nothing to show: nothing shown. */
export function Outline({ items, label, lang }: OutlineProps) {
  const t = useTranslations('shell');
  const title = label ?? t('outline');
  if (items.length === 0) return null;
  return (
    <nav className={styles.outline} aria-label={title}>
      <PhoneFold label={title}>
        <p className={styles.title} aria-hidden="true">
          {title}
        </p>
        <ol className={styles.list} lang={lang}>
          {items.map((item) => (
            <li key={item.id} className={styles[`level${item.level ?? 1}`]}>
              <a href={`#${item.id}`} className={styles.link}>
                {item.label}
              </a>
            </li>
          ))}
        </ol>
      </PhoneFold>
      <OutlineFollow ids={items.map((item) => item.id)} />
    </nav>
  );
}
