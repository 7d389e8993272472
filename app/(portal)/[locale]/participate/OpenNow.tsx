import { useTranslations } from 'next-intl';
import { formatDate } from '@/components/DateText/format-date';
import { Link } from '@/components/Link/Link';
import { dayOf } from '@/domain/workdays/days';
import { titleIn } from '@/queries/document-items';
import type { OpenConsultation } from '@/queries/open-consultations';
import styles from './participate.module.css';

/** Drafts that take comments now, each with the day on which it closes. */
export function OpenNow({ items, locale }: { items: OpenConsultation[]; locale: string }) {
  const t = useTranslations('frame.participate');
  return (
    <ul className={styles.open}>
      {items.map((item) => {
        const { title, lang } = titleIn(locale, item);
        return (
          <li key={item.slug} className={styles.openItem}>
            <Link href={`/consultations/${item.slug}`} lang={lang}>
              {title}
            </Link>
            <span className={styles.until}>
              {t('until', { date: formatDate(dayOf(item.closesAt), locale) })}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
