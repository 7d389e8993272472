import * as xlsx from '@e965/xlsx';
import fc from 'fast-check';
import type { Form, FormCell } from './untidy.fixture';

// Workbooks as people keep them: moved away from the corner, numbers as text, sums as formulas, cells
// unmerged, rows hidden; and what happens when one deletes or inserts a cell.

export type Book = {
  down: number;
  right: number;
  sheets: 'one' | 'each' | 'each-and-others';
  numbers: 'numbers' | 'text' | 'text-with-spaces' | 'general';
  sums: 'values' | 'formulas' | 'formulas-not-counted';
  merges: 'right' | 'none' | 'only-labels';
  blanks: 'absent' | 'empty-text' | 'styled';
  remarks: 'none' | 'words' | 'numbers';
  damage: 'none' | 'delete-left' | 'delete-up' | 'insert-right' | 'insert-down';
  at: number;
  which: number;
  type: 'xlsx' | 'biff8';
};

export const books: fc.Arbitrary<Book> = fc.record({
  down: fc.nat(4),
  right: fc.nat(3),
  sheets: fc.constantFrom('one', 'each', 'each-and-others'),
  numbers: fc.constantFrom('numbers', 'text', 'text-with-spaces', 'general'),
  sums: fc.constantFrom('values', 'formulas', 'formulas-not-counted'),
  merges: fc.constantFrom('right', 'right', 'none', 'only-labels'),
  blanks: fc.constantFrom('absent', 'empty-text', 'styled'),
  remarks: fc.constantFrom('none', 'none', 'words', 'numbers'),
  damage: fc.constantFrom(
    'none',
    'none',
    'delete-left',
    'delete-up',
    'insert-right',
    'insert-down',
  ),
  at: fc.nat(10_000),
  which: fc.nat(2),
  type: fc.constantFrom('xlsx', 'biff8'),
});

export function unseenBook(form: Form, how: Book): Uint8Array {
  const book = xlsx.utils.book_new();
  const text = [
    [form.title],
    ...form.preface.map((one) => [one]),
    ...form.parts.flatMap((part) => [[part.heading], ...part.paragraphs.map((one) => [one])]),
  ];
  if (how.sheets === 'one') {
    const sheet: xlsx.WorkSheet = { '!merges': [] };
    let at = how.down;
    for (const line of [[form.title], ...form.preface.map((one) => [one])])
      put(sheet, at++, how.right, line[0] ?? '');
    for (const part of form.parts) {
      put(sheet, at++, how.right, part.heading);
      for (const one of part.paragraphs) put(sheet, at++, how.right, one);
      for (const table of form.tables.filter((one) => one.part === part.code))
        at = fill(sheet, table.rows, at, how.right, how) + 1;
    }
    finish(book, sheet, 'Sheet1');
  } else {
    xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(text), '正文');
    if (how.sheets === 'each-and-others') {
      xlsx.utils.book_append_sheet(
        book,
        xlsx.utils.aoa_to_sheet([['填报说明'], ['1', '请如实填报'], ['2', 3]]),
        '说明',
      );
      xlsx.utils.book_append_sheet(book, {}, 'Sheet3');
    }
    for (const [i, table] of form.tables.entries()) {
      const sheet: xlsx.WorkSheet = { '!merges': [] };
      const end = fill(sheet, table.rows, how.down, how.right, how);
      if (how.damage !== 'none' && i === how.which % form.tables.length)
        damage(sheet, table.rows, how, end);
      finish(book, sheet, `表${i + 1}`);
    }
  }
  return new Uint8Array(
    xlsx.write(book, { type: 'buffer', bookType: how.type, cellStyles: true }) as Buffer,
  );
}

function put(sheet: xlsx.WorkSheet, r: number, c: number, v: string): void {
  sheet[xlsx.utils.encode_cell({ r, c })] = { t: 's', v };
}

