import { getTranslations } from 'next-intl/server';
import { formatDate } from '@/components/DateText/format-date';
import { labelOf, VALIDITIES } from '@/domain/catalogue/codes';
import type { TextLink } from '@/domain/documents/citations/link-blocks';
import type { Locale } from '@/i18n/routing';
import type { Cited } from '@/queries/citations';
import { dayOrNothing, titleIn } from '@/queries/document-items';

/** The links of a text, with the words that tell a reader where each leads and how it stands. */
export async function citationLinks(
  { citations, documents }: Cited,
  locale: Locale,
): Promise<TextLink[]> {
  const t = await getTranslations('citations');
  const prefix = locale === 'en' ? '/en' : '';
  return citations.flatMap(({ block, start, end, target, anchor, isLater }): TextLink[] => {
    const place = { block, start, end };
    if (target === null)
      return anchor ? [{ ...place, href: `#${anchor}`, label: t('sameText') }] : [];
    const document = documents.get(target);
    if (!document) return [];
    const { title } = titleIn(locale, document);
    const made = dayOrNothing(document.madeOn);
    const validity = document.validity ?? 'in-force';
    const isSpent = validity === 'repealed' || validity === 'lapsed';
    const facts = [
      validity !== 'in-force' && labelOf(VALIDITIES, validity, locale),
      isLater && made && t('later', { date: formatDate(made, locale) }),
    ].filter(Boolean);
    const label =
      facts.length > 0
        ? t('linkWith', { title, facts: facts.join(t('comma')) })
        : t('link', { title });
    return [
      {
        ...place,
        href: `${prefix}/documents/${document.slug}${anchor ? `#${anchor}` : ''}`,
        label,
        ...(isSpent && { marker: labelOf(VALIDITIES, validity, locale) }),
      },
    ];
  });
}
