import { readChannels } from './channels';
import { DOMAINS, type Domain } from './domains';
import type { Audience, CatalogueItem, Level, Way } from './items';
import { columnsOf, isHeaderRow, type Column } from './sheet-header';
import { isMark, nameOfGroup } from './sheet-marks';

/** A sheet as a reader of workbooks gives it: rows of texts, and its merged cells (from 0, both ends in). */
export type Sheet = {
  name: string;
  rows: string[][];
  merges: { top: number; left: number; bottom: number; right: number }[];
};

export type SheetFinding = {
  sheet: string;
  /** As a spreadsheet counts it, from 1; 0 where the sheet as a whole is meant. */
  row: number;
  code: FindingCode;
  detail?: string;
};

/** What may be odd about a sheet; worded in messages/…/catalogue.json under `findings`. */
export const FINDINGS = [
  'no-header',
  'no-domain',
  'too-many-rows',
  'no-level-one',
  'no-content',
  'no-level',
  'both-audiences',
  'both-ways',
  'number-unreadable',
  'agency-unknown',
  'repeated',
  'missing',
] as const;

export type FindingCode = (typeof FINDINGS)[number];

/** Findings that leave a row or a sheet out; the others are taken over and only told. */
export const LEAVES_OUT: readonly FindingCode[] = [
  'no-header',
  'no-domain',
  'too-many-rows',
  'no-level-one',
  'no-content',
  'repeated',
];

/** An item with the place where it stood, so that a later finding can name it. */
export type ReadItem = CatalogueItem & { at: { sheet: string; row: number } };

export type SheetResult = { domain?: Domain; items: ReadItem[]; findings: SheetFinding[] };

/** No catalogue of a field comes near it; a sheet beyond is something else. */
export const MOST_ROWS = 5_000;

/**
 * Reads one sheet of a standard catalogue (国办发〔2019〕54号 and the ministries' guidelines), however
 * it was kept: title rows above the header, a header of one row or two, merged levels, √ ✓ 是 or ■ for
 * a mark, blank rows, the header printed again on each page, numbers as `1.0`.
 *
 * @param domain the field, where the caller knows it; else it is read from the sheet's name or title
 */
export function readSheet(sheet: Sheet, domain?: Domain): SheetResult {
  const findings: SheetFinding[] = [];
  const tell = (row: number, code: FindingCode, detail?: string) =>
    findings.push({ sheet: sheet.name, row, code, ...(detail !== undefined && { detail }) });
  const header = columnsOf(sheet);
  if (!header) {
    // A cover or a list of contents is no catalogue, and nothing to complain about when empty.
    if (sheet.rows.some((row) => row.some((cell) => cell.trim() !== ''))) tell(0, 'no-header');
    return { items: [], findings };
  }
  const titles = sheet.rows.slice(0, header.first).flat();
  const field = domain ?? domainIn(sheet.name) ?? domainIn(titles.join(' '));
  if (!field) {
    tell(0, 'no-domain');
    return { items: [], findings };
  }
  if (sheet.rows.length - header.end > MOST_ROWS) {
    tell(0, 'too-many-rows', String(MOST_ROWS));
    return { domain: field, items: [], findings };
  }
  const rows = filledDown(sheet);
  const items: ReadItem[] = [];
  let levelOne = '';
  for (let at = header.end; at < rows.length; at += 1) {
    const cells = rows[at] ?? [];
    const cell = (column: Column): string => clean(cells[header.columns[column] ?? -1]);
    const named = [cell('levelOne'), cell('levelTwo'), cell('content')];
    if (named.every((text) => text === '') || isHeaderRow(cells)) continue;
    levelOne = cell('levelOne') || levelOne;
    const row = at + 1;
    if (levelOne === '' || cell('content') === '') {
      tell(row, levelOne === '' ? 'no-level-one' : 'no-content', named.filter(Boolean).join(' '));
      continue;
    }
    const number = numberOf(cell('order'));
    if (number === null) tell(row, 'number-unreadable', cell('order'));
    items.push({
      domain: field,
      order: number || (items.at(-1)?.order ?? 0) + 1,
      levelOne,
      levelTwo: cell('levelTwo'),
      content: cell('content'),
      basis: cell('basis'),
      timeLimit: cell('timeLimit'),
      agencyName: cell('agency'),
      channels: readChannels(cell('channels')),
      ...audienceOf(cell, () => tell(row, 'both-audiences')),
      way: wayOf(cell, () => tell(row, 'both-ways')),
      levels: levelsOf(cell, header.hasLevels ? () => tell(row, 'no-level') : undefined),
      ...renewal(cell('note'), header.columns.note !== undefined),
      at: { sheet: sheet.name, row },
    });
  }
  return { domain: field, items, findings };
}

