import { getTranslations } from 'next-intl/server';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { EmptyState } from '@/components/EmptyState/EmptyState';
import { Link } from '@/components/Link/Link';
import { PageTitle } from '@/components/PageTitle/PageTitle';

/** In place of the form before the time and after it. */
export async function NotOpen({ slug }: { slug: string }) {
  const t = await getTranslations('comments');
  const consultations = await getTranslations('consultations');
  return (
    <>
      <Breadcrumbs
        items={[{ label: consultations('title'), href: '/consultations' }, { label: t('title') }]}
      />
      <PageTitle title={t('title')} />
      <EmptyState title={t('notOpen.title')}>
        <p>{t('notOpen.text')}</p>
        <p>
          <Link href={`/consultations/${slug}`}>{t('notOpen.back')}</Link>
        </p>
      </EmptyState>
    </>
  );
}
