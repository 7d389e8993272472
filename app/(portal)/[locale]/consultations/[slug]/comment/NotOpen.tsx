import { getTranslations } from 'next-intl/server';
import { EmptyState } from '@/components/EmptyState/EmptyState';
import { Link } from '@/components/Link/Link';
import { PageTitle } from '@/components/PageTitle/PageTitle';

/** In place of the form before the time and after it. */
export async function NotOpen({ slug }: { slug: string }) {
  const t = await getTranslations('comments');
  return (
    <>
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
