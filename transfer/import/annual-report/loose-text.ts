import { looksLikeFigure } from '../../../domain/annual-reports/figure';
import { meaningOf, type Meaning } from '../../../domain/annual-reports/labels';
import { isBroken } from './broken-label';
import { partOf } from './narrative';
import { ragged, type Place, type Source } from './source';

type Piece = { text: string; place: Place };
type Row = { kind: 'head' | 'data'; cells: Piece[] };

/** No cell of the form is longer; what is, is a sentence. */
const LONGEST_CELL = 60;

/**
 * Text with one cell a line and nothing to tell a blank cell from a line between rows, or with the
 * cells of a row parted by spaces. Rows begin where the labels of the form stand.
 */
export function loosePieces(lines: readonly string[]): Source['blocks'] {
  const blocks: Source['blocks'] = [];
  let rows: Row[] = [];
  const endGrid = (): void => {
    if (rows.length > 0) {
      const cells = ragged(rows.map((row) => row.cells));
      blocks.push({ kind: 'grid', source: 'text', hasLooseBlanks: true, rows: cells });
    }
    rows = [];
  };
  for (const line of joinedLines(lines)) {
    for (const [at, text] of piecesOf(line.text).entries()) {
      const piece = { text, place: { line: line.number, ...(at > 0 && { column: at + 1 }) } };
      const meaning = text === '' ? null : meaningOf(text);
      const isInside = rows.length > 0;
      if (text === '' && !isInside) continue;
      const isSentence = text.length > LONGEST_CELL && !meaning;
      const isText = text !== '' && (isSentence || partOf(text) || (!isInside && !opens(meaning)));
      if (isText) {
        endGrid();
        blocks.push({ kind: 'line', text, place: piece.place });
      } else add(rows, piece, meaning);
    }
  }
  endGrid();
  return blocks;
}

/** Whether a line outside a table begins one: only words that no sentence or heading has. */
const opens = (meaning: Meaning | null): boolean =>
  Boolean(
    meaning?.disclosureGroup ??
    meaning?.disclosureColumn ??
    meaning?.isForm ??
    meaning?.isOrganisations ??
    (meaning?.applicationRow && !meaning.applicationColumn ? meaning.applicationRow : undefined) ??
    meaning?.litigationColumn ??
    (meaning?.applicationColumn === 'natural' || meaning?.litigationRow !== undefined || undefined),
  );

function add(rows: Row[], piece: Piece, meaning: Meaning | null): void {
  const row = rows.at(-1);
  const start = (kind: Row['kind']): void => void rows.push({ kind, cells: [piece] });
  if (piece.text === '') {
    if (row?.kind === 'data') row.cells.push(piece);
    return;
  }
  const isFigure = !meaning && looksLikeFigure(piece.text);
  if (isFigure) {
    // Reviews and suits have figures without a label.
    if (row?.kind === 'data') row.cells.push(piece);
    else start('data');
    return;
  }
  const isHead =
    meaning?.disclosureColumn ?? meaning?.applicationColumn ?? meaning?.litigationColumn;
  const isLabel = meaning?.applicationRow ?? meaning?.disclosureRow ?? meaning?.applicationSection;
  // 总计 and 其他 head a column among heads, and begin a row among rows.
  if (isLabel && !(isHead && row?.kind === 'head')) {
    const isAfterLabels = row?.kind === 'data' && row.cells.every(({ text }) => isOnlyLabel(text));
    if (isAfterLabels) row.cells.push(piece);
    else start('data');
  } else if (meaning) {
    if (row?.kind === 'head' && !meaning.disclosureGroup) row.cells.push(piece);
    else start('head');
  } else if (row) row.cells.push(piece);
}

const isOnlyLabel = (text: string): boolean => meaningOf(text)?.applicationSection !== undefined;

type Numbered = { text: string; number: number };

/** The lines with labels that were cut by a line break put together: 商业, 企业. */
function joinedLines(lines: readonly string[]): Numbered[] {
  const joined: Numbered[] = [];
  for (const [i, raw] of lines.entries()) {
    const text = raw.trim();
    const before = joined.at(-1);
    const isCut = before && isBroken(before.text, text) && !partOf(before.text);
    if (isCut) before.text = `${before.text}${text}`;
    else joined.push({ text, number: i + 1 });
  }
  return joined;
}

/** The cells of a line that spaces part: labels with figures behind them, or labels side by side. */
function piecesOf(line: string): string[] {
  if (!/\s/u.test(line)) return [line];
  const parts = line.split(/[\s\u3000]+/u);
  const from = parts.findLastIndex((part) => !looksLikeFigure(part)) + 1;
  const labels = parts.slice(0, from);
  if (from < parts.length) {
    if (labels.every((part) => meaningOf(part))) return parts;
    const label = labels.join('');
    return meaningOf(label) ? [label, ...parts.slice(from)] : [line];
  }
  if (meaningOf(line)) return [line];
  return parts.every((part) => meaningOf(part)) ? parts : [line];
}
