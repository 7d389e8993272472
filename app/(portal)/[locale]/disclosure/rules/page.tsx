import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { DateText } from '@/components/DateText/DateText';
import { EmptyState } from '@/components/EmptyState/EmptyState';
import { Link } from '@/components/Link/Link';
import { MetaLine } from '@/components/MetaLine/MetaLine';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import type { Locale } from '@/i18n/routing';
import { dayOrNothing, titleIn } from '@/queries/document-items';
import { listPages, type PageRow } from '@/queries/pages';
import { alternatesOf } from '../../alternates';
import { columnMeta } from '../../national-meta';
import styles from '../disclosure.module.css';

type Props = { params: Promise<{ locale: Locale }> };

export const revalidate = 300;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'platform' });
  return {
    title: t('parts.rules.title'),
    description: t('parts.rules.text'),
    alternates: alternatesOf(locale, '/disclosure/rules'),
    other: await columnMeta(locale, 'rules'),
  };
}

export default async function RulesPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('platform');
  const rules = await listPages('rules');
  return (
    <>
      <Breadcrumbs
        items={[{ label: t('title'), href: '/disclosure' }, { label: t('parts.rules.title') }]}
      />
      <PageTitle title={t('parts.rules.title')} lead={t('rules.lead')} />
      {rules.length > 0 ? (
        <ul className={styles.rules}>
          {rules.map((rule) => (
            <Rule key={rule.id} rule={rule} locale={locale} edition={t('edition')} />
          ))}
        </ul>
      ) : (
        <EmptyState title={t('rules.missing')} />
      )}
    </>
  );
}

function Rule({ rule, locale, edition }: { rule: PageRow; locale: string; edition: string }) {
  const { title, lang } = titleIn(locale, rule);
  const day = dayOrNothing(rule.editionOn);
  return (
    <li className={styles.ruleItem} id={rule.slug}>
      <h2 className={styles.ruleTitle}>
        <Link href={`/disclosure/rules/${rule.slug}`} lang={lang}>
          {title}
        </Link>
      </h2>
      <p>{(locale === 'en' && rule.english?.summary) || rule.summary}</p>
      <MetaLine>
        {day && (
          <>
            {edition} <DateText day={day} />
          </>
        )}
      </MetaLine>
    </li>
  );
}
