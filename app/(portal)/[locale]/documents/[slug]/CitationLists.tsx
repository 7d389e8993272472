import { useTranslations } from 'next-intl';
import { DocumentList } from '@/components/DocumentList/DocumentList';
import { Fold } from '@/components/Fold/Fold';
import { Section } from '@/components/Section/Section';
import type { Locale } from '@/i18n/routing';
import type { Cited } from '@/queries/citations';
import { documentItem } from '@/queries/document-items';
import type { DocumentRow } from '@/queries/documents';

type Props = {
  slug: string;
  cited: Cited;
  citedBy: { items: DocumentRow[]; total: number };
  locale: Locale;
};

/** Who cites this text, and, folded beside it, what it cites. */
export function CitationLists({ slug, cited, citedBy, locale }: Props) {
  const t = useTranslations('citations');
  const cites = [...cited.documents.values()].map((one) => documentItem(one, locale));
  return (
    <>
      {citedBy.total > 0 && (
        <Section
          title={t('citedBy')}
          id="cited-by"
          {...(citedBy.total > citedBy.items.length && {
            more: {
              href: `/documents/${slug}/cited-by`,
              label: t('all', { count: citedBy.total }),
            },
          })}
        >
          <DocumentList
            items={citedBy.items.map((one) => documentItem(one, locale))}
            headingLevel={3}
            compact
          />
        </Section>
      )}
      {cites.length > 0 && (
        <Section title={t('cites')} id="cites">
          <Fold summary={t('citesCount', { count: cites.length })}>
            <DocumentList items={cites} headingLevel={3} compact />
          </Fold>
        </Section>
      )}
    </>
  );
}
