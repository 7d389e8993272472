import { gridsOf, partTable, unmergedRows } from '../../../domain/annual-reports/grid';
import {
  cellText,
  partsOf,
  signatureOf,
  type ReportPaper,
} from '../../../domain/annual-reports/report-paper';
import { blocksToText, normaliseBlocks, type Block } from '../../../domain/documents/blocks';

/**
 * The report as text, as it comes when the official form is copied out of Word: one cell a line after
 * a tab, rows parted by an empty line, the places that a tall cell reaches down to empty.
 */
export function reportText(paper: ReportPaper): string {
  const { tables } = paper;
  const lines = [paper.title, '', ...words(paper.preface)];
  for (const { code, heading } of partsOf(paper.layout)) {
    lines.push('', heading, ...words(paper.parts[code]));
    for (const grid of gridsOf(paper.layout)) {
      if (!tables || partTable[code] !== grid.table) continue;
      for (const row of unmergedRows(grid)) {
        lines.push('', ...row.map((cell) => `\t${cell ? cellText(cell, tables) : ''}`));
      }
      lines.push('');
    }
  }
  if (paper.attachments.length > 0) {
    lines.push('', `附件：${paper.attachments.map(({ name }) => name).join('；')}`);
  }
  return [...lines, '', ...signatureOf(paper), ''].join('\n');
}

const words = (blocks: readonly Block[]): string[] => {
  const text = blocksToText(normaliseBlocks(blocks));
  return text === '' ? [] : [text];
};
