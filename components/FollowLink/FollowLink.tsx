import { useTranslations } from 'next-intl';
import type { SubscriptionSubject } from '@/domain/subscriptions/codes';
import { Link } from '../Link/Link';
import styles from './FollowLink.module.css';

export type FollowLinkProps = {
  subject: SubscriptionSubject;
  /** Slug, code, or for a search what stands behind `?`. */
  target: string;
  /** What it is called, for those who hear the link without seeing the page around it. */
  name?: string;
  className?: string;
};

/** The way from a page to a mail that tells what is new on it; works without script and in kept pages. */
export function FollowLink({ subject, target, name, className }: FollowLinkProps) {
  const t = useTranslations('subscriptions');
  return (
    <Link
      href={`/subscriptions?${new URLSearchParams({ subject, target })}`}
      className={className ?? styles.follow}
      rel="nofollow"
      aria-label={name ? `${t('follow')}：${name}` : undefined}
    >
      {subject === 'document' ? t('followDocument') : t('follow')}
    </Link>
  );
}
