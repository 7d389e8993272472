import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Actions } from '@/components/Actions/Actions';
import { AttachmentList } from '@/components/AttachmentList/AttachmentList';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { Columns } from '@/components/Columns/Columns';
import { CountRead } from '@/components/CountRead/CountRead';
import { FollowLink } from '@/components/FollowLink/FollowLink';
import { InterpretationList } from '@/components/InterpretationList/InterpretationList';
import { JsonLd } from '@/components/JsonLd/JsonLd';
import { MetadataTable } from '@/components/MetadataTable/MetadataTable';
import { Notice } from '@/components/Notice/Notice';
import { OfficialText } from '@/components/OfficialText/OfficialText';
import { Outline } from '@/components/Outline/Outline';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { ReportError } from '@/components/ReportError/ReportError';
import { Section } from '@/components/Section/Section';
import { SignatureLine } from '@/components/SignatureLine/SignatureLine';
import { Withdrawn } from '@/components/Withdrawn/Withdrawn';
import { KINDS, labelOf } from '@/domain/catalogue/codes';
import { linkBlocks } from '@/domain/documents/citations/link-blocks';
import { blocksFromLexical } from '@/domain/documents/lexical';
import { structureOf } from '@/domain/documents/structure';
import { citedBy, citedIn } from '@/queries/citations';
import { agencyNameOf, dayOrNothing, interpretationItem, titleIn } from '@/queries/document-items';
import { downloadLinks } from '@/queries/download-words';
import { findDocument, interpretationsOf } from '@/queries/documents';
import { pageAddress } from '@/queries/lists/words';
import { explainedPlaces } from '@/queries/provisions';
import { reader } from '@/queries/preview';
import { fileAddress } from '@/queries/files';
import { findWithdrawal } from '@/queries/withdrawals';
import type { Locale } from '@/i18n/routing';
import type { File } from '@/payload-types';
import { FORMATS } from '@/transfer/export/format-names';
import { articleMeta } from '../../national-meta';
import { feedOf } from '../../alternates';
import { AsOfForm } from './AsOfForm';
import { CitationLists } from './CitationLists';
import { ConsultedOn } from './ConsultedOn';
import { citationLinks } from './citation-links';
import styles from './document.module.css';
import { History } from './History';
import { metadataRows } from './metadata-rows';
import { outlineOf } from './outline';
import { RelatedDocuments } from './RelatedDocuments';
import { RestingPolicies } from './RestingPolicies';
import { Standing } from './Standing';
import { VersionLinks } from './VersionLinks';

type Props = { params: Promise<{ locale: Locale; slug: string }> };

/** A safety net: every publication renews the page at once, see jobs/revalidate.ts. */
export const revalidate = 300;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const document = await findDocument(slug, locale, await reader());
  if (!document) return { robots: { index: false } };
  const path = `/documents/${document.slug}`;
  return {
    title: titleIn(locale, document).title,
    description: (locale === 'en' && document.english?.summary) || document.summary || undefined,
    alternates: {
      canonical: locale === 'en' ? `/en${path}` : path,
      languages: { 'zh-CN': path, en: `/en${path}` },
      ...feedOf(locale, `/feeds/documents/changes/${document.slug}.atom`),
    },
    other: await articleMeta(locale, 'documents', {
      title: document.title ?? '',
      published: document.publishedOn,
      signedBy: document.signedBy,
      source: agencyNameOf(document),
      keywords: document.keywords,
      description: document.summary,
      path,
    }),
  };
}

