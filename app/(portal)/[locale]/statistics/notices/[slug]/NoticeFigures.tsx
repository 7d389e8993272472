import { useLocale, useTranslations } from 'next-intl';
import { DateText } from '@/components/DateText/DateText';
import { formatDate } from '@/components/DateText/format-date';
import { FactStrip } from '@/components/FactStrip/FactStrip';
import { Link } from '@/components/Link/Link';
import { ReportTable } from '@/components/ReportTable/ReportTable';
import { Section } from '@/components/Section/Section';
import { FAULTS, MEASURES, type Measures, type QuarterFigures } from '@/domain/statistics/quarter';
import { GROUPS } from '@/domain/statistics/quarter-table';
import { findingsOf } from '@/domain/statistics/quarter-text';
import type { Locale } from '@/i18n/routing';
import styles from '../../statistics.module.css';

/** What to know first: how much was done, what is missing, and what came too late. */
export function NoticeFacts({ figures: { total } }: { figures: QuarterFigures }) {
  const t = useTranslations('quarterlyNotices');
  const late =
    total.late +
    total.applicationsOverdue +
    total.lettersOverdue +
    total.correctionsOverdue +
    total.outcomesOverdue;
  const fact = (key: 'published' | 'missing' | 'late', value: number) => ({
    value,
    label: t(`facts.${key}`),
    href: '#agencies',
    source: t('sections.table'),
  });
  return (
    <FactStrip
      facts={[
        fact('published', total.published),
        fact('missing', total.itemsEmpty + total.itemsLate),
        fact('late', late),
      ]}
    />
  );
}

/** What a notice counts: the table by agency, the columns, and a sentence for each finding. */
export function NoticeFigures({ figures, text }: { figures: QuarterFigures; text: string }) {
  const t = useTranslations('quarterlyNotices');
  const locale = useLocale() as Locale;
  const { total, rows, columns, asOf } = figures;
  // A text that names them, as the one that is compiled does, says them once.
  const findings = findingsOf(figures).filter((finding) => !text.includes(finding));
  const isSaid = findings.length === 0 && findingsOf(figures).length > 0;
  return (
    <>
      <Section title={t('sections.table')} id="agencies">
        <ReportTable
          id="quarter"
          caption={t('captions.table')}
          isCaptionHidden
          head={[
            [
              { text: t('unit'), rowSpan: 2 },
              ...GROUPS.map(({ code, measures }) => ({
                text: t(`groups.${code}`),
                colSpan: measures.length,
              })),
            ],
            MEASURES.map((measure) => ({ text: t(`measures.${measure}`) })),
          ]}
          rows={[
            ...rows.map((row) => ({
              header: row.slug ? (
                <Link href={`/agencies/${row.slug}`} lang={locale === 'en' ? 'zh-CN' : undefined}>
                  {row.name}
                </Link>
              ) : (
                t('others')
              ),
              cells: cellsOf(row),
            })),
            { header: t('total'), cells: cellsOf(total), strong: true },
          ]}
          note={t('note', { day: formatDate(asOf, locale) })}
        />
      </Section>
      <Section title={t('sections.columns')} id="columns">
        {columns.length === 0 ? (
          <p>{t('noColumns')}</p>
        ) : (
          <ReportTable
            caption={t('captions.columns')}
            isCaptionHidden
            head={[[{ text: t('column') }, { text: t('last') }, { text: t('daysLate') }]]}
            rows={columns.map(({ slug, name, last, daysLate }) => ({
              header: (
                <Link
                  href={`/disclosure/columns/${slug}`}
                  lang={locale === 'en' ? 'zh-CN' : undefined}
                >
                  {name}
                </Link>
              ),
              cells: last ? [<DateText key="last" day={last} />, daysLate] : [t('never'), null],
            }))}
          />
        )}
      </Section>
      {!isSaid && (
        <Section title={t('sections.findings')} id="findings">
          {findings.length === 0 ? (
            <p>{t('noFindings')}</p>
          ) : (
            <ol className={styles.findings} lang="zh-CN">
              {findings.map((finding) => (
                <li key={finding}>{finding}</li>
              ))}
            </ol>
          )}
        </Section>
      )}
    </>
  );

  // Nought is quiet; what says that something is wrong stands out in weight as well as in colour.
  function cellsOf(measures: Measures) {
    return MEASURES.map((measure) =>
      FAULTS.includes(measure) && measures[measure] > 0 ? (
        <span key={measure} className={styles.bad}>
          {measures[measure]}
        </span>
      ) : (
        measures[measure]
      ),
    );
  }
}
