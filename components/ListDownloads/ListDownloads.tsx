import { useLocale, useTranslations } from 'next-intl';
import { getPathname } from '@/i18n/navigation';
import type { Locale } from '@/i18n/routing';
import { FollowLink, type FollowLinkProps } from '../FollowLink/FollowLink';
import styles from './ListDownloads.module.css';

export type ListDownloadsProps = {
  /** The list’s path under /lists, without ending: `documents`, `topics/epidemic`. */
  list: string;
  /** What stands behind `?` on the page, whose filters the file follows. */
  query?: string;
  /** Path of the feed of the same contents, if there is one. */
  feed?: string;
  /** What a mail would tell of, beside the feed. */
  follow?: Pick<FollowLinkProps, 'subject' | 'target' | 'name'>;
  /** How many rows the page counts, and how many a file holds at most. */
  total?: number;
  most?: number;
  /** Whether the list is also given out on paper. */
  hasPaper?: boolean;
};

const FORMATS = ['csv', 'xlsx', 'json'] as const;
const ON_PAPER = ['docx', 'pdf', 'html'] as const;

/** A list to take along, in the reader's language, and the feed that tells of what is new in it. */
export function ListDownloads({
  list,
  query,
  feed,
  follow,
  total = 0,
  most = 0,
  hasPaper = false,
}: ListDownloadsProps) {
  const t = useTranslations('openData');
  const locale = useLocale() as Locale;
  const path = (href: string) => getPathname({ href, locale });
  const behind = query ? `?${query}` : '';
  return (
    <div className={styles.downloads}>
      <p className={styles.line} id={`download-${list.replace('/', '-')}`}>
        <span className={styles.label}>{t('lists.download')}</span>
        {[...(hasPaper ? ON_PAPER : []), ...FORMATS].map((format) => (
          <a
            key={format}
            href={path(`/lists/${list}.${format}${behind}`)}
            aria-label={`${t('lists.download')} ${format.toUpperCase()}`}
            className={styles.format}
            rel="nofollow"
          >
            {format.toUpperCase()}
          </a>
        ))}
        {feed && (
          <a href={path(feed)} className={styles.format}>
            {t('lists.subscribe')}
          </a>
        )}
        {follow && <FollowLink {...follow} className={styles.format} />}
      </p>
      {most > 0 && total <= most && <p className={styles.note}>{t('lists.most', { most })}</p>}
      {most > 0 && total > most && (
        <p className={styles.note}>
          {t.rich('lists.tooLong', {
            total,
            most,
            data: (chunks) => <a href={path('/open-data')}>{chunks}</a>,
          })}
        </p>
      )}
    </div>
  );
}