export default async function DocumentPage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const document = await findDocument(slug, locale, await reader());
  if (!document) {
    const withdrawal = await findWithdrawal('documents', slug);
    if (!withdrawal) notFound();
    return <Withdrawn withdrawal={withdrawal} />;
  }
  const t = await getTranslations('documents');
  const interpretations = await interpretationsOf(document.id);
  const { title, lang } = titleIn(locale, document);
  const translation = locale === 'en' ? document.english?.body : null;
  const plain = blocksFromLexical(translation ?? document.body);
  const [cited, citing] = await Promise.all([
    citedIn(document.id, translation ? blocksFromLexical(document.body) : plain, locale),
    citedBy(document.id, locale),
  ]);
  // A translation keeps its own words; what the Chinese text cites is listed beside it.
  const blocks = translation ? plain : linkBlocks(plain, await citationLinks(cited, locale));
  const structure = structureOf(blocks);
  const outline = outlineOf(structure);
  const attachments = (document.attachments ?? []).filter(
    (file): file is File => typeof file === 'object',
  );
  const items = interpretations.map((interpretation) => interpretationItem(interpretation, locale));
  const kind = labelOf(KINDS, document.kind, locale);

  return (
    <article>
      <JsonLd
        data={{
          '@type': isLegislation(document.kind) ? 'Legislation' : 'Article',
          name: document.title,
          ...(isLegislation(document.kind)
            ? {
                legislationIdentifier: document.number ?? undefined,
                legislationDate: dayOrNothing(document.madeOn),
                legislationLegalForce: document.validity === 'in-force' ? 'InForce' : undefined,
              }
            : { headline: document.title }),
          datePublished: dayOrNothing(document.publishedOn),
          publisher: { '@type': 'GovernmentOrganization', name: agencyNameOf(document) },
          url: pageAddress(`/documents/${document.slug}`, locale),
        }}
      />
      <CountRead collection="documents" slug={document.slug ?? ''} />
      <Breadcrumbs
        items={[
          { label: t('title'), href: '/documents' },
          { label: kind, href: `/documents?kind=${document.kind}` },
        ]}
      />
      <PageTitle title={title} lang={lang} official number={document.number ?? undefined} />
      <div className={styles.head}>
        <Standing document={document} locale={locale} />
        <MetadataTable rows={await metadataRows(document, locale)} />
        <Actions downloads={downloadLinks(`/documents/${slug}`, [...FORMATS, 'zip'], locale)} />
        <VersionLinks document={document} locale={locale} />
        <FollowLink subject="document" target={document.slug ?? ''} />
      </div>
      <Columns
        onPhone="first"
        side={
          <div className={styles.side}>
            {items.length > 0 && (
              <Section title={t('interpretations')} id="interpretations">
                <InterpretationList items={items} headingLevel={3} compact />
              </Section>
            )}
            {outline.length > 1 && (
              <Outline
                items={outline}
                label={t('outline')}
                lang={translation ? undefined : 'zh-CN'}
              />
            )}
            <ConsultedOn document={document.id} locale={locale} />
            <RelatedDocuments document={document} locale={locale} />
            <RestingPolicies document={document} locale={locale} />
            <CitationLists
              slug={document.slug ?? ''}
              cited={cited}
              citedBy={citing}
              locale={locale}
            />
          </div>
        }
      >
        {locale === 'en' && (
          <Notice kind="info">{translation ? t('translation') : t('noTranslation')}</Notice>
        )}
        <OfficialText
          blocks={blocks}
          structure={structure}
          lang={translation ? 'en' : 'zh-CN'}
          marks={explainedPlaces(document.id, structure, interpretations, locale)}
          copiesPlaces
        />
        {(attachments.length > 0 || (document.source?.files?.length ?? 0) > 0) && (
          <Section title={t('attachments')} id="attachments">
            {attachments.length > 0 && (
              <AttachmentList
                items={attachments.map((file) => ({
                  href: fileAddress(file),
                  name: file.title,
                  type: file.mimeType === 'application/pdf' ? 'PDF' : undefined,
                  bytes: file.filesize ?? undefined,
                  lang: 'zh-CN',
                }))}
              />
            )}
            {document.source?.files?.map(({ id, name, address }) => (
              <p key={id}>{t('attachmentElsewhere', { name: name ?? address ?? '' })}</p>
            ))}
          </Section>
        )}
        <SignatureLine signedBy={document.signedBy} />
        <History document={document} locale={locale} />
        <AsOfForm slug={document.slug ?? ''} />
        <p className={styles.report}>
          {t.rich('report', {
            link: (chunks) => <ReportError>{chunks}</ReportError>,
          })}
        </p>
      </Columns>
    </article>
  );
}

/** Kinds that bind the public in general; the others tell or report. */
const isLegislation = (kind: string): boolean =>
  ['law', 'regulation', 'local-regulation', 'rule', 'judicial', 'normative'].includes(kind);
