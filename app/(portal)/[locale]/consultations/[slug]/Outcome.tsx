import { getTranslations } from 'next-intl/server';
import { Link } from '@/components/Link/Link';
import { Section } from '@/components/Section/Section';
import { labelOf } from '@/domain/catalogue/codes';
import { OUTCOME_DECISIONS } from '@/domain/consultations/codes';
import { hasOutcome } from '@/domain/consultations/outcome';
import type { Locale } from '@/i18n/routing';
import type { Consultation } from '@/payload-types';
import { titleIn } from '@/queries/document-items';
import styles from './consultation.module.css';

type Props = { consultation: Consultation; received: number; locale: Locale };

/** How many said something, what they said, what became of each point and why; and what it led to. */
export async function Outcome({ consultation, received, locale }: Props) {
  const t = await getTranslations('consultations');
  const { outcome = {}, finalDocument, withoutOutcome } = consultation;
  const lang = locale === 'en' ? 'zh-CN' : undefined;
  const final = typeof finalDocument === 'object' ? finalDocument : null;
  if (withoutOutcome && !hasOutcome(outcome)) {
    return (
      <Section title={t('brokenOff')} id="outcome">
        <p className={styles.words} lang={lang}>
          {withoutOutcome}
        </p>
      </Section>
    );
  }
  if (!hasOutcome(outcome)) return null;
  const other = outcome.otherWays ?? 0;
  const points = outcome.points ?? [];
  const named = points.reduce((sum, { count }) => sum + (count ?? 0), 0);
  return (
    <Section title={t('outcome')} id="outcome">
      <p>{t('outcomeCount', { web: received, other, total: received + other })}</p>
      <p className={styles.words} lang={lang}>
        {outcome.summary}
      </p>
      {points.length > 0 && (
        <table className={styles.points}>
          <caption>{t('points.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('points.opinion')}</th>
              <th scope="col">{t('points.count')}</th>
              <th scope="col">{t('points.decision')}</th>
              <th scope="col">{t('points.reason')}</th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ id, opinion, count, decision, reason }) => (
              <tr key={id}>
                <th scope="row" lang={lang} className={styles.words}>
                  {opinion}
                </th>
                <td data-label={t('points.count')}>{count ?? t('points.none')}</td>
                <td data-label={t('points.decision')} data-decision={decision}>
                  {labelOf(OUTCOME_DECISIONS, decision, locale)}
                </td>
                <td data-label={t('points.reason')} lang={lang} className={styles.words}>
                  {reason || t('points.none')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {named > received + other && <p className={styles.facts}>{t('points.several')}</p>}
      {final && (
        <p>
          {t('final')}
          {locale === 'en' ? ': ' : '：'}
          <Link href={`/documents/${final.slug}`} lang={titleIn(locale, final).lang}>
            {titleIn(locale, final).title}
          </Link>
        </p>
      )}
    </Section>
  );
}
