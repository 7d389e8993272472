import type { DocumentItem } from '@/components/DocumentList/DocumentList';
import type { InterpretationItem } from '@/components/InterpretationList/InterpretationList';
import { KINDS, labelOf } from '@/domain/catalogue/codes';
import { dayOf } from '@/domain/workdays/days';
import type { Agency, Document, Interpretation } from '@/payload-types';
import type { DocumentRow } from './documents';

/** A day as components take it, out of a stored date. */
export const dayOrNothing = (value: string | null | undefined): string | undefined =>
  value ? dayOf(value) : undefined;

/** The title in the reader's language, and the language that it is in. */
export function titleIn(
  locale: string,
  record: { title?: string | null; english?: { title?: string | null } | null },
): { title: string; lang?: string } {
  const translated = record.english?.title;
  if (locale === 'en' && translated) return { title: translated };
  return { title: record.title ?? '', lang: locale === 'en' ? 'zh-CN' : undefined };
}

/** Who issued a document, as signed where that is recorded. */
export const agencyNameOf = (document: {
  agency?: Agency | number | string | null;
  agencyName?: string | null;
}): string | undefined =>
  document.agencyName ||
  (typeof document.agency === 'object' ? (document.agency?.name ?? undefined) : undefined);

/** What a list shows of a document. */
export const documentItem = (document: DocumentRow | Document, locale: string): DocumentItem => ({
  href: `/documents/${document.slug}`,
  ...titleIn(locale, document),
  number: document.number ?? undefined,
  agency: agencyNameOf(document),
  date: dayOrNothing(document.publishedOn),
  validity: document.validity ?? undefined,
  kind: labelOf(KINDS, document.kind, locale),
});

/** What a list shows of an interpretation; `documents` only where they were populated. */
export const interpretationItem = (
  interpretation: Interpretation,
  locale: string,
): InterpretationItem => ({
  href: `/interpretations/${interpretation.slug}`,
  ...titleIn(locale, interpretation),
  form: interpretation.form,
  date: dayOrNothing(interpretation.publishedOn),
  agency: agencyNameOf(interpretation),
  summary:
    (locale === 'en' ? interpretation.english?.summary : interpretation.summary) ?? undefined,
  documents: (interpretation.documents ?? []).flatMap((document) =>
    typeof document === 'object'
      ? [
          {
            href: `/documents/${document.slug}`,
            title: titleIn(locale, document).title,
            validity: document.validity ?? undefined,
          },
        ]
      : [],
  ),
});
