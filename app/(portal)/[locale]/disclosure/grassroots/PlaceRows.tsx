import { useTranslations } from 'next-intl';
import { DateText } from '@/components/DateText/DateText';
import { Link } from '@/components/Link/Link';
import { ScrollRegion } from '@/components/ScrollRegion/ScrollRegion';
import type { Cell } from '@/domain/catalogue/matrix';
import boards from '../catalogue/catalogue.module.css';
import { Gaps } from './Gaps';

export type PlaceRow = { key: string; label: string; href: string; cell: Cell };

type Props = { label: string; head: string; rows: PlaceRow[] };

/** One line or column of the matrix, one row a place or field: how many, the newest, what is missing. */
export function PlaceRows({ label, head, rows }: Props) {
  const t = useTranslations('catalogue.matrix');
  return (
    <ScrollRegion label={label}>
      <table className={boards.board}>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col">{t('documents')}</th>
            <th scope="col">{t('lastColumn')}</th>
            <th scope="col">{t('standing')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, label: name, href, cell }) => (
            <tr key={key}>
              <th scope="row">
                <Link href={href}>{name}</Link>
              </th>
              <td>{t('count', { count: cell.documents })}</td>
              <td>{cell.last ? <DateText day={cell.last} /> : '—'}</td>
              <td>
                <Gaps cell={cell} whole />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
