import { getTranslations } from 'next-intl/server';
import type { CommentCounts } from '@/collections/Comments/counts';
import { DateText } from '@/components/DateText/DateText';
import { Link } from '@/components/Link/Link';
import { Pagination } from '@/components/Pagination/Pagination';
import { Section } from '@/components/Section/Section';
import { dayOf } from '@/domain/workdays/days';
import type { Consultation } from '@/payload-types';
import { COMMENTS_PER_PAGE, shownComments } from '@/queries/consultations';
import styles from './consultation.module.css';

type Props = {
  consultation: Consultation['id'];
  /** Of the consultation. */
  path: string;
  counts: CommentCounts;
  page: number;
};

/** The comments that a moderator has shown, as plain text: what looks like a link or mark-up is none. */
export async function Comments({ consultation, path, counts, page }: Props) {
  const t = await getTranslations('consultations');
  if (counts.received === 0 && counts.setAside === 0) return null;
  const comments = await shownComments(consultation, page);
  return (
    <Section title={t('comments')} id="comments">
      <p>
        {t('commentsLead', {
          received: counts.received,
          shown: counts.shown,
          waiting: counts.waiting,
          withheld: counts.withheld,
        })}
        {counts.setAside > 0 && <> {t('setAside', { count: counts.setAside })}</>}
      </p>
      <p>
        {t.rich('ownComment', {
          link: (chunks) => <Link href="/consultations/status">{chunks}</Link>,
        })}
      </p>
      {comments.length === 0 ? (
        <p>{t('commentsNone')}</p>
      ) : (
        <ol className={styles.comments}>
          {comments.map(({ id, body, place, shownName, submittedAt, language }) => (
            <li key={id}>
              <p className={styles.by}>
                {/* In its own direction, so that a name turns round nothing beside it. */}
                <bdi>{shownName || t('anonymous')}</bdi>{' '}
                <DateText day={dayOf(new Date(submittedAt))} />
              </p>
              {place && (
                <p className={styles.facts}>
                  <bdi>{t('about', { place })}</bdi>
                </p>
              )}
              <p className={styles.said} dir="auto" lang={language ?? undefined}>
                {body}
              </p>
            </li>
          ))}
        </ol>
      )}
      <Pagination
        page={page}
        perPage={COMMENTS_PER_PAGE}
        total={counts.shown}
        hrefFor={(number) => `${path}${number > 1 ? `?page=${number}` : ''}#comments`}
      />
    </Section>
  );
}
