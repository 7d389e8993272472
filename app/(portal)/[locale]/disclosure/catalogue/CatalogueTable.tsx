import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { formatDate } from '@/components/DateText/format-date';
import { Link } from '@/components/Link/Link';
import { ScrollRegion } from '@/components/ScrollRegion/ScrollRegion';
import type { ItemRow } from '@/queries/catalogue';
import { titleIn } from '@/queries/document-items';
import styles from './catalogue.module.css';

type Props = { items: ItemRow[]; domain: string; locale: string };

const COLUMNS = [
  'order',
  'item',
  'published',
  'content',
  'basis',
  'timeLimit',
  'agency',
  'channels',
  'audience',
  'way',
  'level',
] as const;

/**
 * The catalogue of a field with the columns of the official table, and what was published beside
 * each item. A phone shows each row as a card: the roles keep it a table for those who hear it.
 */
export function CatalogueTable({ items, domain, locale }: Props) {
  const t = useTranslations('catalogue');
  const shown: Record<(typeof COLUMNS)[number], (item: ItemRow) => ReactNode> = {
    order: ({ order }) => order,
    item: ({ levelOne, levelTwo, domain: field, slug }) => (
      <>
        {levelTwo && <span className={styles.levelOne}>{levelOne}</span>}
        <Link href={`/disclosure/catalogue/${field}/${slug}`}>{levelTwo || levelOne}</Link>
      </>
    ),
    published: (item) => <PublishedUnder item={item} locale={locale} />,
    content: ({ content }) => <Lines text={content} />,
    basis: ({ basis }) => <Lines text={basis} />,
    timeLimit: ({ timeLimit }) => timeLimit,
    agency: ({ agencyName, agency }) => agencyName || agency?.name,
    channels: ({ channels }) => channels?.join(t('listComma')),
    audience: ({ audience, audienceNote }) => (
      <>
        {t(`audiences.${audience ?? 'all'}`)}
        {audienceNote && (
          <span className={styles.note}>
            {t('colon')}
            {audienceNote}
          </span>
        )}
      </>
    ),
    way: ({ way }) => t(`ways.${way ?? 'proactive'}`),
    level: ({ levels }) => levels?.map((level) => t(`levels.${level}`)).join(t('listComma')),
  };
  return (
    <div>
      <ScrollRegion label={t('tableOf', { domain })}>
        <table role="table" className={styles.table}>
          <thead role="rowgroup">
            <tr role="row">
              {COLUMNS.map((column) => (
                <th key={column} role="columnheader" scope="col" className={styles[column]}>
                  {t(`columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {items.map((item) => (
              <tr key={item.id} role="row" id={item.slug ?? undefined}>
                {COLUMNS.map((column) => {
                  const isHead = column === 'item';
                  const Cell = isHead ? 'th' : 'td';
                  return (
                    <Cell
                      key={column}
                      role={isHead ? 'rowheader' : 'cell'}
                      scope={isHead ? 'row' : undefined}
                      className={styles[column]}
                      data-label={isHead ? undefined : t(`columns.${column}`)}
                      lang={CHINESE.has(column) && locale === 'en' ? 'zh-CN' : undefined}
                    >
                      {shown[column](item)}
                    </Cell>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </div>
  );
}

/** Columns that hold the catalogue's own words, which are not translated. */
const CHINESE: ReadonlySet<string> = new Set([
  'item',
  'content',
  'basis',
  'timeLimit',
  'agency',
  'channels',
]);

function PublishedUnder({ item, locale }: { item: ItemRow; locale: string }) {
  const t = useTranslations('catalogue');
  const { published, coverage, daysLate } = item;
  if (published.count === 0) {
    return <span className={styles.quiet}>{t(`coverages.${coverage}`)}</span>;
  }
  return (
    <>
      <ul className={styles.newest}>
        {published.newest.map((document) => {
          const { title, lang } = titleIn(locale, document);
          return (
            <li key={document.slug}>
              <Link href={`/documents/${document.slug}`} lang={lang}>
                {title}
              </Link>
            </li>
          );
        })}
      </ul>
      <span className={styles.note}>
        {t('documents', { count: published.count })}
        {published.last && (
          <>
            {t('comma')}
            {t('lastOn', { date: formatDate(published.last, locale) })}
          </>
        )}
      </span>
      {daysLate !== undefined && (
        <span className={styles.late}>{t('daysLate', { days: daysLate })}</span>
      )}
    </>
  );
}

/** A cell's lines as lines. */
const Lines = ({ text }: { text?: string | null }) =>
  (text ?? '').split('\n').map((line, i) => (
    <span key={i} className={styles.line}>
      {line}
    </span>
  ));
