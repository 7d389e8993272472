import { normaliseBlocks } from '../../../domain/documents/blocks';
import { titleLines } from '../../../domain/documents/title-lines';
import { plainText } from '../docx-runs';
import { inlinesOf, Levels, nodesOf, TITLE_LINE, type Sheet, type SheetNode } from '../sheet';
import type { SheetTable } from '../sheet-table';
import type { FormPaper, FormTable } from './form-paper';

/** A form for the typesetter, upright; a table that has `pieces` is set as those. */
export function formSheet(
  paper: FormPaper,
  { site, missingLetters }: { site: string | undefined; missingLetters: string },
): Sheet {
  const levels = new Levels();
  return {
    language: 'zh',
    title: plainText(paper.title),
    titleLines: titleLines(plainText(paper.title), TITLE_LINE),
    authors: [plainText(paper.agency)],
    keywords: [],
    day: paper.publishedOn ? paper.publishedOn.split('-').map(Number) : null,
    form: 'plain',
    mark: '',
    number: '',
    nodes: [
      ...nodesOf(normaliseBlocks(paper.preface), false, levels, site),
      ...paper.parts.flatMap(({ heading, blocks, tables }): SheetNode[] => [
        ...(heading === null
          ? []
          : [
              {
                t: 'heading' as const,
                level: levels.below(PART_RANK),
                look: 'hei' as const,
                runs: [{ s: heading }],
              },
            ]),
        ...nodesOf(normaliseBlocks(blocks), false, levels, site),
        ...tables.flatMap((table) => {
          const pieces = table.pieces ?? [table];
          return pieces.map((piece, i) =>
            tableOf(piece, site, [
              ...(i > 0 ? ['above' as const] : []),
              ...(i < pieces.length - 1 ? ['below' as const] : []),
            ]),
          );
        }),
      ]),
    ],
    attachments: {
      label: '附件',
      items: paper.attachments.map(({ name, address }) =>
        inlinesOf([{ text: name, href: address }], site),
      ),
    },
    signature: paper.signature.map(plainText),
    imprint: [],
    annexes: [],
    facts: [],
    colon: '：',
    missing: missingLetters,
  };
}

/** Before 一、 in a text (5), so that every heading of the text is below its part. */
const PART_RANK = 1;

function tableOf(
  table: FormTable,
  site: string | undefined,
  joined: SheetTable['joined'],
): SheetTable {
  return {
    t: 'table',
    over: null,
    columns: [...table.widths],
    head: table.head,
    wide: false,
    size: table.size,
    inset: table.inset,
    whole: table.whole,
    joined,
    rows: table.rows.map((cells) =>
      cells.map(({ text, href, colSpan, rowSpan, isLeft }) => ({
        runs: inlinesOf([{ text, ...(href !== undefined && { href }) }], site),
        c: colSpan,
        r: rowSpan,
        h: false,
        n: false,
        a: isLeft ? ('left' as const) : ('centre' as const),
      })),
    ),
  };
}
