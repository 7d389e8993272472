import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { BarChart, ChartBeside } from '@/components/Chart/Chart';
import { DateText } from '@/components/DateText/DateText';
import { Link } from '@/components/Link/Link';
import { ListDownloads } from '@/components/ListDownloads/ListDownloads';
import { ReportTable } from '@/components/ReportTable/ReportTable';
import { Section } from '@/components/Section/Section';
import type { Cell, FigureTable } from '@/queries/statistics-tables';
import styles from './statistics.module.css';

type Props = {
  table: FigureTable;
  year: number;
  note?: string;
};

/** A longer picture says less; all of it stands in the table. */
const MOST_DRAWN = 16;

/** A table with bars of some of its columns, under its own heading. */
export function Charted({ table, year, note, charted }: Props & { charted: number[] }) {
  const t = useTranslations('statistics');
  const number = useTranslations('shell');
  const columns = charted.flatMap((at) => table.columns[at] ?? []);
  const isShare = columns.some(({ kind }) => kind === 'share');
  return (
    <Section title={table.caption} id={table.name}>
      {note && <p>{note}</p>}
      {table.rows.length === 0 ? (
        <p>{t('empty.table')}</p>
      ) : (
        <ChartBeside
          chart={
            <BarChart
              alt={t('alt', { caption: table.caption })}
              series={columns.map(({ label }) => ({ label }))}
              categories={table.rows.slice(0, MOST_DRAWN).map(({ label, cells }) => ({
                label,
                values: charted.map((at) => numberIn(cells[at])),
              }))}
              write={(value) =>
                isShare ? t('share', { percent: value }) : number('number', { value })
              }
              {...(isShare && { most: 1 })}
              none={t('none')}
              hasLegend
            />
          }
        >
          <FigureRows table={table} />
        </ChartBeside>
      )}
      <ListDownloads list={`statistics/${table.name}`} query={`year=${year}`} />
    </Section>
  );
}

/** A table without a picture. */
export function Listed({ table, year, note, empty }: Props & { empty: string }) {
  return (
    <div className={styles.listed}>
      {table.rows.length === 0 ? <p>{empty}</p> : <FigureRows table={table} note={note} />}
      {table.rows.length > 0 && (
        <ListDownloads list={`statistics/${table.name}`} query={`year=${year}`} />
      )}
    </div>
  );
}

function FigureRows({ table, note }: { table: FigureTable; note?: string | undefined }) {
  const t = useTranslations('statistics');
  const shown = (cells: readonly Cell[]) =>
    cells.map((cell, at): ReactNode => {
      const kind = table.columns[at]?.kind;
      if (cell === null) return t('none');
      if (kind === 'share') return t('share', { percent: Number(cell) });
      if (kind === 'day') return <DateText key={at} day={String(cell)} />;
      return cell;
    });
  return (
    <ReportTable
      caption={t('table', { caption: table.caption })}
      head={[
        [
          { text: table.first },
          ...table.columns.map(({ label, kind }) => ({
            text: label,
            isText: kind === 'text' || kind === 'day',
          })),
        ],
      ]}
      rows={[
        ...table.rows.map(({ label, href, cells }) => ({
          header: href ? <Link href={href}>{label}</Link> : label,
          cells: shown(cells),
        })),
        ...(table.total ? [{ header: t('total'), cells: shown(table.total), strong: true }] : []),
      ]}
      note={note}
    />
  );
}

const numberIn = (cell: Cell | undefined): number | null =>
  typeof cell === 'number' ? cell : null;
