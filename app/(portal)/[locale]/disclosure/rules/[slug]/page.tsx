import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Actions } from '@/components/Actions/Actions';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { DateText } from '@/components/DateText/DateText';
import { Link } from '@/components/Link/Link';
import { MetaLine } from '@/components/MetaLine/MetaLine';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import type { Locale } from '@/i18n/routing';
import { dayOrNothing, titleIn } from '@/queries/document-items';
import { findPage } from '@/queries/pages';
import { alternatesOf } from '../../../alternates';
import { articleMeta } from '../../../national-meta';
import { PageText } from '../../PageText';

type Props = { params: Promise<{ locale: Locale; slug: string }> };

export const revalidate = 300;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const page = await findPage('rules', slug);
  if (!page) return {};
  return {
    title: titleIn(locale, page).title,
    description: (locale === 'en' && page.english?.summary) || page.summary || undefined,
    alternates: alternatesOf(locale, `/disclosure/rules/${page.slug}`),
    other: await articleMeta(locale, 'rules', {
      title: page.title ?? '',
      published: page.publishedOn,
      signedBy: page.signedBy,
      source: undefined,
      description: page.summary,
      path: `/disclosure/rules/${page.slug}`,
    }),
  };
}

export default async function RulePage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const page = await findPage('rules', slug);
  if (!page) notFound();
  const t = await getTranslations('platform');
  const edition = dayOrNothing(page.editionOn);
  return (
    <article>
      <Breadcrumbs
        items={[
          { label: t('title'), href: '/disclosure' },
          { label: t('parts.rules.title'), href: '/disclosure/rules' },
        ]}
      />
      <PageTitle {...titleIn(locale, page)} official />
      <MetaLine>
        {edition && (
          <>
            {t('edition')} <DateText day={edition} />
          </>
        )}
      </MetaLine>
      <Actions />
      <PageText page={page} locale={locale} />
      <p>
        <Link href="/disclosure/rules">{t('rules.all')}</Link>
      </p>
    </article>
  );
}
