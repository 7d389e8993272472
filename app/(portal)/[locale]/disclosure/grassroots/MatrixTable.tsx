import { useLocale, useTranslations } from 'next-intl';
import { Link } from '@/components/Link/Link';
import { ScrollRegion } from '@/components/ScrollRegion/ScrollRegion';
import { labelOf } from '@/domain/catalogue/codes';
import { DOMAINS } from '@/domain/catalogue/domains';
import type { Cell, Matrix, MatrixLine } from '@/domain/catalogue/matrix';
import type { Place } from '@/queries/catalogued';
import { Gaps } from './Gaps';
import styles from './matrix.module.css';

type Props = { matrix: Matrix; townships: Place[] };

/** The 26 fields beside the county and its townships; head and first column stay while it scrolls. */
export function MatrixTable({ matrix: { rows, sums, distinct }, townships }: Props) {
  const t = useTranslations('catalogue.matrix');
  const locale = useLocale();
  return (
    <div className={styles.wide}>
      <ScrollRegion label={t('tableLabel')} isTall>
        <table className={styles.matrix}>
          <caption>{t('caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('field')}</th>
              <th scope="col">{t('all')}</th>
              <th scope="col">
                <Link href="/disclosure/grassroots#fields">{t('county')}</Link>
              </th>
              {townships.map(({ id, slug, name, shortName }) => (
                <th key={id} scope="col">
                  <Link href={`/disclosure/townships/${slug}`}>{shortName || name}</Link>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ domain, ...line }) => {
              const path = `/disclosure/catalogue/${domain}`;
              return (
                <tr key={domain}>
                  <th scope="row">
                    <Link href={path}>{labelOf(DOMAINS, domain, locale)}</Link>
                  </th>
                  <Cells
                    line={line}
                    hrefs={[
                      `${path}#places`,
                      `${path}?level=county`,
                      ...townships.map(({ slug }) => `${path}?township=${slug}`),
                    ]}
                  />
                </tr>
              );
            })}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('sum')}</th>
              <Cells line={sums} />
            </tr>
            <tr>
              <th scope="row">{t('distinct')}</th>
              {[distinct.all, distinct.county, ...distinct.townships].map((count, i) => (
                <td key={i}>{t('count', { count })}</td>
              ))}
            </tr>
          </tfoot>
        </table>
      </ScrollRegion>
    </div>
  );
}

type CellsProps = { line: MatrixLine; hrefs?: string[] };

/** Total, county and townships of one line. @param hrefs where the documents of each are, in that order */
function Cells({ line: { all, county, townships }, hrefs }: CellsProps) {
  return [all, county, ...townships].map((cell, i) => (
    <td key={i}>
      <CellContent cell={cell} href={hrefs?.[i]} />
    </td>
  ));
}

function CellContent({ cell, href }: { cell: Cell; href?: string }) {
  const t = useTranslations('catalogue.matrix');
  const { documents, items, last } = cell;
  if (items === 0 && documents === 0) {
    return (
      <span className={styles.gap} title={t('none')}>
        <span aria-hidden="true">—</span>
        <span className={styles.heard}>{t('none')}</span>
      </span>
    );
  }
  const count = t('count', { count: documents });
  return (
    <>
      <span className={styles.count}>
        {documents > 0 && href ? <Link href={href}>{count}</Link> : count}
      </span>
      {last && (
        <time dateTime={last} className={styles.day}>
          {last}
        </time>
      )}
      <Gaps cell={cell} />
    </>
  );
}
