import type { AdminViewServerProps } from 'payload';
import { hasRole } from '@/access/roles';
import { ANSWERS_PATH } from '@/components/admin/AnswersDesk/answers-address';
import { messages } from '@/messages';
import { alertDesk } from './alert-desk';
import {
  applicationDesk,
  extensionDesk,
  legalReviewDesk,
  signingDesk,
  turnDesk,
} from './application-desks';
import {
  deadlineDesk,
  interpretationDesk,
  missedDesk,
  scheduledDesk,
  stateDesk,
  withheldDesk,
  type Desk,
  type Sitting,
} from './desks';
import { commentsDesk, outcomesDesk } from './consultation-desks';
import { answeringDesk, publishedCasesDesk, replyReviewDesk, routingDesk } from './letter-desks';
import { mailDesk } from './mail-desk';
import { reportDesk } from './report-desk';
import styles from './MyWork.module.css';

/** The first screen of the admin: what waits for this person today, and nothing else. */
export async function MyWork({ payload, user, i18n }: AdminViewServerProps) {
  if (!user) return null;
  const locale = i18n.language === 'en' ? 'en' : 'zh-CN';
  const words = messages[locale].review.work;
  const sitting: Sitting = { payload, user, locale, now: new Date().toISOString() };
  const desks = await Promise.all([
    hasRole(user, 'editor', 'leader') && missedDesk(sitting),
    hasRole(user, 'clerk') && stateDesk(sitting, words.review, 'submitted'),
    hasRole(user, 'leader') && stateDesk(sitting, words.approve, 'reviewed'),
    hasRole(user, 'editor', 'leader') && stateDesk(sitting, words.publish, 'approved'),
    hasRole(user, 'editor') && stateDesk(sitting, words.returned, 'returned'),
    hasRole(user, 'editor') && publishedCasesDesk(sitting),
    hasRole(user, 'editor', 'leader') && deadlineDesk(sitting),
    hasRole(user, 'editor', 'clerk', 'leader', 'administrator') && reportDesk(sitting),
    hasRole(user, 'editor', 'leader') && scheduledDesk(sitting),
    hasRole(user, 'editor', 'leader') && interpretationDesk(sitting),
    hasRole(user, 'clerk', 'leader', 'officer') && withheldDesk(sitting),
    hasRole(user, 'counsel') && legalReviewDesk(sitting),
    hasRole(user, 'leader') && signingDesk(sitting),
    hasRole(user, 'leader') && extensionDesk(sitting),
    hasRole(user, 'officer', 'leader') && turnDesk(sitting),
    hasRole(user, 'officer', 'leader') && applicationDesk(sitting),
    hasRole(user, 'officer') && routingDesk(sitting),
    hasRole(user, 'officer') && answeringDesk(sitting),
    hasRole(user, 'officer', 'counsel', 'leader') && replyReviewDesk(sitting),
    hasRole(user, 'officer', 'leader') && mailDesk(sitting),
    hasRole(user, 'administrator', 'clerk') && alertDesk(sitting),
    hasRole(user, 'editor', 'clerk') && commentsDesk(sitting),
    hasRole(user, 'editor', 'clerk', 'leader') && outcomesDesk(sitting),
  ]);
  const { desk: answers } = messages[locale].lettersOffice;
  const shown = desks.filter((desk): desk is Desk => Boolean(desk && desk.total > 0));
  return (
    <section className={styles.work} aria-label={words.heading}>
      <h2>{words.heading}</h2>
      <p>
        <a href={ANSWERS_PATH}>{answers.link}</a>
      </p>
      {shown.length === 0 && <p>{words.none}</p>}
      <div className={styles.desks}>
        {shown.map((desk) => (
          <div key={desk.heading} className={styles.desk}>
            <h3>
              {desk.heading} <span className={styles.total}>{desk.total}</span>
            </h3>
            <ul>
              {desk.items.map((item) => (
                <li key={item.href}>
                  <a href={item.href}>{item.title}</a>
                  {item.note && <small data-late={item.isLate}>{item.note}</small>}
                </li>
              ))}
            </ul>
            {desk.more?.map(({ href, label }) => (
              <p key={href} className={styles.more}>
                <a href={href}>{words.more.replace('{count}', label)}</a>
              </p>
            ))}
          </div>
        ))}
      </div>
    </section>
  );
}
