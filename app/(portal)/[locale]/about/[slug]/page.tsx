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
import { columnMeta } from '../../national-meta';
import { PageText } from '../../disclosure/PageText';
import { AboutNav } from '../AboutNav';
import { BuiltIn, isBuiltIn } from './BuiltIn';

type Props = { params: Promise<{ locale: Locale; slug: string }> };

export const revalidate = 300;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const head = await headOf(locale, slug);
  if (!head) return {};
  return {
    title: head.title,
    description: head.lead,
    alternates: alternatesOf(locale, `/about/${slug}`),
    other: await columnMeta(locale, 'about'),
  };
}

export default async function AboutPage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const [head, page] = await Promise.all([headOf(locale, slug), findPage('about', slug)]);
  if (!head) notFound();
  const t = await getTranslations('platform');
  const edition = dayOrNothing(page?.editionOn);
  return (
    <article>
      <Breadcrumbs items={[{ label: head.title, lang: head.lang }]} />
      <PageTitle title={head.title} lang={head.lang} lead={head.lead} />
      <Columns onPhone="last" side={<AboutNav locale={locale} current={slug} />}>
        {edition && (
          <MetaLine>
            <>
              {t('edition')} <DateText day={edition} />
            </>
          </MetaLine>
        )}
        {page && <PageText page={page} locale={locale} />}
        {!page && isBuiltIn(slug) && <BuiltIn name={slug} />}
      </Columns>
    </article>
  );
}

/** An editor's page; else the portal's own words, where it has some; else nothing. */
async function headOf(
  locale: Locale,
  slug: string,
): Promise<{ title: string; lang?: string; lead?: string } | null> {
  const page = await findPage('about', slug);
  if (page) {
    const lead = (locale === 'en' && page.english?.summary) || page.summary || undefined;
    return { ...titleIn(locale, page), lead };
  }
  if (!isBuiltIn(slug)) return null;
  const t = await getTranslations({ locale, namespace: 'shell.about' });
  return { title: t(`${slug}.title`), lead: t(`${slug}.lead`) };
}
