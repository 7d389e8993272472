import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/Button/Button';
import { TextField } from '@/components/Field/Field';
import { getPathname } from '@/i18n/navigation';
import type { Locale } from '@/i18n/routing';
import styles from './relations.module.css';

type Props = { slug: string; date?: string; error?: string };

/** Asks how a document stood on any day; a GET form, so that the answer has an address. */
export function AsOfForm({ slug, date, error }: Props) {
  const t = useTranslations('relations.asOf');
  const locale = useLocale() as Locale;
  return (
    <form
      action={getPathname({ href: `/documents/${slug}/as-of`, locale })}
      method="get"
      aria-label={t('label')}
      className={styles.asOf}
    >
      <TextField
        name="date"
        id="as-of-date"
        type="date"
        label={t('label')}
        hint={t('hint')}
        defaultValue={date}
        error={error}
        width="short"
      />
      <Button kind="secondary">{t('submit')}</Button>
    </form>
  );
}
