import type { DeskRow } from '@/collections/Applications/desk-rows';
import { formatDate } from '@/components/DateText/format-date';
import { messages } from '@/messages';
import styles from './ApplicationsDesk.module.css';
import { waitWords } from './wait-words';

type Props = { rows: DeskRow[]; locale: 'zh-CN' | 'en' };

/** The cases themselves, the most pressing first. */
export function Rows({ rows, locale }: Props) {
  const { desk: words, applications } = messages[locale];
  const { columns } = words;
  if (rows.length === 0) return <p>{words.none}</p>;
  return (
    // Wider than a narrow window: whoever uses a keyboard scrolls it too.
    <div className={styles.scroll} role="region" aria-label={words.title} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{columns.number}</th>
            <th scope="col">{columns.title}</th>
            <th scope="col">{columns.status}</th>
            <th scope="col">{columns.due}</th>
            <th scope="col">{columns.left}</th>
            <th scope="col">{columns.agency}</th>
            <th scope="col">{columns.assignee}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className={styles.number}>
                <a href={`/admin/collections/applications/${row.id}`}>{row.receiptNumber}</a>
              </th>
              <td className={styles.title}>{row.title}</td>
              <td className={styles.status}>{applications.statuses[row.status]}</td>
              <td className={styles.number}>{dueOf(row, locale)}</td>
              <td className={styles.left}>{left(row, locale)}</td>
              <td>{row.agency?.name ?? words.noAgency}</td>
              <td>{row.assignee?.name ?? words.noAssignee}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function dueOf({ due, isProvisional }: DeskRow, locale: Props['locale']): string {
  if (!due) return '';
  const day = formatDate(due, locale);
  return isProvisional ? `${day} · ${messages[locale].desk.provisional}` : day;
}

/** How long there is and whom the case waits for; red where the day is past, or the office leaves it lying. */
function left(row: DeskRow, locale: Props['locale']) {
  const { group, daysLeft, wait } = row;
  const day = daysLeft === null && wait && !row.isCorrected ? null : leftOf(row, locale);
  return (
    <>
      {day && <span data-late={group === 'overdue' || undefined}>{day}</span>}
      {wait && group !== 'closed' && (
        <span data-late={wait.isLate || undefined}>
          {waitWords(wait, messages[locale].desk, (one) => formatDate(one, locale))}
        </span>
      )}
    </>
  );
}

function leftOf(row: DeskRow, locale: Props['locale']): string {
  const { group, daysLeft, isCorrected, stopped } = row;
  const { desk, clock } = messages[locale];
  if (isCorrected) return desk.correcting;
  if (group === 'closed') return desk.groups.closed;
  if (daysLeft === null) {
    const known: Record<string, string> = clock.stopped;
    return (stopped && known[stopped]) || desk.groups.stopped;
  }
  const pattern = daysLeft < 0 ? desk.left.over : daysLeft === 0 ? desk.left.today : desk.left.days;
  return pattern.replace('{days}', String(Math.abs(daysLeft)));
}
