import { useLocale, useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { formatDate } from '@/components/DateText/format-date';
import { MetaLine } from '@/components/MetaLine/MetaLine';
import { dayOf } from '@/domain/workdays/days';
import styles from './SignatureLine.module.css';

export type SignatureLineProps = {
  /** Absent where the office does not name its people; then nothing is shown. */
  signedBy?: {
    editor?: string | null;
    clerk?: string | null;
    leader?: string | null;
    on?: string | null;
  } | null;
};

/** Who prepared, examined and approved the text, and when it was released (谁公开、谁审查、谁负责). */
export function SignatureLine({ signedBy }: SignatureLineProps) {
  const t = useTranslations('review.signature');
  const locale = useLocale();
  const { editor, clerk, leader, on } = signedBy ?? {};
  const names = [
    { role: 'editor', name: editor },
    { role: 'clerk', name: clerk },
    { role: 'leader', name: leader },
  ] as const;
  if (!leader) return null;
  return (
    <div className={styles.line}>
      <span className={styles.hidden}>{t('label')} </span>
      <MetaLine>
        {names.map(
          ({ role, name }) =>
            name && (
              <Fragment key={role}>
                {t(role)} <span lang="zh-CN">{name}</span>
              </Fragment>
            ),
        )}
        {on && formatDate(dayOf(on), locale)}
      </MetaLine>
    </div>
  );
}
