import { messages } from '@/messages';
import { fill } from '@/transfer/mail/mail-text';
import { mailboxSettings } from '@/transfer/mail/returned/mailbox-settings';
import { lastReturned } from '@/transfer/mail/returned/read-mailbox';
import styles from './AlertsBoard.module.css';

/** Whether mails that come back are read, and what the last round found. */
export function Returned({ locale }: { locale: 'zh-CN' | 'en' }) {
  const words = messages[locale].returned;
  const last = lastReturned();
  if (!mailboxSettings()) return <p className={styles.note}>{words.off}</p>;
  if (!last) return <p className={styles.note}>{words.never}</p>;
  const time = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Asia/Shanghai',
  }).format(new Date(last.at));
  const { bounced, delayed, unmatched, failed } = last.counts;
  const values = { bounced: String(bounced), delayed: String(delayed) };
  return (
    <p className={styles.note}>
      {last.problem === null
        ? fill(words.round, { time, ...values, unmatched: String(unmatched) })
        : fill(words.problem, { time, problem: last.problem })}
      {failed > 0 &&
        ` ${fill(words.failed, { failed: String(failed), failure: last.failure ?? '' })}`}
    </p>
  );
}
