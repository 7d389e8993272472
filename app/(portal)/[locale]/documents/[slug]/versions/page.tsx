import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { Button } from '@/components/Button/Button';
import { DateText } from '@/components/DateText/DateText';
import { formatDate } from '@/components/DateText/format-date';
import { SelectField } from '@/components/Field/Field';
import { Link } from '@/components/Link/Link';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { Section } from '@/components/Section/Section';
import type { Locale } from '@/i18n/routing';
import type { TextVersion } from '@/queries/versions';
import { alternatesOf } from '../../../alternates';
import { columnMeta } from '../../../national-meta';
import { openVersions } from './open';
import styles from './versions.module.css';

type Props = { params: Promise<{ locale: Locale; slug: string }> };

export const revalidate = 300;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const { document } = await openVersions(slug, locale);
  const t = await getTranslations({ locale, namespace: 'versions' });
  return {
    title: t('titleOf', { title: document.title }),
    alternates: alternatesOf(locale, `/documents/${document.slug}/versions`),
    other: await columnMeta(locale, 'documents'),
  };
}

export default async function VersionsPage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const { document, versions, crumbs } = await openVersions(slug, locale);
  const t = await getTranslations('versions');
  const path = `/documents/${document.slug}`;
  return (
    <>
      <Breadcrumbs items={[...crumbs, { label: t('title') }]} />
      <PageTitle title={t('title')} lead={versions.length > 1 ? t('lead') : t('single')} />
      <ol className={styles.list} reversed>
        {versions.map((version, i) => {
          const before = versions[i + 1];
          return (
            <li key={version.number} className={styles.version}>
              <p className={styles.name}>
                <Link href={version.isCurrent ? path : `${path}/versions/${version.number}`}>
                  {t('nth', { number: version.number })}
                </Link>
                {version.isCurrent && ` · ${t('current')}`}
              </p>
              <p className={styles.day}>
                <DateText day={version.day} />
                {version.number === 1 && ` · ${t('first')}`}
              </p>
              {version.note && (
                <p className={styles.note}>
                  {t.rich('note', { note: () => <span lang="zh-CN">{version.note}</span> })}
                </p>
              )}
              {before && (
                <p>
                  <Link href={`${path}/versions/${before.number}/${version.number}`}>
                    {t('compareWithBefore', { number: before.number })}
                  </Link>
                </p>
              )}
            </li>
          );
        })}
      </ol>
      {versions.length > 2 && (
        <Section title={t('form.heading')}>
          <CompareForm versions={versions} path={path} locale={locale} />
        </Section>
      )}
    </>
  );
}

/** Any two versions; it asks for /versions/compare?from=1&to=3, which leads to their comparison. */
async function CompareForm(props: { versions: TextVersion[]; path: string; locale: Locale }) {
  const { versions, path, locale } = props;
  const t = await getTranslations('versions.form');
  const options = versions.map(({ number, day }) => ({
    value: String(number),
    label: t('option', { number, date: formatDate(day, locale) }),
  }));
  return (
    <form
      method="get"
      action={`${locale === 'en' ? '/en' : ''}${path}/versions/compare`}
      className={styles.form}
    >
      <SelectField
        name="from"
        label={t('from')}
        options={options}
        defaultValue={options.at(-1)?.value}
      />
      <SelectField name="to" label={t('to')} options={options} defaultValue={options[0]?.value} />
      <Button kind="secondary">{t('submit')}</Button>
    </form>
  );
}
