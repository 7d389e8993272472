import { useTranslations } from 'next-intl';
import { Link } from '@/components/Link/Link';
import { Section } from '@/components/Section/Section';
import type { PublishedKind } from '@/queries/agency-publications';
import styles from '../agencies.module.css';

/** All that an agency published, by kind, each with how many there are. */
export function PublishedKinds({ kinds }: { kinds: PublishedKind[] }) {
  const t = useTranslations('agencies');
  if (kinds.length === 0) return null;
  return (
    <Section title={t('published')} id="published">
      <ul className={styles.kinds}>
        {kinds.map(({ kind, count, href }) => (
          <li key={kind}>
            <Link href={href}>{t(`kinds.${kind}`)}</Link>{' '}
            <span>{t('publishedCount', { count })}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
