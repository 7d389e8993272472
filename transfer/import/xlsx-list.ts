import * as xlsx from '@e965/xlsx';
import { skip, type Parsed, type Skip, type Warning } from './findings';
import { inspectFile } from './inspect-file';
import type { Item } from './items';
import type { ImportedDocument } from './imported-document';
import { readBody } from './parse';
import { documentOf, headingOf, type RecordFacts } from './record';
import { recordField, type RecordField } from './record-fields';
import type { Sibling } from './source-file';
import { structured } from './structure';
import { textPieces } from './text-body';

/** The header stands somewhere above: offices put a title and remarks over it. */
const HEADER_WITHIN = 20;
/** A workbook is held whole in memory, unlike JSON Lines. */
const MOST_ROWS = 50_000;

/**
 * The documents of a spreadsheet: one a row, under a header row that names the columns in any order.
 * The text stands in the row, or the row names a file beside the list that holds it.
 */
export async function* readList(
  path: string,
  bytes: Uint8Array,
  sibling: Sibling | undefined,
): AsyncGenerator<Item> {
  const workbook = await openWorkbook(path, bytes);
  if ('skip' in workbook) {
    yield { path, parsed: workbook };
    return;
  }
  let sheets = 0;
  for (const name of workbook.SheetNames) {
    const sheet = workbook.Sheets[name];
    const rows = sheet ? rowsOf(sheet) : [];
    const header = headerOf(rows);
    if (!header) continue;
    sheets += 1;
    for (let at = header.at + 1; at < rows.length; at += 1) {
      const row = rows[at] ?? [];
      if (row.every((cell) => cellText(cell) === '')) continue;
      const shown = `${path}#${workbook.SheetNames.length > 1 ? `${name}!` : ''}${at + 1}`;
      if (at - header.at > MOST_ROWS) {
        yield { path: shown, parsed: { skip: skip('too-many-rows', `上限 ${MOST_ROWS} 行`) } };
        return;
      }
      yield { path: shown, parsed: await rowDocument(path, row, header.fields, sibling) };
    }
  }
  if (sheets === 0) yield { path, parsed: { skip: skip('no-header') } };
}

async function openWorkbook(
  path: string,
  bytes: Uint8Array,
): Promise<xlsx.WorkBook | { skip: Skip }> {
  const { findings } = await inspectFile(bytes, path);
  const refusal = findings.find((finding): finding is Skip => finding.severity === 'skip');
  if (refusal) return { skip: refusal };
  try {
    return xlsx.read(bytes, { cellDates: true, cellHTML: false, cellFormula: false, dense: true });
  } catch (error) {
    return { skip: skip('damaged-file', (error as Error).message) };
  }
}

type Cell = string | number | boolean | Date | null | undefined;

function rowsOf(sheet: xlsx.WorkSheet): Cell[][] {
  return xlsx.utils.sheet_to_json<Cell[]>(sheet, { header: 1, raw: true, blankrows: true });
}

type Fields = ReadonlyMap<number, RecordField>;

function headerOf(rows: readonly Cell[][]): { at: number; fields: Fields } | undefined {
  for (const [at, row] of rows.slice(0, HEADER_WITHIN).entries()) {
    const fields = new Map<number, RecordField>();
    const taken = new Set<RecordField>();
    for (const [column, cell] of row.entries()) {
      const field = typeof cell === 'string' ? recordField(cell) : undefined;
      if (!field || taken.has(field)) continue;
      fields.set(column, field);
      taken.add(field);
    }
    if (taken.has('title') && taken.size >= 2) return { at, fields };
  }
  return undefined;
}

async function rowDocument(
  path: string,
  row: readonly Cell[],
  fields: Fields,
  sibling: Sibling | undefined,
): Promise<Parsed<ImportedDocument>> {
  const facts: Record<string, string> = {};
  for (const [column, field] of fields) {
    const text = cellText(row[column]);
    if (text !== '') facts[field] = text;
  }
  const { body = '', ...rest } = facts as RecordFacts & { body?: string };
  const heading = headingOf(rest);
  if ('skip' in heading) return heading;
  const place = path.split('/').slice(-2).join('/');
  if (!FILE_NAME.test(body)) {
    const { blocks } = structured(textPieces(body, heading.document.agencyName), heading.document);
    return withWarnings(documentOf(rest, heading.document, { blocks }, place), heading.warnings);
  }
  const file = await sibling?.(body.trim());
  if (!file) return { skip: skip('body-file-missing', body.trim()) };
  if ('skip' in file) return { skip: file.skip };
  if (!('bytes' in file)) return { skip: skip('unknown-type', body.trim()) };
  const text = await readBody(file, heading.document);
  if ('skip' in text) return { skip: { ...text.skip, detail: told(body, text.skip.detail) } };
  const document = documentOf(rest, heading.document, text.document, place);
  return withWarnings(document, [...heading.warnings, ...text.warnings]);
}

/** A cell that names a file rather than holding a text. */
const FILE_NAME = /^\s*[^\n<>|?*"]{1,200}\.(?:docx?|txt|html?|md)\s*$/iu;

const told = (file: string, detail: string | undefined): string =>
  detail ? `${file.trim()}：${detail}` : file.trim();

function withWarnings(
  parsed: Parsed<ImportedDocument>,
  before: readonly Warning[],
): Parsed<ImportedDocument> {
  if ('skip' in parsed) return parsed;
  return { ...parsed, warnings: [...before, ...parsed.warnings] };
}

/** Excel keeps days as numbers; a cell set as a date comes as one, in the time of this machine. */
function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (!(cell instanceof Date)) return String(cell).trim();
  // Half a day is added, since a date read back may lie seconds before its midnight.
  const near = new Date(cell.getTime() + 12 * 3600 * 1000 - cell.getTimezoneOffset() * 60_000);
  return Number.isNaN(near.getTime()) ? '' : near.toISOString().slice(0, 10);
}