function fill(
  sheet: xlsx.WorkSheet,
  rows: readonly FormCell[][],
  top: number,
  left: number,
  how: Book,
): number {
  const taken = new Set<string>();
  let width = 0;
  for (const [i, row] of rows.entries()) {
    let c = left;
    for (const cell of row) {
      while (taken.has(`${i},${c}`)) c += 1;
      const address = xlsx.utils.encode_cell({ r: top + i, c });
      const value = valueOf(cell, how);
      if (value) sheet[address] = value;
      const isMerged = how.merges === 'right' || (how.merges === 'only-labels' && cell.isLabel);
      for (let y = i; y < i + cell.rowSpan; y += 1)
        for (let x = c; x < c + cell.colSpan; x += 1) taken.add(`${y},${x}`);
      if (isMerged && (cell.colSpan > 1 || cell.rowSpan > 1)) {
        sheet['!merges']?.push({
          s: { r: top + i, c },
          e: { r: top + i + cell.rowSpan - 1, c: c + cell.colSpan - 1 },
        });
      }
      c += cell.colSpan;
      width = Math.max(width, c);
    }
  }
  for (let i = 0; i < rows.length && how.remarks !== 'none'; i += 1) {
    if (i % 3 !== 0 || !rows[i]?.some(({ isLabel }) => !isLabel)) continue;
    sheet[xlsx.utils.encode_cell({ r: top + i, c: width + (how.remarks === 'numbers' ? 1 : 0) })] =
      how.remarks === 'words' ? { t: 's', v: '已核' } : { t: 'n', v: 4321 };
  }
  return top + rows.length;
}

function valueOf({ text, isLabel }: FormCell, how: Book): xlsx.CellObject | null {
  if (isLabel) return { t: 's', v: text };
  if (text === '')
    return how.blanks === 'absent'
      ? null
      : how.blanks === 'empty-text'
        ? { t: 's', v: '' }
        : { t: 'z' };
  const isNumber = /^-?\d+(?:\.\d+)?$/u.test(text);
  if (!isNumber || how.numbers === 'text') return { t: 's', v: text };
  if (how.numbers === 'text-with-spaces') return { t: 's', v: ` ${text} ` };
  const cell: xlsx.CellObject = { t: 'n', v: Number(text) };
  if (how.sums !== 'values' && Number(text) % 5 === 0) {
    cell.f = `${text}+0`;
    if (how.sums === 'formulas-not-counted') delete cell.v;
  }
  return cell;
}

function damage(sheet: xlsx.WorkSheet, rows: readonly FormCell[][], how: Book, end: number): void {
  const cells = Object.keys(sheet)
    .filter((key) => /^[A-Z]+\d+$/u.test(key))
    .map((key) => xlsx.utils.decode_cell(key));
  const figures = cells
    .filter(({ r }) => rows[r - how.down]?.some(({ isLabel }) => !isLabel) && true)
    .filter(({ r, c }) => !isLabelAt(sheet, r, c));
  const chosen = figures[how.at % figures.length];
  if (!chosen) return;
  const last = Math.max(...cells.map(({ c }) => c)) + 1;
  const move = (from: xlsx.CellAddress, to: xlsx.CellAddress): void => {
    const cell = sheet[xlsx.utils.encode_cell(from)] as xlsx.CellObject | undefined;
    delete sheet[xlsx.utils.encode_cell(to)];
    if (cell) sheet[xlsx.utils.encode_cell(to)] = cell;
  };
  const { r, c } = chosen;
  if (how.damage === 'delete-left')
    for (let x = c; x <= last; x += 1) move({ r, c: x + 1 }, { r, c: x });
  if (how.damage === 'insert-right') {
    for (let x = last; x > c; x -= 1) move({ r, c: x - 1 }, { r, c: x });
    delete sheet[xlsx.utils.encode_cell({ r, c })];
  }
  if (how.damage === 'delete-up')
    for (let y = r; y <= end + 1; y += 1) move({ r: y + 1, c }, { r: y, c });
  if (how.damage === 'insert-down') {
    for (let y = end + 1; y > r; y -= 1) move({ r: y - 1, c }, { r: y, c });
    delete sheet[xlsx.utils.encode_cell({ r, c })];
  }
}

const isLabelAt = (sheet: xlsx.WorkSheet, r: number, c: number): boolean => {
  const cell = sheet[xlsx.utils.encode_cell({ r, c })] as xlsx.CellObject | undefined;
  return (
    typeof cell?.v === 'string' &&
    /\p{Script=Han}/u.test(cell.v) &&
    !/^[\d.]+(?:件|万元|亿元|元)$/u.test(cell.v)
  );
};

function finish(book: xlsx.WorkBook, sheet: xlsx.WorkSheet, name: string): void {
  const cells = Object.keys(sheet)
    .filter((key) => /^[A-Z]+\d+$/u.test(key))
    .map((key) => xlsx.utils.decode_cell(key));
  sheet['!ref'] = xlsx.utils.encode_range({
    s: { r: 0, c: 0 },
    e: { r: Math.max(0, ...cells.map(({ r }) => r)), c: Math.max(0, ...cells.map(({ c }) => c)) },
  });
  xlsx.utils.book_append_sheet(book, sheet, name);
}
