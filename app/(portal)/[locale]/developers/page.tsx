import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { limitOf } from '@/access/request-limits';
import { TAGS, type Operation, type Tag } from '@/app/api/v1/operation';
import { BASE, OPERATIONS } from '@/app/api/v1/operations';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { Columns } from '@/components/Columns/Columns';
import { Fold } from '@/components/Fold/Fold';
import { Link } from '@/components/Link/Link';
import { MetadataTable } from '@/components/MetadataTable/MetadataTable';
import { Outline } from '@/components/Outline/Outline';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { ScrollRegion } from '@/components/ScrollRegion/ScrollRegion';
import { Section } from '@/components/Section/Section';
import type { Locale } from '@/i18n/routing';
import type { AddressValues } from '@/queries/search-address';
import { siteAddress } from '@/transfer/export/open-data/record-parts';
import { alternatesOf } from '../alternates';
import { columnMeta } from '../national-meta';
import { attemptOf, MOST_SHOWN, type Attempt } from './attempt';
import { exampleValues } from './examples';
import styles from './developers.module.css';
import { TryForm } from './TryForm';

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<AddressValues> };

/** What a form asked stands in the address. */
export const dynamic = 'force-dynamic';

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ locale }, values] = await Promise.all([params, searchParams]);
  const t = await getTranslations({ locale, namespace: 'developers' });
  return {
    title: t('title'),
    description: t('lead'),
    // Answers of the forms are for those who asked.
    ...(values.operation && { robots: { index: false } }),
    alternates: alternatesOf(locale, '/developers'),
    other: await columnMeta(locale, 'openData'),
  };
}

const RULES = ['limit', 'paging', 'conditional', 'updates', 'errors', 'terms'] as const;

export default async function DevelopersPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('developers');
  const [attempt, examples] = await Promise.all([
    attemptOf(await searchParams, locale),
    exampleValues(),
  ]);
  const language = locale === 'en' ? 'en' : 'zh';
  const tags = Object.entries(TAGS) as [Tag, (typeof TAGS)[Tag]][];
  return (
    <>
      <Breadcrumbs items={[{ label: t('title') }]} />
      <PageTitle title={t('title')} lead={t('lead')} />
      <Columns
        side={
          <Outline
            label={t('onThisPage')}
            items={[
              { id: 'rules', label: t('rules.title') },
              ...tags.map(([tag, names]) => ({ id: tag, label: names[language] })),
            ]}
          />
        }
      >
        <MetadataTable
          rows={[
            { term: t('base'), value: <code>{siteAddress(BASE)}</code>, wide: true },
            {
              term: t('description'),
              value: <a href="/api/openapi.json">{siteAddress('/api/openapi.json')}</a>,
              wide: true,
            },
          ]}
        />
        <Section title={t('rules.title')} id="rules">
          <ul className={styles.rules}>
            {RULES.map((rule) => (
              <li key={rule}>
                {t.rich(`rules.${rule}`, {
                  limit: limitOf('api'),
                  data: (chunks) => <Link href="/open-data">{chunks}</Link>,
                })}
              </li>
            ))}
          </ul>
        </Section>
        {tags.map(([tag, names]) => (
          <Section key={tag} title={names[language]} id={tag}>
            {OPERATIONS.filter((operation) => operation.tag === tag).map((operation) => {
              const own = attempt?.operation.id === operation.id ? attempt : null;
              return (
                <section key={operation.id} id={`try-${operation.id}`} className={styles.operation}>
                  <h3 className={styles.summary}>{operation.summary[language]}</h3>
                  <p className={styles.address}>
                    <code>{`GET ${BASE}${operation.path}`}</code>
                  </p>
                  <Fold summary={t('try')} open={own !== null}>
                    <TryForm
                      operation={operation}
                      values={own?.values ?? valuesFor(operation, examples)}
                      locale={locale}
                    />
                  </Fold>
                  {own && <Answer attempt={own} locale={locale} />}
                </section>
              );
            })}
          </Section>
        ))}
      </Columns>
    </>
  );
}

const valuesFor = ({ id, example }: Operation, examples: Record<string, Record<string, string>>) =>
  examples[id] ?? example;

async function Answer({ attempt, locale }: { attempt: Attempt; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'developers' });
  const { address, operation, status, shown, isCut } = attempt;
  return (
    <div className={styles.answer}>
      <h4>{t('addressBuilt')}</h4>
      <p className={styles.built}>
        <a href={address}>{address}</a>
      </p>
      <h4>{t('command')}</h4>
      <ScrollRegion label={`${t('command')} ${operation.id}`}>
        <pre className={styles.code}>
          <code>{`curl -i -H 'Accept-Language: ${locale}' '${address.replaceAll("'", '%27')}'`}</code>
        </pre>
      </ScrollRegion>
      <h4>{t('result')}</h4>
      <p>{t('status', { status: String(status) })}</p>
      <ScrollRegion label={`${t('result')} ${operation.id}`}>
        <pre className={`${styles.code} ${styles.result}`} lang="zh-CN">
          <code>{shown}</code>
        </pre>
      </ScrollRegion>
      {isCut && <p className={styles.note}>{t('cut', { count: MOST_SHOWN })}</p>}
    </div>
  );
}
