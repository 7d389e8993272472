import type { ServerProps } from 'payload';
import { dayOf } from '@/domain/workdays/days';
import { messages } from '@/messages';
import { columnRenewals } from '@/queries/columns';
import styles from '../CoverageBoard/CoverageBoard.module.css';

/** Above the list of columns: those that are empty or past their interval, the longest overdue first. */
export async function ColumnRenewals({ i18n }: ServerProps) {
  const locale = i18n?.language === 'en' ? 'en' : 'zh-CN';
  const words = messages[locale].frame.renewals;
  const columns = await columnRenewals(locale, dayOf(new Date()));
  const due = columns
    .filter(({ coverage }) => coverage === 'nothing' || coverage === 'late')
    .sort((a, b) => (b.daysLate ?? 0) - (a.daysLate ?? 0));
  const empty = due.filter(({ coverage }) => coverage === 'nothing').length;
  const summary = words.summary
    .replace('{all}', String(columns.length))
    .replace('{empty}', String(empty))
    .replace('{late}', String(due.length - empty));
  if (due.length === 0) return <p>{summary}</p>;
  return (
    <details>
      <summary>{summary}</summary>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{words.column}</th>
              <th scope="col">{words.interval}</th>
              <th scope="col">{words.last}</th>
              <th scope="col">{words.standing}</th>
            </tr>
          </thead>
          <tbody>
            {due.map(({ column, last, daysLate }) => (
              <tr key={column.slug}>
                <th scope="row">
                  <a href={`/admin/collections/columns/${column.id}`}>{column.name}</a>
                </th>
                <td>{column.reviewDays ?? '—'}</td>
                <td>{last ?? '—'}</td>
                <td>
                  {daysLate === undefined
                    ? words.empty
                    : words.late.replace('{days}', String(daysLate))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
