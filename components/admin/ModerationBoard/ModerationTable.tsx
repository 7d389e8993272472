import type { ModerationRow } from '@/collections/Comments/moderation-rows';
import { formatDate } from '@/components/DateText/format-date';
import { COMMENT_STATES, WITHHOLDING_REASONS } from '@/domain/consultations/codes';
import type words from '@/messages/zh-CN/moderation.json';
import styles from './ModerationBoard.module.css';

type Id = ModerationRow['id'];
type Props = {
  rows: ModerationRow[];
  words: typeof words;
  language: 'zh' | 'en';
  chosen: ReadonlySet<Id>;
  /** Left out where the person only looks. */
  onChosen?: (chosen: ReadonlySet<Id>) => void;
};

/** Beyond so many characters the rest is folded away. */
const AT_A_GLANCE = 400;

/** One row a comment: what it says, as plain text, and all that helps to decide. */
export function ModerationTable({ rows, words, language, chosen, onChosen }: Props) {
  const { columns } = words;
  const areAll = rows.every(({ id }) => chosen.has(id));
  const toggle = (id: Id) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChosen?.(next);
  };
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            {onChosen && (
              <th scope="col">
                <input
                  type="checkbox"
                  aria-label={words.selectAll}
                  checked={areAll}
                  onChange={() => onChosen(areAll ? new Set() : new Set(rows.map(({ id }) => id)))}
                />
              </th>
            )}
            <th scope="col">{columns.comment}</th>
            <th scope="col">{columns.about}</th>
            <th scope="col">{columns.submitted}</th>
            <th scope="col">{columns.due}</th>
            <th scope="col">{columns.suspicion}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {onChosen && (
                <td>
                  <input
                    type="checkbox"
                    aria-label={words.selectOne.replace('{excerpt}', () => row.body.slice(0, 40))}
                    checked={chosen.has(row.id)}
                    onChange={() => toggle(row.id)}
                  />
                </td>
              )}
              <td className={styles.said}>
                <Said row={row} words={words} />
              </td>
              <td className={styles.about}>{row.consultation}</td>
              <td>{dayIn(row.submittedOn, language)}</td>
              <td data-late={row.isLate || undefined}>
                {row.due ? (
                  <>
                    {dayIn(row.due, language)} {row.isLate && words.late}
                  </>
                ) : (
                  <Decided row={row} language={language} />
                )}
              </td>
              <td data-suspicious={row.isSuspicious || undefined}>
                {row.suspicion}
                {row.findings.map(({ code, count }) => (
                  <small key={code}>{words.findings[code].replace('{count}', String(count))}</small>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type RowProps = { row: ModerationRow; words: typeof words };

function Said({ row: { body, files, id, place, receiptNumber, shownName }, words }: RowProps) {
  const isLong = body.length > AT_A_GLANCE;
  return (
    <>
      {/* In its own direction, so that it turns round nothing beside it. */}
      <p dir="auto">{isLong ? `${body.slice(0, AT_A_GLANCE)}…` : body}</p>
      {isLong && (
        <details>
          <summary>{words.more}</summary>
          <p dir="auto">{body}</p>
        </details>
      )}
      {place && <small dir="auto">{words.place.replace('{place}', () => place)}</small>}
      {shownName && <small dir="auto">{words.by.replace('{name}', () => shownName)}</small>}
      {files.length > 0 && (
        <small>
          {words.files}
          {files.map((file) => (
            <a key={file.id} href={`/admin/collections/case-files/${file.id}`}>
              {file.name}{' '}
            </a>
          ))}
        </small>
      )}
      <small>
        <a href={`/admin/collections/comments/${id}`}>{receiptNumber || `#${id}`}</a>
      </small>
    </>
  );
}

function Decided({ row, language }: { row: ModerationRow; language: 'zh' | 'en' }) {
  const state = COMMENT_STATES.find(({ code }) => code === row.state)?.[language];
  const reason = WITHHOLDING_REASONS.find(({ code }) => code === row.reason)?.[language];
  return (
    <>
      {state}
      {[reason, row.note, row.moderatedBy, row.moderatedOn && dayIn(row.moderatedOn, language)].map(
        (fact) => fact && <small key={fact}>{fact}</small>,
      )}
    </>
  );
}

const dayIn = (day: string, language: 'zh' | 'en'): string =>
  formatDate(day, language === 'en' ? 'en' : 'zh-CN');
