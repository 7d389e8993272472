import { useLocale, useTranslations } from 'next-intl';
import { Button, LinkButton } from '@/components/Button/Button';
import { DocumentList, type DocumentItem } from '@/components/DocumentList/DocumentList';
import { postTo } from './addresses';
import styles from './form.module.css';

/** Documents that are public already, before somebody waits twenty working days for one of them. */
export function PublicDocuments({ items, goOn }: { items: DocumentItem[]; goOn: string }) {
  const t = useTranslations('applyForm.public');
  const locale = useLocale();
  return (
    <section className={styles.public} aria-labelledby="public-title">
      <h2 id="public-title" className={styles.publicTitle}>
        {t('title')}
      </h2>
      <p className={styles.note}>{t('lead')}</p>
      <DocumentList items={items} headingLevel={3} />
      <form method="post" action={postTo(locale, 'save')} className={styles.ways}>
        <Button kind="secondary" name="do" value="found">
          {t('found')}
        </Button>
        <LinkButton href={goOn}>{t('goOn')}</LinkButton>
      </form>
    </section>
  );
}
