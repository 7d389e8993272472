import { useTranslations } from 'next-intl';
import { DocumentList, type DocumentItem } from '@/components/DocumentList/DocumentList';
import { Snippet } from '@/components/Snippet/Snippet';
import { FORMS, KINDS, labelOf } from '@/domain/catalogue/codes';
import { agencyNameOf, dayOrNothing, titleIn } from '@/queries/document-items';
import type { FoundHit } from '@/queries/search';
import type { Mark } from '@/search/engine';

/** Found records, each with the passage that explains why it was found. */
export function Results({ hits, locale }: { hits: FoundHit[]; locale: string }) {
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
      kind: kindOf(hit, locale) ?? t(`facetValues.collection.${hit.collection}`),
      excerpt: text && (
        <Snippet
          text={`${before}${text}${cutAfter ? '…' : ''}`}
          ranges={rangesOf(marks, before.length)}
        />
      ),
    };
  });
  return <DocumentList items={items} headingLevel={2} />;
}

const rangesOf = (marks: Mark[], offset = 0) =>
  marks.map(([start, end]) => ({ start: start + offset, end: end + offset }));

function titleOf(hit: FoundHit, locale: string): { title: string; lang?: string } {
  switch (hit.collection) {
    case 'agencies':
      return { title: hit.record.name };
    case 'annual-reports':
      return titleIn(locale, {
        title: hit.record.title,
        english: { title: hit.record.titleEnglish },
      });
    default:
      return titleIn(locale, hit.record);
  }
}

function factsOf(hit: FoundHit, locale: string): Partial<DocumentItem> {
  switch (hit.collection) {
    case 'documents':
      return {
        number: hit.record.number ?? undefined,
        agency: agencyNameOf(hit.record),
        agencyLang: locale === 'en' && hit.record.agencyName ? 'zh-CN' : undefined,
        date: dayOrNothing(hit.record.publishedOn),
        validity: hit.record.validity ?? undefined,
      };
    case 'interpretations':
    case 'annual-reports':
      return { agency: agencyNameOf(hit.record), date: dayOrNothing(hit.record.publishedOn) };
    default:
      return {};
  }
}

function kindOf(hit: FoundHit, locale: string): string | undefined {
  if (hit.collection === 'documents') return labelOf(KINDS, hit.record.kind, locale);
  if (hit.collection === 'interpretations') return labelOf(FORMS, hit.record.form, locale);
  return undefined;
}
