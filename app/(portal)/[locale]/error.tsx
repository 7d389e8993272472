'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { Button } from '@/components/Button/Button';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import styles from './not-found.module.css';

type Props = { error: Error & { digest?: string }; reset: () => void };

/** Something failed on our side. The reference leads from a reader's call to the line in the log. */
export default function Failure({ error, reset }: Props) {
  const t = useTranslations('shell.failure');
  useEffect(() => console.error(error), [error]);
  return (
    <div className={styles.page}>
      <PageTitle title={t('title')} lead={t('text')} />
      {error.digest && <p className={styles.ways}>{t('reference', { digest: error.digest })}</p>}
      <Button type="button" onClick={reset}>
        {t('retry')}
      </Button>
    </div>
  );
}
