import { getTranslations } from 'next-intl/server';
import { ReportTable, type ReportTableProps } from '@/components/ReportTable/ReportTable';
import type { ReportPart } from '@/domain/annual-reports/layouts';
import type { LayoutCode, ReportTables, TableName } from '@/domain/annual-reports/tables';
import {
  applicationsTable,
  countBlanks,
  disclosureTables,
  litigationTable,
  type PageWords,
} from './report-tables';
import styles from '../../annual-reports.module.css';

type Props = { part: ReportPart; code: LayoutCode; tables: ReportTables; locale: string };

/** The official tables of a part; three of the six have some. */
export async function PartTables({ part, code, tables, locale }: Props) {
  const t = await getTranslations({ locale, namespace: 'annualReports' });
  const words: PageWords = { unit: t('form.unit'), cases: t('form.cases') };
  const blanks = (table: TableName) => {
    const count = countBlanks(code, tables, table);
    return count > 0 ? t('blanks', { count }) : '';
  };
  if (part === 'disclosure') {
    const own: (ReportTableProps & { isMoney: boolean })[] = disclosureTables(code, tables, locale);
    return (
      <>
        {own.map(({ isMoney, ...table }) => (
          <ReportTable key={table.caption} {...table} note={isMoney && t('money')} />
        ))}
        {blanks('disclosure') && <p>{blanks('disclosure')}</p>}
      </>
    );
  }
  if (part === 'applications') {
    return (
      <div className={styles.fitted}>
        <ReportTable {...applicationsTable(code, tables, locale)} note={blanks('applications')} />
      </div>
    );
  }
  if (part === 'litigation') {
    return (
      <div className={styles.narrow}>
        <ReportTable
          {...litigationTable(code, tables, words, locale)}
          note={blanks('litigation')}
        />
      </div>
    );
  }
  return null;
}
