import { getLocale, getTranslations } from 'next-intl/server';
import { Actions } from '@/components/Actions/Actions';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { formatDate } from '@/components/DateText/format-date';
import { FactStrip } from '@/components/FactStrip/FactStrip';
import { Link } from '@/components/Link/Link';
import { MetaLine } from '@/components/MetaLine/MetaLine';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { Section } from '@/components/Section/Section';
import { YearLinks } from '@/components/YearLinks/YearLinks';
import { growthOf, shareOf } from '@/domain/statistics/publications';
import type { Locale } from '@/i18n/routing';
import { mostReadIn, type Statistics } from '@/queries/statistics';
import { figureTables, mediaTable, readTable } from '@/queries/statistics-tables';
import { Charted, Listed } from './Tables';
import styles from './statistics.module.css';

type Props = {
  statistics: Statistics;
  title: string;
  /** A year of its own address, above which stand the figures of now. */
  isOneOfMany?: boolean;
};

/** A year of the platform in figures: each chart with its table, each table with its files. */
export async function YearInFigures({ statistics, title, isOneOfMany = false }: Props) {
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations('statistics');
  const { year, years, asOf, documents, before, explained, applications } = statistics;
  const [tables, read, media] = await Promise.all([
    figureTables(statistics, locale),
    mostReadIn(year, locale),
    mediaTable(locale),
  ]);
  const share = (value: number | null) =>
    value === null ? t('none') : t('share', { percent: value });
  const growth = growthOf(documents, before.documents);
  const { from, to } = recentMonths(asOf);
  return (
    <>
      <Breadcrumbs
        items={[
          ...(isOneOfMany ? [{ label: t('title'), href: '/statistics' }] : []),
          { label: title },
        ]}
      />
      <PageTitle title={title} lead={t('lead')} />
      <MetaLine>
        {t('asOf', { day: formatDate(asOf, locale) })}
        <Link href="/statistics/notices">{t('more.notices')}</Link>
        <Link href="/applications/statistics">{t('more.applications')}</Link>
        <Link href="/annual-reports">{t('more.reports')}</Link>
      </MetaLine>
      <YearLinks
        label={t('years')}
        years={years.map((each) => ({
          href: `/statistics/${each}`,
          label: t('year', { year: String(each) }),
          isCurrent: each === year,
        }))}
      />
      <FactStrip
        facts={[
          {
            value: documents,
            label: t('facts.documents'),
            href: '#months',
            source:
              growth === null
                ? t('facts.before', { count: before.documents })
                : t('facts.growth', { change: changeIn(growth) }),
          },
          {
            value: share(shareOf(explained.explained, explained.due)),
            label: t('facts.explained'),
            href: '#interpretations',
            source: tables.interpretations.caption,
          },
          {
            value: share(shareOf(applications.onTime, applications.timed)),
            label: t('facts.answered'),
            href: '#answers',
            source: tables.answers.caption,
          },
        ]}
      />
      <Actions />
      <Charted table={tables.months} year={year} note={t('notes.months')} charted={[0, 1]} />
      <Charted table={tables.kinds} year={year} note={t('notes.kinds')} charted={[0]} />
      <Charted table={tables.agencies} year={year} note={t('notes.agencies')} charted={[0]} />
      <Charted table={tables.categories} year={year} note={t('notes.categories')} charted={[0]} />
      <Charted
        table={tables.interpretations}
        year={year}
        note={t('notes.interpretations')}
        charted={[4]}
      />
      <Charted table={tables.answers} year={year} note={t('notes.answers')} charted={[3]} />
      <Charted
        table={tables.consultations}
        year={year}
        note={t('notes.consultations')}
        charted={[0]}
      />
      <Section title={t('sections.mostRead')} id="most-read">
        <Listed
          table={readTable('most-read', read.year, locale)}
          year={year}
          empty={t('empty.read')}
        />
        <Listed
          table={readTable('most-read-recent', read.recent, locale)}
          year={year}
          empty={t('empty.read')}
          note={t('notes.recent', { year: String(year), from, to })}
        />
      </Section>
      <Section title={media.caption} id="media">
        <Listed table={media} year={year} empty={t('empty.media')} note={t('mediaNote')} />
      </Section>
      <Section title={t('sections.method')} id="method">
        <div className={styles.method}>
          <p>{t('method.published')}</p>
          <p>{t('method.answers', { day: formatDate(asOf, locale) })}</p>
          <p>{t('method.reads')}</p>
          <p>{t('method.media')}</p>
        </div>
      </Section>
    </>
  );

  function changeIn(value: number): string {
    if (value === 0) return t('facts.same');
    const percent = Math.abs(value);
    return value > 0 ? t('facts.more', { percent }) : t('facts.fewer', { percent });
  }
}

/** The last month that is counted and the one before it, by number. */
function recentMonths(asOf: string): { from: string; to: string } {
  const to = Number(asOf.slice(5, 7));
  return { from: String(to === 1 ? 12 : to - 1), to: String(to) };
}
