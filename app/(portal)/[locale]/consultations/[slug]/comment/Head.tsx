import { getTranslations } from 'next-intl/server';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { ErrorSummary } from '@/components/ErrorSummary/ErrorSummary';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import type { Consultation } from '@/payload-types';
import { titleIn } from '@/queries/document-items';

type Props = {
  consultation: Consultation;
  locale: string;
  title: string;
  lead: string;
  errors?: { field: string; message: string }[];
};

/** Breadcrumbs, what the comment is about, and what has to be put right. */
export async function Head({ consultation, locale, title, lead, errors = [] }: Props) {
  const t = await getTranslations('comments');
  const list = await getTranslations('consultations');
  const about = titleIn(locale, consultation);
  return (
    <>
      <Breadcrumbs
        items={[
          { label: list('title'), href: '/consultations' },
          {
            label: about.title,
            lang: about.lang,
            href: `/consultations/${consultation.slug}`,
          },
        ]}
      />
      <PageTitle
        title={title}
        eyebrow={<span lang={about.lang}>{t('about', { title: about.title })}</span>}
        lead={lead}
      />
      <ErrorSummary errors={errors} />
    </>
  );
}
