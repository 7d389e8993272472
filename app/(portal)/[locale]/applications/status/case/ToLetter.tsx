import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/Button/Button';
import { Link } from '@/components/Link/Link';
import { Section } from '@/components/Section/Section';
import { toLetter } from './to-letter';

/** Where to turn with what was no application (§39), and one press that takes along what was written. */
export function ToLetter() {
  const t = useTranslations('caseStatus.toLetter');
  const locale = useLocale();
  return (
    <Section title={t('title')} id="to-letter">
      <p>{t('about')}</p>
      <form action={toLetter}>
        <input type="hidden" name="locale" value={locale} />
        <Button>{t('send')}</Button>
      </form>
      <p>
        {t('note')} {t.rich('page', { link: (chunks) => <Link href="/letters">{chunks}</Link> })}
      </p>
    </Section>
  );
}
