import { useTranslations } from 'next-intl';
import { Fragment, type ReactNode } from 'react';
import { runsToText, type Block, type Cell, type Run } from '../../domain/documents/blocks';
import { ScrollRegion } from '../ScrollRegion/ScrollRegion';
import { isDivision, splitArticle } from './article';
import styles from './OfficialText.module.css';

export type OfficialTextProps = {
  blocks: readonly Block[];
  /** The anchor of each block, in the order of the blocks; undefined where a block has none. */
  ids?: readonly (string | undefined)[];
  /** Official texts are Chinese whatever the page's language; a translation says so. */
  lang?: string;
  /** Added to each heading's level, where the text stands below another heading. */
  levelOffset?: 0 | 1 | 2;
};

/** The text of a document as the reader's eye expects an official text. */
export function OfficialText({
  blocks,
  ids = [],
  lang = 'zh-CN',
  levelOffset = 0,
}: OfficialTextProps) {
  const t = useTranslations('shell');
  let tables = 0;
  return (
    <div className={styles.text} lang={lang}>
      {blocks.map((block, i) => {
        const id = ids[i];
        switch (block.kind) {
          case 'heading': {
            const Heading = `h${block.level + levelOffset}` as HeadingTag;
            const division = isDivision(runsToText(block.runs)) ? ` ${styles.division}` : '';
            return (
              <Heading key={i} id={id} className={`${styles[`level${block.level}`]}${division}`}>
                {renderRuns(block.runs)}
              </Heading>
            );
          }
          case 'paragraph':
            return <Paragraph key={i} id={id} block={block} />;
          case 'list': {
            const List = block.ordered ? 'ol' : 'ul';
            return (
              <List key={i} id={id}>
                {block.items.map((item, j) => (
                  <li key={j}>{renderRuns(item)}</li>
                ))}
              </List>
            );
          }
          case 'table':
            tables += 1;
            return (
              <div key={i} id={id} className={styles.table}>
                <ScrollRegion label={t('text.table', { number: tables })}>
                  <Table rows={block.rows} />
                </ScrollRegion>
              </div>
            );
        }
      })}
    </div>
  );
}

type HeadingTag = 'h2' | 'h3' | 'h4' | 'h5' | 'h6';
type ParagraphBlock = Extract<Block, { kind: 'paragraph' }>;

function Paragraph({ id, block }: { id?: string; block: ParagraphBlock }) {
  const article = block.align ? null : splitArticle(block.runs);
  if (!article) {
    return (
      <p id={id} className={block.align ? styles[block.align] : undefined}>
        {renderRuns(block.runs)}
      </p>
    );
  }
  return (
    <p id={id}>
      {id ? (
        <a href={`#${id}`} className={styles.article}>
          {article.number}
        </a>
      ) : (
        <strong className={styles.article}>{article.number}</strong>
      )}
      {renderRuns(article.rest)}
    </p>
  );
}

function Table({ rows }: { rows: Cell[][] }) {
  return (
    <table>
      <tbody>
        {rows.map((row, i) => (
          <tr key={i}>
            {row.map((cell, j) => {
              const CellTag = cell.header ? 'th' : 'td';
              return (
                <CellTag key={j} colSpan={cell.colSpan} rowSpan={cell.rowSpan}>
                  {renderRuns(cell.runs)}
                </CellTag>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const renderRuns = (runs: readonly Run[]): ReactNode =>
  runs.map((run, i) => {
    let node: ReactNode = run.text;
    if (run.italic) node = <em>{node}</em>;
    if (run.bold) node = <strong>{node}</strong>;
    if (run.href && isSafeHref(run.href)) node = <a href={run.href}>{node}</a>;
    return <Fragment key={i}>{node}</Fragment>;
  });

/** Imported texts may carry any address; only those that open a page, a mail or a call are linked. */
const isSafeHref = (href: string): boolean => /^(https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i.test(href);
