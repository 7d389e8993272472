import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DateText } from '@/components/DateText/DateText';
import { DocumentList, type DocumentItem } from '@/components/DocumentList/DocumentList';
import { Fold } from '@/components/Fold/Fold';
import { Link } from '@/components/Link/Link';
import { Snippet } from '@/components/Snippet/Snippet';
import { ValidityTag } from '@/components/ValidityTag/ValidityTag';
import { FORMS, KINDS, labelOf } from '@/domain/catalogue/codes';
import { PROPOSER_KINDS } from '@/domain/proposals/codes';
import { agencyNameOf, dayOrNothing, titleIn } from '@/queries/document-items';
import type { Found, FoundHit } from '@/queries/search';
import type { Mark, VersionHit } from '@/search/engine';
import styles from './search.module.css';

type ResultsProps = { hits: FoundHit[]; locale: string; ping?: string };

/** Found records, each with the passage that explains why it was found and where that stands. */
export function Results({ hits, locale, ping }: ResultsProps) {
  const t = useTranslations('search');
  const items = hits.map((hit): DocumentItem => {
    const { text, marks, cutBefore, cutAfter } = hit.snippet;
    const before = cutBefore ? '…' : '';
    const { title, lang } = titleOf(hit, locale);
    const isMarked = title === hit.title.text;
    return {
      href: hit.url,
      title: isMarked ? <Snippet text={title} ranges={rangesOf(hit.title.marks)} /> : title,
      lang,
      ...factsOf(hit, locale),
      note: noteOf(hit, t),
      kind: kindOf(hit, locale) ?? t(`facetValues.collection.${hit.collection}`),
      excerpt: text && (
        <Snippet
          text={`${before}${text}${cutAfter ? '…' : ''}`}
          ranges={rangesOf(marks, before.length)}
        />
      ),
      // A title may be translated where the text is not.
      excerptLang: locale === 'en' && /\p{Script=Han}/u.test(text) ? 'zh-CN' : undefined,
      place: placeOf(hit, t, ping),
      more: hit.versions.length > 0 && (
        <Versions versions={hit.versions} locale={locale} ping={ping} />
      ),
      ping,
    };
  });
  return <DocumentList items={items} headingLevel={2} />;
}

/** What has to be known before the record is opened. */
export function noteOf(found: Found & { isPinned?: boolean }, t: SearchWords): string | undefined {
  if (found.collection === 'questions' && found.record.basis === 'ended') return t('hit.outdated');
  return found.isPinned ? t('hit.pinned') : undefined;
}

/** Nothing for a record that answers as a whole. */
function placeOf({ place, url }: FoundHit, t: SearchWords, ping?: string): ReactNode {
  if (!place?.file && !place?.label) return null;
  const { anchor, label, file } = place;
  const link = (words: ReactNode) =>
    anchor ? (
      <Link key="place" href={`${url}#${anchor}`} lang="zh-CN" ping={ping}>
        {words}
      </Link>
    ) : (
      <span key="place" lang="zh-CN">
        {words}
      </span>
    );
  if (!file) return t.rich('hit.place', { place: () => link(label) });
  return t.rich('hit.file', { place: () => link([file, label].filter(Boolean).join(' ')) });
}

type SearchWords = ReturnType<typeof useTranslations<'search'>>;

type VersionsProps = { versions: VersionHit[]; locale: string; ping?: string };

export function Versions({ versions, locale, ping }: VersionsProps) {
  const t = useTranslations('search');
  return (
    <Fold summary={t('hit.versions', { count: versions.length })}>
      <ul className={styles.versions}>
        {versions.map(({ id, url, title, number, publishedOn, validity }) => (
          <li key={id}>
            <Link href={url} lang={locale === 'en' ? 'zh-CN' : undefined} ping={ping}>
              {title}
            </Link>
            <span className={styles.facts}>
              {number && <span lang={locale === 'en' ? 'zh-CN' : undefined}>{number}</span>}
              {publishedOn && <DateText day={publishedOn} />}
              {validity && <ValidityTag validity={validity} />}
            </span>
          </li>
        ))}
      </ul>
    </Fold>
  );
}

const rangesOf = (marks: Mark[], offset = 0) =>
  marks.map(([start, end]) => ({ start: start + offset, end: end + offset }));

export function titleOf(found: Found, locale: string): { title: string; lang?: string } {
  switch (found.collection) {
    case 'agencies':
      return { title: found.record.name };
    case 'annual-reports':
      return titleIn(locale, {
        title: found.record.title,
        english: { title: found.record.titleEnglish },
      });
    default:
      return titleIn(locale, found.record);
  }
}

export function factsOf(found: Found, locale: string): Partial<DocumentItem> {
  switch (found.collection) {
    case 'documents':
      return {
        number: found.record.number ?? undefined,
        agency: agencyNameOf(found.record),
        agencyLang: locale === 'en' && found.record.agencyName ? 'zh-CN' : undefined,
        date: dayOrNothing(found.record.publishedOn),
        validity: found.record.validity ?? undefined,
      };
    case 'interpretations':
    case 'annual-reports':
    case 'consultations':
    case 'policies':
    case 'services':
    case 'service-chains':
    case 'questions':
    case 'quarterly-notices':
      return { agency: agencyNameOf(found.record), date: dayOrNothing(found.record.publishedOn) };
    case 'proposals':
      return {
        number: found.record.replyNumber ?? undefined,
        agency: agencyNameOf(found.record),
        date: dayOrNothing(found.record.publishedOn),
      };
    case 'published-letters':
    case 'published-answers':
      return {
        agency: agencyNameOf(found.record),
        date: dayOrNothing(found.record.publishedOn ?? found.record.answeredOn),
      };
    default:
      return {};
  }
}

export function kindOf(found: Found, locale: string): string | undefined {
  if (found.collection === 'documents') return labelOf(KINDS, found.record.kind, locale);
  if (found.collection === 'proposals')
    return labelOf(PROPOSER_KINDS, found.record.proposerKind, locale);
  if (found.collection === 'interpretations') return labelOf(FORMS, found.record.form, locale);
  return undefined;
}
