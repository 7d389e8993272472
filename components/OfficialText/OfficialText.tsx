import { useLocale, useTranslations } from 'next-intl';
import { Fragment, type ReactNode } from 'react';
import { runsToText, type Block, type Cell, type Run } from '../../domain/documents/blocks';
import {
  splitRuns,
  structureOf,
  type Structure,
  type StructuredBlock,
} from '../../domain/documents/structure';
import { isLeaving } from '../../domain/frame/leaving';
import { Link } from '../Link/Link';
import { ScrollRegion } from '../ScrollRegion/ScrollRegion';
import { CopyPlaces } from './CopyPlaces';
import { evenDepths, headingLevels, isOwnHeading } from './heading-levels';
import styles from './OfficialText.module.css';
import { PlaceMarks, type PlaceMark } from './PlaceMarks';

export type OfficialTextProps = {
  blocks: readonly Block[];
  /** structureOf(blocks), where the page has it already for its outline. */
  structure?: Structure;
  /** Official texts are Chinese whatever the page's language; a translation says so. */
  lang?: string;
  /** Added to the level of each heading; the highest is an h2 without it. */
  levelOffset?: 0 | 1 | 2;
  /** Where script runs, a number that is pressed also copies its address, and a line says so. */
  copiesPlaces?: boolean;
  /** Interpretations of single places, by the anchor of the place. */
  marks?: ReadonlyMap<string, readonly PlaceMark[]>;
};

/** The text of a document as the reader's eye expects an official text; headings and articles are anchors. */
export function OfficialText(props: OfficialTextProps) {
  const { blocks, structure = structureOf(blocks), lang = 'zh-CN', levelOffset = 0 } = props;
  const { copiesPlaces = false, marks } = props;
  const t = useTranslations('shell');
  const locale = useLocale();
  const levels = headingLevels(structure);
  const even = evenDepths(structure);
  const text = (
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
                  <li key={j} id={part.itemIds?.[j]}>
                    {renderRuns(item)}
                    {part.itemIds?.[j] && (
                      <Sign
                        id={part.itemIds[j]}
                        place={t('text.item', { number: (block.start ?? 1) + j })}
                      />
                    )}
                  </li>
                ))}
              </List>
            );
          }
          default:
            return (
              <Fragment key={i}>
                {isOwnHeading(part) ? (
                  <Heading
                    part={part}
                    runs={block.runs}
                    level={(levels.get(part.id ?? '') ?? 1) + 1 + levelOffset}
                  />
                ) : (
                  <Paragraph
                    part={part}
                    runs={block.runs}
                    hasBoldLead={even.has(part.depth ?? 0)}
                  />
                )}
                <PlaceMarks marks={marks?.get(part.id ?? '')} />
              </Fragment>
            );
        }
      })}
    </div>
  );
  if (!copiesPlaces) return text;
  return (
    <CopyPlaces
      hint={t('text.placeHint')}
      done={t('text.placeCopied')}
      failed={t('text.placeFailed')}
      lang={locale}
      className={styles.hint}
    >
      {text}
    </CopyPlaces>
  );
}

type PartProps = { part: StructuredBlock; runs: Run[] };

const DIVISIONS = new Set<StructuredBlock['role']>(['part', 'subpart', 'chapter', 'section']);

function Heading({ part, runs, level }: PartProps & { level: number }) {
  const Tag = `h${Math.min(level, 6)}` as 'h2' | 'h3' | 'h4' | 'h5' | 'h6';
  const rank = DIVISIONS.has(part.role) ? styles.division : styles[`depth${part.depth ?? 1}`];
  return (
    <Tag id={part.id} className={`${styles.heading} ${rank}`}>
      <Numbered part={part} runs={runs} isWhole />
    </Tag>
  );
}

function Paragraph({ part, runs, hasBoldLead }: PartProps & { hasBoldLead: boolean }) {
  const { id, role, lead, rest, block } = part;
  if (role === 'article' && id && rest) {
    return (
      <p id={id}>
        <a href={`#${id}`} className={styles.article} data-place="">
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
          <strong>
            <Numbered part={part} runs={lead} />
          </strong>
          {renderRuns(rest)}
        </>
      ) : (
        <Numbered part={part} runs={runs} />
      )}
      {role === 'clause' && id && <Sign id={id} place={part.label ?? ''} />}
    </p>
  );
}

/** Runs whose number is the link to their place; a heading without a number is that link as a whole. */
function Numbered({ part, runs, isWhole = false }: PartProps & { isWhole?: boolean }) {
  const { id, labelEnd } = part;
  const canBeWhole = isWhole && !runs.some(({ href }) => href);
  const end = labelEnd ?? (canBeWhole ? runsToText(runs).length : 0);
  if (!id || end === 0) return renderRuns(runs);
  const [number, rest] = splitRuns(runs, end);
  return (
    <>
      <a href={`#${id}`} className={styles.number} data-place="">
        {renderRuns(number.map(({ href: _, ...run }) => run))}
      </a>
      {renderRuns(rest)}
    </>
  );
}

/** The link to a place that has no number of its own: seen where the pointer or the focus is. */
function Sign({ id, place }: { id: string; place: string }) {
  const t = useTranslations('shell');
  return (
    <a
      href={`#${id}`}
      className={styles.sign}
      aria-label={t('text.place', { place })}
      data-place=""
    >
      ¶
    </a>
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
    if (run.href && isSafeHref(run.href)) node = <RunLink run={run}>{node}</RunLink>;
    return <Fragment key={i}>{node}</Fragment>;
  });

/** An editor's link, or one that leads to what the words cite. */
function RunLink({ run: { href, cites }, children }: { run: Run; children: ReactNode }) {
  if (!cites)
    return isLeaving(href ?? '') ? (
      <Link href={href ?? ''}>{children}</Link>
    ) : (
      <a href={href}>{children}</a>
    );
  const { label, marker } = cites;
  return (
    <a
      href={href}
      title={label}
      className={marker ? `${styles.citation} ${styles.spent}` : styles.citation}
    >
      {children}
      {marker && <span className={styles.marker}>（{marker}）</span>}
    </a>
  );
}

/** Imported texts may carry any address; only those that open a page, a mail or a call are linked. */
const isSafeHref = (href: string): boolean => /^(https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i.test(href);

/** Tables are counted through the whole text, from 1. */
function tableNumber(structure: Structure, index: number): number {
  return structure.blocks.slice(0, index + 1).filter(({ block }) => block.kind === 'table').length;
}
