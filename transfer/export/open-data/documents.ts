import { blocksFromLexical } from '@/domain/documents/lexical';
import { blocksToText } from '@/domain/documents/blocks';
import type { DocumentRecord, DocumentSummary } from '@/domain/open-data/records';
import type { Document, Interpretation } from '@/payload-types';
import {
  agencyOf,
  allReadable,
  attachmentsOf,
  dayOrNull,
  orNull,
  plainTextOrNull,
  readable,
  referenceOf,
  siteAddress,
} from './record-parts';

export const documentSummaryOf = (document: Document): DocumentSummary => ({
  id: document.slug ?? '',
  url: siteAddress(`/documents/${document.slug}`),
  title: document.title,
  titleEnglish: orNull(document.english?.title),
  number: orNull(document.number),
  indexNumber: orNull(document.indexNumber),
  agency: agencyOf(document.agency),
  agencyName: orNull(document.agencyName),
  kind: document.kind,
  themes: document.themes ?? [],
  category: document.category ?? null,
  keywords: document.keywords ?? [],
  columns: allReadable(document.columns).map(({ slug }) => slug),
  summary: orNull(document.summary),
  madeOn: dayOrNull(document.madeOn),
  effectiveOn: dayOrNull(document.effectiveOn),
  lapsesOn: dayOrNull(document.lapsesOn),
  publishedOn: dayOrNull(document.publishedOn),
  validity: document.validity ?? null,
  correction: orNull(document.correction),
  updatedAt: document.updatedAt,
});

/** @param interpretations those that explain it, as the public may read them */
export function documentRecordOf(
  document: Document,
  interpretations: readonly Interpretation[],
): DocumentRecord {
  const blocks = blocksFromLexical(document.body);
  return {
    ...documentSummaryOf(document),
    text: blocksToText(blocks),
    blocks,
    english: englishOf(document),
    attachments: attachmentsOf(document.attachments),
    interpretations: interpretations.map(({ slug, title, form }) => ({
      id: slug ?? '',
      title,
      form,
    })),
    relations: relationsOf(document),
    change: changeOf(document),
    source: orNull(document.source?.address),
  };
}

function englishOf({ english }: Document): DocumentRecord['english'] {
  const summary = orNull(english?.summary);
  const text = plainTextOrNull(english?.body);
  return summary || text ? { summary, text } : null;
}

/** A relation to a text that is not public says nothing here: its very title may be secret still. */
const relationsOf = ({ relations }: Document): DocumentRecord['relations'] =>
  (relations ?? []).flatMap(({ verb, document, on, provisions, reason }) => {
    const other = readable(document);
    return other
      ? [
          {
            verb,
            document: referenceOf(other),
            on: dayOrNull(on),
            provisions: orNull(provisions),
            reason: orNull(reason),
          },
        ]
      : [];
  });

function changeOf({ change }: Document): DocumentRecord['change'] {
  const { status, on, byName, reason } = change ?? {};
  if (status !== 'amended' && status !== 'repealed') return null;
  return { status, on: dayOrNull(on), by: orNull(byName), reason: orNull(reason) };
}
