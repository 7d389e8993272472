import { getTranslations } from 'next-intl/server';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { Link } from '@/components/Link/Link';
import { Notice } from '@/components/Notice/Notice';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { SearchBox } from '@/components/SearchBox/SearchBox';
import { STATUS_PAGES, type AskedReceipt } from '@/search/asked-receipt';

/** A receipt number was typed: where to ask about it. The number itself stands nowhere on the page. */
export async function Receipt({ asked }: { asked: AskedReceipt }) {
  const t = await getTranslations('search');
  return (
    <>
      <Breadcrumbs items={[{ label: t('title') }]} />
      <PageTitle title={t('title')} />
      <SearchBox size="medium" hint={t('hint')} />
      <Notice title={t('receipt.title')}>
        <p>
          {t.rich(`receipt.${asked}`, {
            link: (chunks) => <Link href={STATUS_PAGES[asked]}>{chunks}</Link>,
          })}
        </p>
        <p>{t('receipt.kept')}</p>
      </Notice>
    </>
  );
}
