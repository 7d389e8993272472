import { gridsOf, headersOf, partTable } from '../../../domain/annual-reports/grid';
import { partsOf, type ReportPaper } from '../../../domain/annual-reports/report-paper';
import { layouts } from '../../../domain/annual-reports/years';
import { blocksToText, normaliseBlocks, type Block } from '../../../domain/documents/blocks';

/** Where the schema of {@link reportJson} is served from. */
export const SCHEMA_PATH = '/schemas/annual-report.schema.json';

/**
 * The report as one JSON object, after public/schemas/annual-report.schema.json: figures by table, row
 * and column code with `null` for a blank, the names of each in `labels`, the parts as text.
 */
export function reportJson(paper: ReportPaper, site: string): string {
  const { tables, layout } = paper;
  const labels = gridsOf(layout).flatMap((grid) =>
    grid.rows.flatMap((cells, r) =>
      cells.flatMap((cell) =>
        cell.role === 'figure'
          ? [
              {
                ...cell.address,
                unit: cell.figure === 'amount-10k-yuan' ? '万元' : null,
                labels: headersOf(grid, r, cell).map(({ zh }) => zh),
              },
            ]
          : [],
      ),
    ),
  );
  const report = {
    $schema: new URL(SCHEMA_PATH, site).toString(),
    title: paper.title,
    agency: paper.agency,
    year: paper.year,
    layout,
    layoutSource: layouts[layout].source.number,
    publishedOn: paper.publishedOn,
    address: paper.address,
    preface: words(paper.preface),
    parts: partsOf(layout).map(({ code, heading }) => ({
      code,
      heading,
      text: words(paper.parts[code]),
      table: partTable[code] ?? null,
    })),
    tables,
    cells: labels,
    attachments: paper.attachments,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

const words = (blocks: readonly Block[]): string => blocksToText(normaliseBlocks(blocks));
