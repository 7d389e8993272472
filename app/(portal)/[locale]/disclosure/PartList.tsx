import { useTranslations } from 'next-intl';
import { Link } from '@/components/Link/Link';
import { PARTS } from './parts';
import styles from './disclosure.module.css';

/** The five parts, each with a line on what is in it. */
export function PartList({ headingLevel }: { headingLevel: 2 | 3 }) {
  const t = useTranslations('platform');
  const Title = `h${headingLevel}` as const;
  return (
    <ul className={styles.parts}>
      {PARTS.map(({ key, href }) => (
        <li key={key} className={styles.part}>
          <Title className={styles.partTitle}>
            <Link href={href}>{t(`parts.${key}.title`)}</Link>
          </Title>
          <p className={styles.partText}>{t(`parts.${key}.text`)}</p>
        </li>
      ))}
    </ul>
  );
}
