import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Actions } from '@/components/Actions/Actions';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { Columns } from '@/components/Columns/Columns';
import { CountRead } from '@/components/CountRead/CountRead';
import { DateText } from '@/components/DateText/DateText';
import { DocumentList } from '@/components/DocumentList/DocumentList';
import { Figure } from '@/components/Figure/Figure';
import { JsonLd } from '@/components/JsonLd/JsonLd';
import { Link } from '@/components/Link/Link';
import { MetaLine } from '@/components/MetaLine/MetaLine';
import { Notice } from '@/components/Notice/Notice';
import { OfficialText } from '@/components/OfficialText/OfficialText';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { Section } from '@/components/Section/Section';
import { SignatureLine } from '@/components/SignatureLine/SignatureLine';
import { Withdrawn } from '@/components/Withdrawn/Withdrawn';
import { FORMS, labelOf } from '@/domain/catalogue/codes';
import { blocksFromLexical } from '@/domain/documents/lexical';
import type { Locale } from '@/i18n/routing';
import type { Document, File, Media } from '@/payload-types';
import { agencyNameOf, dayOrNothing, documentItem, titleIn } from '@/queries/document-items';
import { downloadLinks } from '@/queries/download-words';
import { findInterpretation } from '@/queries/interpretations';
import { pageAddress } from '@/queries/lists/words';
import { explainedProvisions } from '@/queries/provisions';
import { reader } from '@/queries/preview';
import { findWithdrawal } from '@/queries/withdrawals';
import { FORMATS } from '@/transfer/export/format-names';
import { articleMeta } from '../../national-meta';
import { Film } from './Film';
import styles from './interpretation.module.css';
import { Provisions } from './Provisions';
import { Questions } from './Questions';

type Props = { params: Promise<{ locale: Locale; slug: string }> };

export const revalidate = 300;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const interpretation = await findInterpretation(slug, locale, await reader());
  if (!interpretation) return { robots: { index: false } };
  const path = `/interpretations/${interpretation.slug}`;
  return {
    title: titleIn(locale, interpretation).title,
    description: interpretation.summary ?? undefined,
    alternates: {
      canonical: locale === 'en' ? `/en${path}` : path,
      languages: { 'zh-CN': path, en: `/en${path}` },
    },
    other: await articleMeta(locale, 'interpretations', {
      title: interpretation.title ?? '',
      published: interpretation.publishedOn,
      signedBy: interpretation.signedBy,
      source: agencyNameOf(interpretation),
      description: interpretation.summary,
      image: interpretation.images?.find((image) => typeof image === 'object')?.url,
      path,
    }),
  };
}

export default async function InterpretationPage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const interpretation = await findInterpretation(slug, locale, await reader());
  if (!interpretation) {
    const withdrawal = await findWithdrawal('interpretations', slug);
    if (!withdrawal) notFound();
    return <Withdrawn withdrawal={withdrawal} />;
  }
  const t = await getTranslations('interpretations');
  const { title, lang } = titleIn(locale, interpretation);
  const documents = (interpretation.documents ?? []).filter(
    (document): document is Document => typeof document === 'object',
  );
  const images = (interpretation.images ?? []).filter(
    (image): image is Media => typeof image === 'object',
  );
  const blocks = blocksFromLexical(interpretation.body);
  const words = paragraphsOf(interpretation.textAlternative);
  const published = dayOrNothing(interpretation.publishedOn);
  const questions = interpretation.questions ?? [];
  const provisions = explainedProvisions(interpretation);
  return (
    <article>
      <JsonLd
        data={{
          '@type': 'Article',
          headline: interpretation.title,
          datePublished: dayOrNothing(interpretation.publishedOn),
          publisher: { '@type': 'GovernmentOrganization', name: agencyNameOf(interpretation) },
          about: documents.map((document) => ({
            '@type': 'Legislation',
            name: document.title,
            url: pageAddress(`/documents/${document.slug}`, locale),
          })),
          url: pageAddress(`/interpretations/${interpretation.slug}`, locale),
        }}
      />
      <CountRead collection="interpretations" slug={interpretation.slug ?? ''} />
      <Breadcrumbs items={[{ label: t('title'), href: '/interpretations' }]} />
      <PageTitle
        eyebrow={labelOf(FORMS, interpretation.form, locale)}
        title={title}
        lang={lang}
        lead={locale === 'en' ? interpretation.english?.summary : interpretation.summary}
      />
      <MetaLine>
        {agencyNameOf(interpretation)}
        {published && <DateText day={published} />}
      </MetaLine>
      <Actions downloads={downloadLinks(`/interpretations/${slug}`, FORMATS, locale)} />
      <Columns
        onPhone="first"
        side={
          <Section title={t('documents')} id="documents">
            <DocumentList
              items={documents.map((document) => documentItem(document, locale))}
              headingLevel={3}
              compact
            />
          </Section>
        }
      >
        {locale === 'en' && <Notice>{t('chineseOnly')}</Notice>}
        {interpretation.speaker && (
          <p className={styles.speaker}>
            {t(interpretation.form === 'press' ? 'spokenBy' : 'speaker', {
              name: interpretation.speaker,
            })}
          </p>
        )}
        {images.map((image, i) => (
          <Figure
            key={image.id}
            src={image.url ?? ''}
            alt={image.alt}
            width={image.width ?? undefined}
            height={image.height ?? undefined}
            text={
              i === images.length - 1 && words.length > 0
                ? words.map((line, j) => <p key={j}>{line}</p>)
                : undefined
            }
          />
        ))}
        {(interpretation.form === 'video' || isFile(interpretation.video)) && (
          <Film
            video={isFile(interpretation.video) ? interpretation.video : undefined}
            captions={isFile(interpretation.captions) ? interpretation.captions : undefined}
            words={words}
            title={title}
          />
        )}
        {interpretation.form !== 'qa' && <OfficialText blocks={blocks} />}
        {questions.length > 0 && <Questions questions={questions} />}
        {/* Of questions and answers, the text is what stands below them. */}
        {interpretation.form === 'qa' && <OfficialText blocks={blocks} />}
        {provisions.length > 0 && (
          <Provisions provisions={provisions} hasSeveralDocuments={documents.length > 1} />
        )}
        {documents[0] && (
          <p className={styles.original}>
            <Link href={`/documents/${documents[0].slug}`}>{t('readOriginal')}</Link>
          </p>
        )}
        <SignatureLine signedBy={interpretation.signedBy} />
      </Columns>
    </article>
  );
}

const paragraphsOf = (text: string | null | undefined): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

const isFile = (relation: unknown): relation is File =>
  typeof relation === 'object' && relation !== null;
