import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Actions } from '@/components/Actions/Actions';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { Link } from '@/components/Link/Link';
import { ListDownloads } from '@/components/ListDownloads/ListDownloads';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { Section } from '@/components/Section/Section';
import { labelOf } from '@/domain/catalogue/codes';
import { DOMAINS } from '@/domain/catalogue/domains';
import type { Cell } from '@/domain/catalogue/matrix';
import { dayOf } from '@/domain/workdays/days';
import type { Locale } from '@/i18n/routing';
import { catalogueMatrix } from '@/queries/catalogued';
import { alternatesOf } from '../../../alternates';
import { columnMeta } from '../../../national-meta';
import { Gaps } from '../Gaps';
import styles from '../matrix.module.css';
import { MatrixTable } from '../MatrixTable';

type Props = { params: Promise<{ locale: Locale }> };

export const revalidate = 300;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'catalogue.matrix' });
  return {
    title: t('title'),
    description: t('lead'),
    alternates: alternatesOf(locale, '/disclosure/grassroots/matrix'),
    other: await columnMeta(locale, 'grassroots'),
  };
}

/** 26 fields × the county and its townships (国办发〔2019〕54号). A phone offers one field or one place. */
export default async function MatrixPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const [t, platform, grassroots, { matrix, townships }] = await Promise.all([
    getTranslations('catalogue.matrix'),
    getTranslations('platform'),
    getTranslations('catalogue.grassroots'),
    catalogueMatrix(locale, dayOf(new Date())),
  ]);
  const { rows, sums } = matrix;
  return (
    <>
      <Breadcrumbs
        items={[
          { label: platform('title'), href: '/disclosure' },
          { label: grassroots('title'), href: '/disclosure/grassroots' },
          { label: t('title') },
        ]}
      />
      <PageTitle title={t('title')} lead={t('lead')} />
      <Actions copy={false} />
      <MatrixTable matrix={matrix} townships={townships} />
      <div className={styles.narrow}>
        <Section title={t('byPlace')} id="by-place">
          <p>{t('byPlaceText')}</p>
          <ul className={styles.list}>
            <Choice href="/disclosure/grassroots#fields" label={t('county')} cell={sums.county} />
            {townships.map(({ id, slug, name }, i) => (
              <Choice
                key={id}
                href={`/disclosure/townships/${slug}`}
                label={name}
                cell={sums.townships[i]!}
              />
            ))}
          </ul>
        </Section>
        <Section title={t('byDomain')} id="by-domain">
          <p>{t('byDomainText')}</p>
          <ul className={styles.list}>
            {rows.map(({ domain, all }) => (
              <Choice
                key={domain}
                href={`/disclosure/catalogue/${domain}#places`}
                label={labelOf(DOMAINS, domain, locale)}
                cell={all}
              />
            ))}
          </ul>
        </Section>
      </div>
      <p className={styles.note}>{t('note')}</p>
      <ListDownloads list="grassroots" />
    </>
  );
}

async function Choice({ href, label, cell }: { href: string; label: string; cell: Cell }) {
  const t = await getTranslations('catalogue.matrix');
  return (
    <li>
      <Link href={href}>{label}</Link>
      <span>{t('count', { count: cell.documents })}</span>
      {cell.last && <span>{t('last', { date: cell.last })}</span>}
      <Gaps cell={cell} />
    </li>
  );
}
