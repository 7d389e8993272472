import { useLocale, useTranslations } from 'next-intl';
import { Button, LinkButton } from '@/components/Button/Button';
import { Link } from '@/components/Link/Link';
import type { Answering } from '@/queries/already-answered';
import styles from '../../applications/new/form.module.css';

/** What may answer the letter already, before somebody waits for a reply: shown once for each question. */
export function Answered({ found }: { found: Answering[] }) {
  const t = useTranslations('citizenLetters');
  const prefix = useLocale() === 'en' ? '/en' : '';
  return (
    <section className={styles.public} aria-labelledby="answered-title">
      <h2 id="answered-title" className={styles.publicTitle}>
        {t('suggestions.title')}
      </h2>
      <p className={styles.note}>{t('suggestions.lead')}</p>
      <ul className={styles.suggestions}>
        {found.map(({ href, title, lang, facts }) => (
          <li key={href}>
            <Link href={href} lang={lang}>
              {title}
            </Link>
            <span className={styles.note}>{facts}</span>
          </li>
        ))}
      </ul>
      <form method="post" action={`${prefix}/letters/new/save`} className={styles.ways}>
        <Button kind="secondary" name="do" value="found">
          {t('suggestions.found')}
        </Button>
        <LinkButton href="/letters/new/check">{t('form.next')}</LinkButton>
      </form>
    </section>
  );
}
