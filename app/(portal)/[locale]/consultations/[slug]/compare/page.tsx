import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { Link } from '@/components/Link/Link';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { TextComparison } from '@/components/TextComparison/TextComparison';
import { compareTexts } from '@/domain/documents/compare/compare';
import { blocksFromLexical } from '@/domain/documents/lexical';
import type { Locale } from '@/i18n/routing';
import { findConsultation } from '@/queries/consultations';
import { titleIn } from '@/queries/document-items';
import { reader } from '@/queries/preview';
import { columnMeta } from '../../../national-meta';

type Props = { params: Promise<{ locale: Locale; slug: string }> };

export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const t = await getTranslations({ locale, namespace: 'consultations' });
  const consultation = await findConsultation(slug, locale, await reader());
  const title = consultation ? titleIn(locale, consultation).title : '';
  return {
    title: [t('compareTitle'), title].filter(Boolean).join(' · '),
    robots: { index: false },
    other: await columnMeta(locale, 'consultations'),
  };
}

/** What a draft would change of the text in force, word by word. */
export default async function CompareDraftPage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const consultation = await findConsultation(slug, locale, await reader());
  const current = typeof consultation?.replaces === 'object' ? consultation.replaces : null;
  const draft = blocksFromLexical(consultation?.draft);
  if (!consultation || !current || draft.length === 0) notFound();
  const t = await getTranslations('consultations');
  const { title, lang } = titleIn(locale, consultation);
  const here = `/consultations/${consultation.slug}`;
  return (
    <>
      <Breadcrumbs
        items={[
          { label: t('title'), href: '/consultations' },
          { label: title, lang, href: here },
          { label: t('compareTitle') },
        ]}
      />
      <PageTitle
        title={t('compareTitle')}
        lead={t.rich('compareText', {
          before: () => (
            <Link href={`/documents/${current.slug}`} lang="zh-CN">
              《{current.title}》
            </Link>
          ),
          after: () => (
            <Link href={`${here}#draft`} lang={lang}>
              {title}
            </Link>
          ),
        })}
      />
      <TextComparison
        comparison={compareTexts(blocksFromLexical(current.body), draft)}
        heads={[]}
        notes={[]}
      />
    </>
  );
}
