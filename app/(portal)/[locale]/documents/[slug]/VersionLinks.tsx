import { getTranslations } from 'next-intl/server';
import { formatDate } from '@/components/DateText/format-date';
import { Link } from '@/components/Link/Link';
import { Notice } from '@/components/Notice/Notice';
import type { Document } from '@/payload-types';
import { dayOrNothing } from '@/queries/document-items';
import { hasVersions, relativesOf, versionsOf } from '@/queries/versions';
import styles from './versions/versions.module.css';

/** What was corrected last, and where the reader sees what it said before. */
export async function VersionLinks({ document, locale }: { document: Document; locale: string }) {
  const t = await getTranslations({ locale, namespace: 'versions' });
  const [versions, relatives] = await Promise.all([
    hasVersions(document).then((has) => (has ? versionsOf(document) : [])),
    relativesOf(document),
  ]);
  if (versions.length === 0 && relatives.length === 0) return null;
  const path = `/documents/${document.slug}`;
  const corrected = versions.find(({ note }) => note);
  return (
    <>
      {corrected && (
        <Notice kind="info">
          {t.rich('noteOn', {
            date: formatDate(corrected.day, locale),
            note: () => <span lang="zh-CN">{corrected.note}</span>,
          })}
        </Notice>
      )}
      <ul className={styles.links}>
        {versions.length > 0 && (
          <li>
            <Link href={`${path}/versions`}>{t('link', { count: versions.length })}</Link>
          </li>
        )}
        {relatives.map((other) => {
          const day = dayOrNothing(other.madeOn);
          const detail = other.number ?? (day && formatDate(day, locale));
          return (
            <li key={other.id}>
              <Link href={`${path}/compare/${other.slug}`}>
                {detail
                  ? t('documents.link', { title: other.title, detail })
                  : t('documents.linkPlain', { title: other.title })}
              </Link>
            </li>
          );
        })}
      </ul>
    </>
  );
}
