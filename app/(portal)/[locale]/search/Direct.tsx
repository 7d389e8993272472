import { useTranslations } from 'next-intl';
import { DateText } from '@/components/DateText/DateText';
import { Link } from '@/components/Link/Link';
import { MetaLine } from '@/components/MetaLine/MetaLine';
import { ValidityTag } from '@/components/ValidityTag/ValidityTag';
import type { FoundDirect } from '@/queries/search';
import { factsOf, kindOf, titleOf } from './Results';
import styles from './search.module.css';

type DirectProps = { direct: FoundDirect; locale: string; ping?: string };

/** What was named by its number or its article, above everything that merely holds the words. */
export function Direct({ direct, locale, ping }: DirectProps) {
  const t = useTranslations('search.direct');
  const { why, hit, passage } = direct;
  const { title, lang } = titleOf(direct, locale);
  const { number, agency, agencyLang, date, validity } = factsOf(direct, locale);
  const chinese = locale === 'en' ? 'zh-CN' : undefined;
  return (
    <section className={styles.direct} aria-labelledby="direct-answer">
      <p className={styles.why}>{t(why)}</p>
      <h2 id="direct-answer" className={styles.directTitle}>
        <Link href={hit.url} lang={lang} ping={ping}>
          {title}
        </Link>
      </h2>
      <MetaLine>
        {kindOf(direct, locale)}
        {number && <span lang={chinese}>{number}</span>}
        {agency && <span lang={agencyLang}>{agency}</span>}
        {date && <DateText day={date} />}
        {validity && <ValidityTag validity={validity} />}
      </MetaLine>
      {passage && (
        <>
          <blockquote className={styles.article} lang={chinese}>
            {passage.text.split('\n').map((paragraph, i) => (
              <p key={i}>{paragraph}</p>
            ))}
          </blockquote>
          <p className={styles.open}>
            <Link href={passage.anchor ? `${hit.url}#${passage.anchor}` : hit.url} ping={ping}>
              {passage.label
                ? t.rich('open', { place: () => <span lang={chinese}>{passage.label}</span> })
                : t('openText')}
            </Link>
          </p>
        </>
      )}
    </section>
  );
}
