import { useTranslations } from 'next-intl';
import { Fragment, type ReactNode } from 'react';
import { runsToText, type Block, type Cell, type Run } from '../../domain/documents/blocks';
import {
  structureOf,
  type Structure,
  type StructuredBlock,
} from '../../domain/documents/structure';
import { ScrollRegion } from '../ScrollRegion/ScrollRegion';
import { evenDepths, headingLevels, isOwnHeading } from './heading-levels';
import styles from './OfficialText.module.css';

export type OfficialTextProps = {
  blocks: readonly Block[];
  /** structureOf(blocks), where the page has it already for its outline. */
  structure?: Structure;
  /** Official texts are Chinese whatever the page's language; a translation says so. */
  lang?: string;
  /** Added to the level of each heading; the highest is an h2 without it. */
  levelOffset?: 0 | 1 | 2;
};

/** The text of a document as the reader's eye expects an official text; headings and articles are anchors. */
export function OfficialText(props: OfficialTextProps) {
  const { blocks, structure = structureOf(blocks), lang = 'zh-CN', levelOffset = 0 } = props;
  const t = useTranslations('shell');
  const levels = headingLevels(structure);
  const even = evenDepths(structure);
  return (
    <div className={styles.text} lang={lang}>
      {structure.blocks.map((part, i) => {
        const { block } = part;
        switch (block.kind) {
          case 'table':
            return (
              <div key={i} className={styles.table}>
                <ScrollRegion label={t('text.table', { number: tableNumber(structure, i) })}>
                  <Table rows={block.rows} />
                </ScrollRegion>
              </div>
            );
          case 'image':
            return <Picture key={i} image={block} />;
          case 'list': {
            const List = block.ordered ? 'ol' : 'ul';
            return (
              <List key={i}>
                {block.items.map((item, j) => (
                  <li key={j}>{renderRuns(item)}</li>
                ))}
              </List>
            );
          }
          default:
            return isOwnHeading(part) ? (
              <Heading
                key={i}
                part={part}
                runs={block.runs}
                level={(levels.get(part.id ?? '') ?? 1) + 1 + levelOffset}
              />
            ) : (
              <Paragraph
                key={i}
                part={part}
                runs={block.runs}
                hasBoldLead={even.has(part.depth ?? 0)}
              />
            );
        }
      })}
    </div>
  );
}

type PartProps = { part: StructuredBlock; runs: Run[] };

const DIVISIONS = new Set<StructuredBlock['role']>(['part', 'subpart', 'chapter', 'section']);

function Heading({ part, runs, level }: PartProps & { level: number }) {
  const Tag = `h${Math.min(level, 6)}` as 'h2' | 'h3' | 'h4' | 'h5' | 'h6';
  const rank = DIVISIONS.has(part.role) ? styles.division : styles[`depth${part.depth ?? 1}`];
  return (
    <Tag id={part.id} className={`${styles.heading} ${rank}`}>
      {renderRuns(runs)}
    </Tag>
  );
}

function Paragraph({ part, runs, hasBoldLead }: PartProps & { hasBoldLead: boolean }) {
  const { id, role, lead, rest, block } = part;
  if (role === 'article' && id && rest) {
    return (
      <p id={id}>
        <a href={`#${id}`} className={styles.article}>
          {part.label}
        </a>
        {renderRuns(rest)}
      </p>
    );
  }
  const align = block.kind === 'paragraph' && block.align ? styles[block.align] : undefined;
  return (
    <p id={id} className={role === 'contents' ? styles.contents : align}>
      {lead && rest && hasBoldLead ? (
        <>
          <strong>{renderRuns(lead)}</strong>
          {renderRuns(rest)}
        </>
      ) : (
        renderRuns(runs)
      )}
    </p>
  );
}

/** Without its address (a draft's picture, to a reader who may not see it) its words stand alone. */
function Picture({ image }: { image: Block & { kind: 'image' } }) {
  const { src, width, height, runs } = image;
  const alt = runsToText(runs);
  if (!src) return <p className={styles.center}>{alt}</p>;
  return (
    <p className={styles.picture}>
      {/* eslint-disable-next-line @next/next/no-img-element -- an editor's picture, served as it was examined */}
      <img src={src} alt={alt} width={width} height={height} loading="lazy" />
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

/** Tables are counted through the whole text, from 1. */
function tableNumber(structure: Structure, index: number): number {
  return structure.blocks.slice(0, index + 1).filter(({ block }) => block.kind === 'table').length;
}
