import { useTranslations } from 'next-intl';
import { DocumentList } from '@/components/DocumentList/DocumentList';
import { Link } from '@/components/Link/Link';
import { blocksFromLexical } from '@/domain/documents/lexical';
import { structureOf } from '@/domain/documents/structure';
import type { Document, Question } from '@/payload-types';
import { titleIn } from '@/queries/document-items';

/** The documents that an answer rests on, each with its validity now and the place in its text. */
export function Sources({ question, locale }: { question: Question; locale: string }) {
  const t = useTranslations('questions');
  const sources = question.sources ?? [];
  const known = sources.flatMap(({ document, anchor }) =>
    typeof document === 'object' && document ? [{ document, anchor }] : [],
  );
  return (
    <>
      <DocumentList
        headingLevel={3}
        items={known.map(({ document, anchor }) => {
          const href = `/documents/${document.slug}`;
          const place = anchor ? placeOf(document, anchor) : undefined;
          return {
            href,
            ...titleIn(locale, document),
            number: document.number ?? undefined,
            validity: document.validity ?? undefined,
            place: place && (
              <Link href={`${href}#${anchor}`} lang={locale === 'en' ? 'zh-CN' : undefined}>
                {t.rich('place', { place: () => place })}
              </Link>
            ),
          };
        })}
      />
      {known.length < sources.length && <p>{t('gone')}</p>}
    </>
  );
}

/** What people call a place of the text; nothing where a change took it out. */
function placeOf({ body }: Document, anchor: string): string | undefined {
  const { blocks, outline } = structureOf(blocksFromLexical(body));
  const found = blocks.find(({ id, itemIds }) => id === anchor || itemIds?.includes(anchor));
  if (!found) return undefined;
  return outline.find(({ id }) => id === anchor)?.text ?? found.label ?? anchor;
}
