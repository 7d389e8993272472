import { useLocale, useTranslations } from 'next-intl';
import { ScrollRegion } from '@/components/ScrollRegion/ScrollRegion';
import { headsOf } from '@/domain/annual-reports/grid';
import type { Answers } from '@/domain/website-reports/answers';
import type { FormField } from '@/domain/website-reports/form';
import {
  answerWords,
  nameWords,
  printedRows,
  type FormCell,
} from '@/domain/website-reports/printed';
import styles from './website-reports.module.css';

type Props = { caption: string; answers: Answers; note: string };

/** The form as it is printed; every answer names all heads beside it, which `scope` can't say of merged ones. */
export function WebsiteTable({ caption, answers, note }: Props) {
  const locale = useLocale();
  const shell = useTranslations('shell');
  const rows = printedRows();
  const idOf = (r: number, cell: FormCell) => `form-${r + 1}-${cell.at + 1}`;
  const words = (field: FormField) => {
    const answer = answers[field.code];
    if (typeof answer === 'number') return shell('number', { value: answer });
    return answerWords(field, answer, locale);
  };
  return (
    <>
      <ScrollRegion label={caption}>
        <table className={styles.form}>
          <caption className={styles.hidden}>{caption}</caption>
          <tbody>
            {rows.map((cells, r) => (
              <tr key={r}>
                {cells.map((cell) => {
                  const spans = {
                    ...(cell.colSpan > 1 && { colSpan: cell.colSpan }),
                    ...(cell.rowSpan > 1 && { rowSpan: cell.rowSpan }),
                  };
                  if (cell.role === 'row') {
                    return (
                      <th
                        key={cell.at}
                        id={idOf(r, cell)}
                        scope={cell.rowSpan > 1 ? 'rowgroup' : 'row'}
                        {...spans}
                      >
                        {nameWords(cell, locale)}
                      </th>
                    );
                  }
                  const heads = headsOf({ rows }, r, cell).map(([row, head]) => idOf(row, head));
                  return (
                    <td key={cell.at} headers={heads.join(' ')} {...spans}>
                      {words(cell.field)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p className={styles.note}>{note}</p>
    </>
  );
}
