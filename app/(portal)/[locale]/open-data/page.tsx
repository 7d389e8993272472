import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { getFormatter, getTranslations, setRequestLocale } from 'next-intl/server';
import * as z from 'zod';
import { formatSize } from '@/components/AttachmentList/format-size';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { formatDate } from '@/components/DateText/format-date';
import { EmptyState } from '@/components/EmptyState/EmptyState';
import { Fold } from '@/components/Fold/Fold';
import { Link } from '@/components/Link/Link';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { ScrollRegion } from '@/components/ScrollRegion/ScrollRegion';
import { Section } from '@/components/Section/Section';
import {
  DATASET_NAMES,
  DATASETS,
  SCHEMA_VERSION,
  type DatasetName,
  type Manifest,
} from '@/domain/open-data/datasets';
import { mayBeNull, typeIn, wordsIn, type FieldSchema } from '@/domain/open-data/described';
import { dayOf } from '@/domain/workdays/days';
import type { Locale } from '@/i18n/routing';
import { readEdition } from '@/transfer/export/open-data/edition';
import { alternatesOf } from '../alternates';
import { columnMeta } from '../national-meta';
import styles from './open-data.module.css';

type Props = { params: Promise<{ locale: Locale }> };

export const revalidate = 300;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'openData' });
  return {
    title: t('title'),
    description: t('lead'),
    alternates: alternatesOf(locale, '/open-data'),
    other: await columnMeta(locale, 'openData'),
  };
}

export default async function OpenDataPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('openData');
  const edition = await readEdition();
  return (
    <>
      <Breadcrumbs items={[{ label: t('title') }]} />
      <PageTitle title={t('title')} lead={t('lead')} />
      {edition ? (
        <>
          <Section title={t('download')} id="download">
            <Files edition={edition} locale={locale} />
          </Section>
          <Section title={t('check.title')} id="check">
            <p className={styles.text}>
              {t('check.text')} <a href="/open-data/manifest.json">{t('check.manifest')}</a>
            </p>
            <ScrollRegion label={t('check.commands')}>
              <pre className={styles.code}>
                <code>{`sha256sum documents.jsonl.gz\ngunzip -c documents.jsonl.gz | head -n 1`}</code>
              </pre>
            </ScrollRegion>
          </Section>
        </>
      ) : (
        <EmptyState title={t('none')}>
          <p>{t('noneText')}</p>
        </EmptyState>
      )}
      <Section title={t('terms.title')} id="terms">
        <p className={styles.text}>{process.env.OPEN_DATA_LICENCE || t('terms.text')}</p>
      </Section>
      <Section title={t('format.title')} id="format">
        <p className={styles.text}>{t('format.text', { version: SCHEMA_VERSION })}</p>
      </Section>
      <Section title={t('fields.title')} id="fields">
        {DATASET_NAMES.map((name) => (
          <Fold key={name} summary={`${t(`names.${name}`)} (${name})`}>
            <Fields name={name} locale={locale} />
          </Fold>
        ))}
      </Section>
      <Section title={t('more.title')} id="more">
        <ul className={styles.more}>
          <li>
            <Link href="/developers">{t('more.api')}</Link>
          </li>
          <li>
            <Link href="/feeds">{t('more.feeds')}</Link>
          </li>
          <li>
            <Link href="/documents">{t('more.lists')}</Link>
          </li>
        </ul>
      </Section>
    </>
  );
}

async function Files({ edition, locale }: { edition: Manifest; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'openData' });
  const format = await getFormatter({ locale });
  return (
    <WordTable
      caption={t('caption', { date: formatDate(dayOf(edition.madeAt), locale) })}
      head={[t('name'), t('file'), t('records'), t('size'), t('checksum')]}
      rows={edition.files.map(({ name, records, bytes, sha256 }) => [
        t(`names.${name}`),
        <a key="file" href={`/open-data/${name}.jsonl.gz`} download>
          {`${name}.jsonl.gz`}
        </a>,
        format.number(records),
        formatSize(bytes),
        <code key="sum">{sha256}</code>,
      ])}
    />
  );
}

async function Fields({ name, locale }: { name: DatasetName; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'openData' });
  const { properties = {} } = z.toJSONSchema(DATASETS[name]);
  return (
    <WordTable
      caption={t(`names.${name}`)}
      head={[t('fields.field'), t('fields.type'), t('fields.meaning')]}
      rows={Object.entries(properties).map(([field, schema]) => {
        const told = schema as FieldSchema;
        return [
          <code key="field">{field}</code>,
          `${typeIn(told)}${mayBeNull(told) ? ' | null' : ''}`,
          wordsIn(told.description ?? '', locale),
        ];
      })}
    />
  );
}

type WordTableProps = { caption: string; head: string[]; rows: ReactNode[][] };

/** A table of words; the first cell of each row names it. */
function WordTable({ caption, head, rows }: WordTableProps) {
  return (
    <ScrollRegion label={caption}>
      <table className={styles.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {head.map((text) => (
              <th key={text} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells], i) => (
            <tr key={i}>
              <th scope="row">{name}</th>
              {cells.map((cell, j) => (
                <td key={j}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
