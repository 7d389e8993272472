import styles from '@/components/admin/ApplicationsDesk/ApplicationsDesk.module.css';
import { formatDate } from '@/components/DateText/format-date';
import type { WaitingRow } from '@/collections/Letters/waiting-rows';
import { LETTER_STATUSES } from '@/domain/letters/codes';
import { messages } from '@/messages';

type Props = { rows: WaitingRow[]; isFiltered: boolean; locale: 'zh-CN' | 'en' };

/** What waits, the most pressing first. */
export function WaitingRows({ rows, isFiltered, locale }: Props) {
  const { desk, words } = messages[locale].lettersOffice;
  if (rows.length === 0) return <p>{isFiltered ? desk.noneFound : desk.none}</p>;
  return (
    // Wider than a narrow window: whoever uses a keyboard scrolls it too.
    <div className={styles.scroll} role="region" aria-label={desk.title} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {(
              [
                desk.kind,
                desk.number,
                desk.subject,
                desk.status,
                desk.due,
                desk.left,
                desk.agency,
                desk.officer,
              ] as const
            ).map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.kind}-${row.id}`}>
              <td className={styles.number}>{words[row.kind]}</td>
              <td className={styles.number}>{row.number}</td>
              <th scope="row" className={styles.title}>
                <a href={row.href}>{row.title}</a>
              </th>
              <td>{statusOf(row, locale)}</td>
              <td className={styles.number}>{row.due && formatDate(row.due, locale)}</td>
              <td className={styles.number} data-late={(row.daysLeft ?? 0) < 0 || undefined}>
                {leftOf(row, locale)}
              </td>
              <td>{row.agency ?? desk.unrouted}</td>
              <td>{row.assignee}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function statusOf({ kind, status, count }: WaitingRow, locale: Props['locale']): string {
  const { lettersOffice, applications } = messages[locale];
  switch (kind) {
    case 'application':
      return (applications.statuses as Record<string, string>)[status] ?? status;
    case 'comment':
      return lettersOffice.desk.waiting.replace('{count}', String(count ?? 0));
    case 'consultation':
      return lettersOffice.desk.outcome;
    default:
      return (
        LETTER_STATUSES.find(({ code }) => code === status)?.[locale === 'en' ? 'en' : 'zh'] ?? ''
      );
  }
}

function leftOf({ daysLeft }: WaitingRow, locale: Props['locale']): string {
  const { desk } = messages[locale].lettersOffice;
  if (daysLeft === null) return desk.noDue;
  const pattern = daysLeft < 0 ? desk.daysLate : daysLeft === 0 ? desk.dueToday : desk.daysLeft;
  return pattern.replace('{days}', String(Math.abs(daysLeft)));
}
