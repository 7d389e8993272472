import { getTranslations } from 'next-intl/server';
import { DateText } from '@/components/DateText/DateText';
import { Link } from '@/components/Link/Link';
import type { MetadataRow } from '@/components/MetadataTable/MetadataTable';
import { ValidityTag } from '@/components/ValidityTag/ValidityTag';
import { CATEGORIES, KINDS, labelOf, THEMES } from '@/domain/catalogue/codes';
import { DOMAINS } from '@/domain/catalogue/domains';
import type { CatalogueItem, Document } from '@/payload-types';
import { agencyNameOf, dayOrNothing } from '@/queries/document-items';
import { hasVersions, versionsOf } from '@/queries/versions';

/** The official table, in the order that every government site keeps. Rows without a value are left out. */
export async function metadataRows(document: Document, locale: string): Promise<MetadataRow[]> {
  const t = await getTranslations({ locale, namespace: 'documents' });
  const catalogue = await getTranslations({ locale, namespace: 'catalogue' });
  const date = (value: string | null | undefined) => {
    const day = dayOrNothing(value);
    return day && <DateText day={day} />;
  };
  const agency = typeof document.agency === 'object' ? document.agency : null;
  const name = agencyNameOf(document);
  const version = (await hasVersions(document)) ? (await versionsOf(document))[0] : undefined;
  const words = await getTranslations({ locale, namespace: 'versions' });
  return [
    { term: t('meta.indexNumber'), value: document.indexNumber },
    {
      term: t('meta.themes'),
      value: document.themes?.map((code) => labelOf(THEMES, code, locale)).join(t('listComma')),
    },
    { term: t('meta.kind'), value: labelOf(KINDS, document.kind, locale) },
    {
      term: t('meta.agency'),
      value: agency ? <Link href={`/agencies/${agency.slug}`}>{name}</Link> : name,
      lang: document.agencyName ? 'zh-CN' : undefined,
    },
    { term: t('meta.madeOn'), value: date(document.madeOn) },
    { term: t('meta.effectiveOn'), value: date(document.effectiveOn) },
    { term: t('meta.title'), value: document.title, wide: true, lang: 'zh-CN' },
    { term: t('meta.number'), value: document.number, lang: 'zh-CN' },
    { term: t('meta.publishedOn'), value: date(document.publishedOn) },
    { term: words('meta'), value: version && <DateText day={version.day} /> },
    { term: t('meta.lapsesOn'), value: date(document.lapsesOn) },
    { term: t('meta.keywords'), value: document.keywords?.join(t('listComma')), lang: 'zh-CN' },
    {
      term: t('meta.validity'),
      value: document.validity && <ValidityTag validity={document.validity} />,
    },
    {
      term: t('meta.category'),
      value: document.category && labelOf(CATEGORIES, document.category, locale),
      wide: true,
    },
    { term: catalogue('documentMeta'), value: catalogueLinks(document, locale), wide: true },
  ];
}

/** The items of the standard catalogues that the document fulfils. */
function catalogueLinks(document: Document, locale: string) {
  const items = (document.catalogueItems ?? []).filter(
    (item): item is CatalogueItem => typeof item === 'object',
  );
  if (items.length === 0) return undefined;
  return items.map(({ id, slug, domain, title }) => (
    <div key={id}>
      <Link
        href={`/disclosure/catalogue/${domain}/${slug}`}
        lang={locale === 'en' ? 'zh-CN' : undefined}
      >
        {labelOf(DOMAINS, domain, 'zh-CN')} · {title}
      </Link>
    </div>
  ));
}
