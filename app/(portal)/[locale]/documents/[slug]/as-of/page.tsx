import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { Link } from '@/components/Link/Link';
import { Notice } from '@/components/Notice/Notice';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { isDay, parseDay } from '@/domain/workdays/days';
import type { Locale } from '@/i18n/routing';
import { titleIn } from '@/queries/document-items';
import { findDocument } from '@/queries/documents';
import { alternatesOf } from '../../../alternates';
import { columnMeta } from '../../../national-meta';
import { AsOfForm } from '../AsOfForm';
import styles from '../relations.module.css';
import { AsOfAnswer } from './AsOfAnswer';

type Props = {
  params: Promise<{ locale: Locale; slug: string }>;
  searchParams: Promise<{ date?: string | string[] }>;
};

/** The day is in the address: made for each question, so that the document's own page stays kept. */
export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const document = await findDocument(slug, locale);
  if (!document) return {};
  const t = await getTranslations({ locale, namespace: 'relations.asOf' });
  return {
    title: t('title', { title: titleIn(locale, document).title }),
    robots: { index: false },
    alternates: alternatesOf(locale, `/documents/${slug}/as-of`),
    other: await columnMeta(locale, 'documents'),
  };
}

export default async function AsOfPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const document = await findDocument(slug, locale);
  if (!document) notFound();
  const t = await getTranslations('relations.asOf');
  const words = await getTranslations('documents');
  const asked = [(await searchParams).date ?? ''].flat()[0]?.trim() ?? '';
  const day = isDay(asked) ? asked : parseDay(asked);
  const { title, lang } = titleIn(locale, document);
  const error = day ? undefined : asked ? t('noDay', { value: asked.slice(0, 40) }) : t('noDate');
  const path = `/documents/${document.slug}`;
  return (
    <article>
      <Breadcrumbs
        items={[
          { label: words('title'), href: '/documents' },
          { label: title, href: path, lang },
        ]}
      />
      <PageTitle
        title={title}
        eyebrow={t('heading')}
        lang={lang}
        number={document.number ?? undefined}
      />
      <div className={styles.answer}>
        {day ? (
          <AsOfAnswer document={document} day={day} locale={locale} />
        ) : (
          asked && <Notice kind="warn">{t('noDay', { value: asked.slice(0, 40) })}</Notice>
        )}
        <AsOfForm
          slug={document.slug ?? ''}
          date={day ?? undefined}
          error={asked ? error : undefined}
        />
        <p className={styles.note}>{t('note')}</p>
        <p>
          <Link href={path}>{t('back')}</Link>
        </p>
      </div>
    </article>
  );
}
