import type { Board, BoardRow } from '@/collections/AnnualReports/board-rows';
import { addressOfReport } from '@/collections/AnnualReports/report-address';
import { formatDate } from '@/components/DateText/format-date';
import { daysBetween, type Day } from '@/domain/workdays/days';
import { messages } from '@/messages';
import { Remind } from './Remind';
import styles from './ReportBoard.module.css';

type Locale = 'zh-CN' | 'en';
type Props = { board: Board; locale: Locale; isReminding: boolean };

/** A line an agency, in the order in which agencies are listed. On a phone each is a small card. */
export function Rows({ board, locale, isReminding }: Props) {
  const words = messages[locale].reportBoard;
  const { columns } = words;
  const open = new Set(board.open.map(String));
  if (board.rows.length === 0) return <p>{words.empty}</p>;
  return (
    <table className={styles.table} role="table">
      <thead role="rowgroup">
        <tr role="row">
          {(['agency', 'state', 'findings', 'left', 'reminder', 'action'] as const).map((name) => (
            <th key={name} scope="col" role="columnheader">
              {columns[name]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {board.rows.map((row) => (
          <tr key={row.agency.id} role="row">
            <th scope="row" role="rowheader">
              {row.agency.name}
            </th>
            <td role="cell" data-label={columns.state}>
              {stateWords(row, locale)}
            </td>
            <td
              role="cell"
              data-label={columns.findings}
              data-late={row.broken > 0 || undefined}
              data-empty={row.findings === null || undefined}
            >
              <Findings row={row} locale={locale} />
            </td>
            <td
              role="cell"
              data-label={columns.left}
              data-late={row.standing.isLate || undefined}
              className={styles.number}
            >
              {leftWords(row, board.today, locale)}
            </td>
            <td
              role="cell"
              data-label={columns.reminder}
              data-empty={row.reminder === null || undefined}
            >
              {reminderWords(row, locale)}
            </td>
            <td role="cell" data-label={columns.action} className={styles.actions}>
              <div>
                <a href={addressOfReport(row.agency.id, board.year, row.report)}>
                  {row.report === null ? words.create : words.openReport}
                  <span className={styles.hidden}> {row.agency.name}</span>
                </a>
                {isReminding && open.has(String(row.agency.id)) && (
                  <Remind
                    year={board.year}
                    agencies={[row.agency.id]}
                    label={words.remind.button}
                    name={words.remind.buttonFor.replace('{agency}', row.agency.name)}
                  />
                )}
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function stateWords({ standing, report }: BoardRow, locale: Locale): string {
  const { states, beside } = messages[locale].reportBoard;
  const { state, isBeside } = standing;
  if (state !== 'published') return states[state];
  const { publishedOn } = standing;
  const published = publishedOn
    ? states.published.replace('{date}', formatDate(publishedOn, locale))
    : states.publishedUndated;
  return isBeside && report !== null ? `${published} · ${beside}` : published;
}

function Findings({ row: { findings }, locale }: { row: BoardRow; locale: Locale }) {
  const { findings: words } = messages[locale].reportBoard;
  if (!findings) return words.none;
  if (findings.state !== 'checked') return words[findings.state];
  const { broken, first, open } = findings;
  if (broken === 0 && open === 0) return words.fine;
  return (
    <>
      {broken > 0 && <span>{words.broken.replace('{count}', String(broken))}</span>}
      {first && <small>{first}</small>}
      {open > 0 && <small>{words.open.replace('{count}', String(open))}</small>}
    </>
  );
}

function leftWords({ standing: { punctuality } }: BoardRow, today: Day, locale: Locale): string {
  const { left } = messages[locale].reportBoard;
  switch (punctuality.state) {
    case 'on-time':
      return left.onTime;
    case 'undated':
      return left.undated;
    case 'late':
      return left.late.replace('{days}', String(punctuality.days));
    case 'missing':
      return left.over.replace('{days}', String(punctuality.days));
    case 'due': {
      const days = daysBetween(today, punctuality.by);
      return days === 0 ? left.today : left.days.replace('{days}', String(days));
    }
  }
}

function reminderWords({ reminder }: BoardRow, locale: Locale): string {
  const { reminders: words } = messages[locale].reportBoard;
  if (!reminder) return words.none;
  return words[reminder.state]
    .replace('{date}', formatDate(reminder.on, locale))
    .replace('{reason}', () => reminder.reason ?? '');
}
