import { useLocale, useTranslations } from 'next-intl';
import { DateText } from '@/components/DateText/DateText';
import { Link } from '@/components/Link/Link';
import { MetadataTable } from '@/components/MetadataTable/MetadataTable';
import { Notice } from '@/components/Notice/Notice';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { dayOf } from '@/domain/workdays/days';
import type { Withdrawal } from '@/payload-types';
import styles from './Withdrawn.module.css';

/** What stands at the address of a text that was public and no longer is: when, why, and what next. */
export function Withdrawn({ withdrawal }: { withdrawal: Withdrawal }) {
  const t = useTranslations('review.withdrawnPage');
  const lang = useLocale() === 'en' ? 'zh-CN' : undefined;
  const { title, number, reason, publishedOn, withdrawnOn } = withdrawal;
  return (
    <article className={styles.page}>
      <PageTitle
        eyebrow={t('title')}
        title={title ?? t('untitled')}
        lang={title ? lang : undefined}
      />
      <Notice kind="repealed">{t('text')}</Notice>
      <MetadataTable
        rows={[
          { term: t('on'), value: <DateText day={dayOf(withdrawnOn)} /> },
          { term: t('publishedOn'), value: publishedOn && <DateText day={dayOf(publishedOn)} /> },
          { term: t('number'), value: number, lang },
          { term: t('reason'), value: reason, wide: true, lang },
        ]}
      />
      <ul className={styles.ways}>
        <li>
          <Link href="/applications">{t('apply')}</Link>
        </li>
        <li>
          <Link href="/about/contact">{t('contact')}</Link>
        </li>
      </ul>
    </article>
  );
}