/** The field that a sheet's name or title names; the longest name, since 就业 may stand inside another. */
export function domainIn(text: string): Domain | undefined {
  const plain = text.normalize('NFKC').replace(/\s+/gu, '');
  const found = NAMES.filter(([name]) => plain.includes(name));
  return found.sort((a, b) => b[0].length - a[0].length)[0]?.[1];
}

const NAMES: [string, Domain][] = [
  ...DOMAINS.map(({ zh, code }): [string, Domain] => [zh, code]),
  ['房屋征收', 'housing-expropriation'],
  ['城市管理综合执法', 'urban-enforcement'],
  ['城市管理执法', 'urban-enforcement'],
  ['农村集体土地征收', 'land-compensation'],
  ['食品药品安全', 'food-drugs'],
  ['环境保护', 'environment'],
  ['税收', 'taxation'],
  ['脱贫', 'poverty-relief'],
];

type Cell = (column: Column) => string;

function audienceOf(
  cell: Cell,
  tellBoth: () => void,
): { audience: Audience; audienceNote: string } {
  if (cell('audience') !== '') {
    const text = cell('audience');
    if (text.includes('全社会')) return { audience: 'all', audienceNote: '' };
    return { audience: 'specific', audienceNote: nameOfGroup(text) };
  }
  const specific = cell('audienceSpecific');
  const audienceNote = nameOfGroup(specific);
  const isAll = isMark(cell('audienceAll'));
  if (isAll && isMark(specific)) tellBoth();
  return { audience: isAll || specific === '' ? 'all' : 'specific', audienceNote };
}

function wayOf(cell: Cell, tellBoth: () => void): Way {
  const isProactive = isMark(cell('wayProactive')) || /主动/u.test(cell('way'));
  const isOnRequest = isMark(cell('wayOnRequest')) || /申请/u.test(cell('way'));
  if (isProactive && isOnRequest) tellBoth();
  return isOnRequest && !isProactive ? 'on-request' : 'proactive';
}

function levelsOf(cell: Cell, tellNone?: () => void): Level[] {
  const levels: Level[] = [];
  if (isMark(cell('levelCounty')) || /县|区/u.test(cell('levels'))) levels.push('county');
  if (isMark(cell('levelTownship')) || /乡|镇|街道/u.test(cell('levels'))) levels.push('township');
  if (levels.length > 0) return levels;
  tellNone?.();
  return ['county'];
}

/** 备注: the one thing read from it is how often the item is to be renewed. */
function renewal(note: string, hasColumn: boolean): { reviewDays?: number | null } {
  if (!hasColumn) return {};
  const days = /更新周期[:：]?\s*(\d{1,4})\s*天/u.exec(note.normalize('NFKC'))?.[1];
  return { reviewDays: days && Number(days) > 0 ? Number(days) : null };
}

/** `1`, `1.0`, `１`; 0 where the cell is empty, null where it holds something else. */
function numberOf(text: string): number | null {
  if (text === '') return 0;
  const match = /^(\d{1,5})(?:\.0*)?[.、]?$/.exec(text.normalize('NFKC'));
  return match ? Number(match[1]) : null;
}

/** Merged cells hold their text once, at the top; each row below has it too. Across, it stays where it is. */
function filledDown({ rows, merges }: Sheet): string[][] {
  const filled = rows.map((row) => [...row]);
  for (const { top, left, bottom } of merges) {
    const text = filled[top]?.[left] ?? '';
    for (let at = top + 1; at <= bottom && at < filled.length; at += 1) {
      const row = filled[at];
      if (row) row[left] = text;
    }
  }
  return filled;
}

const clean = (text: string | undefined): string =>
  (text ?? '')
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
