import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { formatDate } from '@/components/DateText/format-date';
import { Link } from '@/components/Link/Link';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { ScrollRegion } from '@/components/ScrollRegion/ScrollRegion';
import { Section } from '@/components/Section/Section';
import { labelOf } from '@/domain/catalogue/codes';
import { DOMAINS } from '@/domain/catalogue/domains';
import type { Level } from '@/domain/catalogue/items';
import type { Cell } from '@/domain/catalogue/matrix';
import { dayOf } from '@/domain/workdays/days';
import type { Locale } from '@/i18n/routing';
import { listTownships } from '@/queries/agencies';
import { catalogueOverview } from '@/queries/catalogued';
import { countDocuments } from '@/queries/documents';
import { alternatesOf } from '../../alternates';
import { columnMeta } from '../../national-meta';
import styles from '../catalogue/catalogue.module.css';

type Props = { params: Promise<{ locale: Locale }> };

export const revalidate = 300;

const LEVELS: readonly Level[] = ['county', 'township'];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'catalogue.grassroots' });
  return {
    title: t('title'),
    description: t('lead'),
    alternates: alternatesOf(locale, '/disclosure/grassroots'),
    other: await columnMeta(locale, 'grassroots'),
  };
}

export default async function GrassrootsPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const [t, matrix, platform, fields, townships] = await Promise.all([
    getTranslations('catalogue.grassroots'),
    getTranslations('catalogue.matrix'),
    getTranslations('platform'),
    catalogueOverview(dayOf(new Date())),
    listTownships(locale),
  ]);
  const documents = await Promise.all(
    townships.map(({ slug }) => countDocuments({ agency: slug ?? undefined })),
  );
  return (
    <>
      <Breadcrumbs
        items={[{ label: platform('title'), href: '/disclosure' }, { label: t('title') }]}
      />
      <PageTitle title={t('title')} lead={t('lead')} />
      <p>
        <Link href="/disclosure/grassroots/matrix">{matrix('see')}</Link>
      </p>
      <Section
        title={t('byField')}
        id="fields"
        more={{ href: '/disclosure/catalogue', label: t('see') }}
      >
        <ScrollRegion label={t('tableLabel')}>
          <table className={styles.board}>
            <thead>
              <tr>
                <th scope="col">{t('field')}</th>
                {LEVELS.map((level) => (
                  <th key={level} scope="col">
                    {t(level)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {fields.map(({ domain, levels }) => (
                <tr key={domain}>
                  <th scope="row">
                    <Link href={`/disclosure/catalogue/${domain}`}>
                      {labelOf(DOMAINS, domain, locale)}
                    </Link>
                  </th>
                  {LEVELS.map((level) => (
                    <td key={level}>
                      <Standing
                        domain={domain}
                        level={level}
                        counts={levels[level]}
                        locale={locale}
                        t={t}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      </Section>
      <Section title={t('townships')} id="townships">
        <p>{t('townshipsText')}</p>
        <ul className={styles.townships}>
          {townships.map(({ id, slug, name }, i) => (
            <li key={id}>
              <Link href={`/disclosure/townships/${slug}`}>{name}</Link>
              <span>
                {documents[i] ? t('documents', { count: documents[i] }) : t('noDocuments')}
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

type StandingProps = {
  domain: string;
  level: Level;
  counts: Cell;
  locale: Locale;
  t: Awaited<ReturnType<typeof getTranslations<'catalogue.grassroots'>>>;
};

/** How the items of a field stand at a level; what is empty or late is said, not hidden. */
function Standing({ domain, level, counts, locale, t }: StandingProps) {
  if (counts.items === 0 && counts.documents === 0) return t('none');
  return (
    <>
      <Link href={`/disclosure/catalogue/${domain}?level=${level}`}>
        {t('standing', { items: counts.items, covered: counts.covered + counts.late })}
      </Link>
      {counts.last && (
        <span>
          {t('published', { count: counts.documents, date: formatDate(counts.last, locale) })}
        </span>
      )}
      {counts.nothing > 0 && <span>{t('empty', { count: counts.nothing })}</span>}
      {counts.late > 0 && <span className={styles.late}>{t('late', { count: counts.late })}</span>}
    </>
  );
}
