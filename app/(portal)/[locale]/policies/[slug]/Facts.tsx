import { useTranslations } from 'next-intl';
import { formatDate } from '@/components/DateText/format-date';
import { DateText } from '@/components/DateText/DateText';
import { Link } from '@/components/Link/Link';
import { MetadataTable } from '@/components/MetadataTable/MetadataTable';
import { Section } from '@/components/Section/Section';
import { labelOf } from '@/domain/catalogue/codes';
import { CODES, restrictionsOf, type Question } from '@/domain/policies/fit';
import type { Locale } from '@/i18n/routing';
import type { Policy } from '@/payload-types';
import { dayOrNothing } from '@/queries/document-items';
import type { KnownStanding } from '@/queries/policy-sources';
import styles from './policy.module.css';

type Props = { policy: Policy; known: KnownStanding; locale: Locale };

/** Beside the guide: who runs it, when, and whom it is for. */
export function Facts({ policy, known, locale }: Props) {
  const t = useTranslations('policies');
  const { agency } = policy;
  const from = dayOrNothing(policy.startsOn);
  const until = known.lastDay;
  const published = dayOrNothing(policy.publishedOn);
  const date = (day: string | undefined) => (day ? formatDate(day, locale) : '');
  const period = from ? (until ? 'fromUntil' : 'from') : until ? 'until' : 'always';
  const whom = (question: Question) =>
    restrictionsOf(policy.fits, question)
      .map((code) => labelOf(CODES[question] as never, code as never, locale))
      .join(locale === 'en' ? ', ' : '、') || t('guide.anybody');
  return (
    <Section title={t('guide.facts')} id="facts">
      <div className={styles.facts}>
        <MetadataTable
          rows={[
            {
              term: t('guide.agency'),
              value: typeof agency === 'object' && (
                <Link href={`/agencies/${agency.slug}`}>{agency.name}</Link>
              ),
              wide: true,
            },
            {
              term: t('guide.period'),
              // What ended with its document was not open until any day of its own.
              value:
                known.state === 'expired'
                  ? undefined
                  : t(`guide.${period}`, { from: date(from), until: date(until) }),
              wide: true,
            },
            { term: t('filters.trade'), value: whom('trade'), wide: true },
            { term: t('filters.size'), value: whom('size'), wide: true },
            { term: t('filters.need'), value: whom('need'), wide: true },
            {
              term: t('guide.published'),
              value: published && <DateText day={published} />,
              wide: true,
            },
          ]}
        />
      </div>
    </Section>
  );
}
