import { useTranslations } from 'next-intl';
import { DateText } from '@/components/DateText/DateText';
import { Link } from '@/components/Link/Link';
import { MetaLine } from '@/components/MetaLine/MetaLine';
import { ValidityTag } from '@/components/ValidityTag/ValidityTag';
import type { FoundDirect } from '@/queries/search';
import type { VersionHit } from '@/search/engine';
import { factsOf, kindOf, noteOf, titleOf, Versions } from './Results';
import styles from './search.module.css';

type DirectProps = {
  direct: FoundDirect;
  /** The other versions of the same text that were found, which are not listed below. */
  versions: VersionHit[];
  locale: string;
  ping?: string;
};

/** What was named by its number or its article, or the answer to just this question, above everything that merely holds the words. */
export function Direct({ direct, versions, locale, ping }: DirectProps) {
  const t = useTranslations('search');
  const note = noteOf(direct, t);
  const { why, hit, passage } = direct;
  const { title, lang } = titleOf(direct, locale);
  const { number, agency, agencyLang, date, validity } = factsOf(direct, locale);
  const chinese = locale === 'en' ? 'zh-CN' : undefined;
  return (
    <section className={styles.direct} aria-labelledby="direct-answer">
      <p className={styles.why}>{t(`direct.${why}`)}</p>
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
        {note}
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
              <Place why={why} label={passage.label} lang={chinese} />
            </Link>
          </p>
        </>
      )}
      {versions.length > 0 && <Versions versions={versions} locale={locale} ping={ping} />}
    </section>
  );
}

function Place({ why, label, lang }: { why: string; label?: string; lang?: string }) {
  const t = useTranslations('search.direct');
  if (why === 'question') return t('openAnswer');
  if (!label) return t('openText');
  return t.rich('open', { place: () => <span lang={lang}>{label}</span> });
}
