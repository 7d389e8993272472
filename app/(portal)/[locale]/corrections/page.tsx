import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { LinkButton } from '@/components/Button/Button';
import { FactStrip } from '@/components/FactStrip/FactStrip';
import { Link } from '@/components/Link/Link';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { ReportTable } from '@/components/ReportTable/ReportTable';
import { Section } from '@/components/Section/Section';
import { labelOf } from '@/domain/catalogue/codes';
import { CORRECTION_RESULTS } from '@/domain/letters/codes';
import { responseLimit } from '@/globals/ResponseLimits/limits';
import type { Locale } from '@/i18n/routing';
import { correctionsInFigures } from '@/queries/letter-figures';
import { portal } from '@/queries/portal';
import { alternatesOf } from '../alternates';
import { columnMeta } from '../national-meta';
import styles from './corrections.module.css';

type Props = { params: Promise<{ locale: Locale }> };

/** Kept for five minutes: nobody needs the figures to the second. */
export const revalidate = 300;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'corrections' });
  const days = await responseLimit({ payload: await portal() }, 'correctionDays');
  return {
    title: t('title'),
    description: t('lead', { days }),
    alternates: alternatesOf(locale, '/corrections'),
    other: await columnMeta(locale, 'corrections'),
  };
}

/** 网站找错: how to report an error, and what came of those reported. */
export default async function CorrectionsPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('corrections');
  const s = await getTranslations('citizenLetters.statistics');
  const days = await responseLimit({ payload: await portal() }, 'correctionDays');
  const { all, years, results } = await correctionsInFigures();
  const corrected = results
    .filter(({ result }) => result === 'corrected' || result === 'partly')
    .reduce((sum, { count }) => sum + count, 0);
  const decimal = (value: number | null) =>
    value === null ? s('unknown') : s('days', { days: value });
  return (
    <>
      <Breadcrumbs items={[{ label: t('title') }]} />
      <PageTitle title={t('title')} lead={t('lead', { days })} />
      <p className={styles.doors}>
        <LinkButton href="/corrections/new">{t('write')}</LinkButton>
        <LinkButton href="/letters/status" kind="secondary">
          {t('follow')}
        </LinkButton>
      </p>
      <p>
        {t.rich('new.private', {
          link: (chunks) => <Link href="/corrections/record">{chunks}</Link>,
        })}
      </p>
      <Section title={t('handled.title')} id="handled">
        {all.received === 0 ? (
          <p>{t('handled.none')}</p>
        ) : (
          <>
            <FactStrip
              facts={[
                {
                  value: all.received,
                  label: t('handled.received'),
                  href: '#years',
                  source: t('handled.years'),
                },
                {
                  value: corrected,
                  label: t('handled.corrected'),
                  href: '#results',
                  source: t('handled.results'),
                },
                {
                  value: decimal(all.averageDays),
                  label: t('handled.averageDays'),
                  href: '#years',
                  source: t('handled.years'),
                },
              ]}
            />
            <div id="results">
              <ReportTable
                caption={t('handled.results')}
                head={[[{ text: t('handled.results') }, { text: t('handled.count') }]]}
                rows={results.map(({ result, count }) => ({
                  header: labelOf(CORRECTION_RESULTS, result, locale),
                  cells: [count],
                }))}
              />
            </div>
            <div id="years">
              <ReportTable
                caption={t('handled.years')}
                head={[
                  [
                    { text: t('handled.year') },
                    { text: t('handled.received') },
                    { text: t('handled.closed') },
                    { text: t('handled.onTime') },
                    { text: t('handled.averageDays') },
                  ],
                ]}
                rows={years.map((one) => ({
                  header: s('year', { year: String(one.year) }),
                  cells: [
                    one.received,
                    one.answered,
                    one.onTimeRate === null
                      ? s('unknown')
                      : s('share', { percent: one.onTimeRate }),
                    decimal(one.averageDays),
                  ],
                }))}
              />
            </div>
          </>
        )}
      </Section>
    </>
  );
}
