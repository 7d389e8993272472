import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { Columns } from '@/components/Columns/Columns';
import { DateText } from '@/components/DateText/DateText';
import { MetaLine } from '@/components/MetaLine/MetaLine';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import type { Locale } from '@/i18n/routing';
import { dayOrNothing, titleIn } from '@/queries/document-items';
import { findPage } from '@/queries/pages';
import { alternatesOf } from '../../alternates';
import { PageText } from '../../disclosure/PageText';
import { AboutNav } from '../AboutNav';

type Props = { params: Promise<{ locale: Locale; slug: string }> };

export const revalidate = 300;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const page = await findPage('about', slug);
  if (!page) return {};
  return {
    title: titleIn(locale, page).title,
    description: (locale === 'en' && page.english?.summary) || page.summary || undefined,
    alternates: alternatesOf(locale, `/about/${page.slug}`),
  };
}

export default async function AboutPage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const page = await findPage('about', slug);
  if (!page) notFound();
  const t = await getTranslations('platform');
  const edition = dayOrNothing(page.editionOn);
  const { title, lang } = titleIn(locale, page);
  return (
    <article>
      <Breadcrumbs items={[{ label: title, lang }]} />
      <PageTitle
        title={title}
        lang={lang}
        lead={(locale === 'en' && page.english?.summary) || page.summary}
      />
      <MetaLine>
        {edition && (
          <>
            {t('edition')} <DateText day={edition} />
          </>
        )}
      </MetaLine>
      <Columns onPhone="last" side={<AboutNav locale={locale} current={slug} />}>
        <PageText page={page} locale={locale} />
      </Columns>
    </article>
  );
}
