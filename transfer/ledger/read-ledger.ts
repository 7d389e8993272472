import type { ApplicantKind } from '../../domain/applications/applicants';
import type { Channel } from '../../domain/applications/clock';
import { dayOf, type Day } from '../../domain/workdays/days';
import {
  daysIn,
  readApplicantKind,
  readChannel,
  readDay,
  readReply,
  saysNothing,
  saysYes,
  textOf,
  workdaysIn,
  yuanIn,
  type LedgerReply,
  type Reading,
} from './cell-values';
import { ledgerColumn, type LedgerColumn } from './columns';
import { LedgerFileError, MOST_ROWS, readTables, type Cell, type Table } from './read-table';

/** A span of days: of an inquiry, or from telling what is missing to its arrival. */
export type Span = { from: Day; to: Day | null };

/** A closed case as a ledger tells it. Null is what it does not tell. */
export type LedgerEntry = {
  receiptNumber: string | null;
  /** A number that only counts the cases of a year; an earlier version took it for the case's own. */
  countNumber: string | null;
  channel: Channel;
  applicantKind: ApplicantKind;
  name: string | null;
  informationTitle: string;
  informationNumber: string | null;
  receivedOn: Day;
  agency: string | null;
  supplement: Span | null;
  thirdParty: Span[];
  extension: { workingDays: number; on: Day | null } | null;
  /** Yuan. */
  fee: number | null;
  dueOn: Day | null;
  decidedOn: Day;
  replyKind: LedgerReply;
  letterNumber: string | null;
  servedOn: Day | null;
  archivedOn: Day | null;
};

/** Keys of messages `ledger.notes`. `value` is a cell's text, never a name or a title. */
export type LedgerNote = {
  kind: 'guessed' | 'left-out' | 'refused' | 'differs';
  key:
    | 'guessed'
    | 'assumed'
    | 'unread'
    | 'contradicts'
    | 'missing'
    | 'unknown'
    | 'open'
    | 'order'
    | 'future'
    | 'serial'
    | 'sameNumber'
    | 'otherYear'
    | 'differs'
    | 'differsHidden';
  column: LedgerColumn;
  value?: string;
  /** What a guess came to: a code, or a day; what the row says where the portal says otherwise. */
  reading?: string;
};

export type LedgerRow = {
  /** `3`, or `Sheet2!3`, as the clerk sees it. */
  place: string;
  notes: LedgerNote[];
  /** Undefined when the row is refused: one of the notes says why. */
  entry?: LedgerEntry;
};

/** What the operator says of all rows that leave it out. */
export type Assumed = { channel?: Channel; applicantKind?: ApplicantKind; agency?: string };

/**
 * The rows of a past year's ledger, each with what could be read of it. A case that is not closed, and
 * one whose kind of reply can't be told, is refused: nothing is invented.
 *
 * @throws LedgerFileError when there is no table with headings that are known
 */
export async function readLedger(
  bytes: Uint8Array,
  name: string,
  assumed: Assumed = {},
  today: Day = dayOf(new Date()),
): Promise<{ rows: LedgerRow[]; columns: LedgerColumn[] }> {
  const tables = await readTables(bytes, name);
  const rows: LedgerRow[] = [];
  const columns = new Set<LedgerColumn>();
  for (const table of tables) {
    const header = headerOf(table.rows);
    if (!header) continue;
    header.fields.forEach((column) => columns.add(column));
    const said = { epoch: table.epoch, year: yearOf(table, header.at), assumed, today };
    for (let at = header.at + header.height; at < table.rows.length; at += 1) {
      const reader = new RowReader(table.rows[at] ?? [], header.fields, said);
      if (reader.isNoCase()) continue;
      const place = `${tables.length > 1 ? `${table.name}!` : ''}${at + 1}`;
      rows.push({ place, ...reader.read() });
      if (rows.length > MOST_ROWS) throw new LedgerFileError('too-large');
    }
  }
  if (columns.size === 0) throw new LedgerFileError('no-header');
  return { rows, columns: [...columns] };
}

type Fields = ReadonlyMap<number, LedgerColumn>;
type Header = { at: number; height: number; fields: Fields };

const HEADER_WITHIN = 20;

/**
 * The row of the most headings. Heads of two rows are read together, the lower one first: over
 * 收到日期 and 答复日期 may stand one 日期.
 */
function headerOf(rows: readonly Cell[][]): Header | undefined {
  let best: Header | undefined;
  for (let at = 0; at < Math.min(rows.length, HEADER_WITHIN); at += 1) {
    const [upper, lower] = [rows[at] ?? [], rows[at + 1] ?? []];
    const one = fieldsOf(upper, new Map());
    const two =
      one.size > 0 && isHeading(lower) ? fieldsOf(upper, fieldsOf(lower, new Map())) : one;
    const header: Header =
      two.size > one.size ? { at, height: 2, fields: two } : { at, height: 1, fields: one };
    if (isHeader(header.fields) && header.fields.size > (best?.fields.size ?? 0)) best = header;
  }
  return best;
}

/** 7, 007, 7号, 第7号, No. 7 */
const SERIAL = /^(?:第|no\.?)?\s*\d{1,4}\s*[号件]?$/iu;

const isHeader = (fields: Fields): boolean => {
  const known = [...fields.values()];
  return known.includes('informationTitle') && known.length >= 3;
};

const isHeading = (row: readonly Cell[]): boolean =>
  row.every((cell) => typeof cell === 'string' && !/\d{4}/u.test(cell));

function fieldsOf(row: readonly Cell[], known: Fields): Map<number, LedgerColumn> {
  const fields = new Map(known);
  const taken = new Set(known.values());
  row.forEach((cell, at) => {
    const column = typeof cell === 'string' ? ledgerColumn(cell) : undefined;
    if (!column || taken.has(column) || fields.has(at)) return;
    fields.set(at, column);
    taken.add(column);
  });
  return fields;
}

/** The year that the title above the head or the name of the sheet names: 2020年度……台账. */
function yearOf({ name, rows }: Table, header: number): number | undefined {
  const title = [name, ...rows.slice(0, header).flat()].join(' ').normalize('NFKC');
  const years = new Set(title.match(/20[0-9]{2}(?=\s*年)/gu));
  return years.size === 1 ? Number([...years][0]) : undefined;
}

/** What holds for all rows of a table. */
type Said = { epoch: number; year: number | undefined; assumed: Assumed; today: Day };

class RowReader {
  private readonly notes: LedgerNote[] = [];
  private readonly cells: Map<LedgerColumn, Cell>;
  private readonly epoch: number;
  private readonly year: number | undefined;
  private readonly assumed: Assumed;
  private readonly today: Day;

  constructor(row: readonly Cell[], fields: Fields, { epoch, year, assumed, today }: Said) {
    this.epoch = epoch;
    this.year = year;
    this.assumed = assumed;
    this.today = today;
    const inOrder = [...fields].sort(([a], [b]) => a - b);
    this.cells = new Map(inOrder.map(([at, column]) => [column, row[at] ?? '']));
  }

  /** Blank rows, sums and signatures at the foot, headings that are repeated on each page. */
  isNoCase(): boolean {
    const given = [...this.cells].filter(([, cell]) => textOf(cell) !== '');
    const told = given.filter(([column]) => column !== 'serial');
    if (told.length === 0) return true;
    if (given.every(([column, cell]) => ledgerColumn(textOf(cell)) === column)) return true;
    // A foot begins with such a word; the title of a case may, in a row that begins otherwise.
    const isFoot = /^(?:合\s*计|总\s*计|小\s*计|填表人|制表|审核人|备注|说明|注)/u.test(
      textOf(given[0]?.[1]),
    );
    return isFoot && !this.peek('receivedOn') && !this.peek('decidedOn');
  }

  read(): { notes: LedgerNote[]; entry?: LedgerEntry } {
    const name = this.text('name');
    const receivedOn = this.day('receivedOn');
    const replyKind = this.reply();
    const decidedOn = this.closed(replyKind);
    const entry: Partial<LedgerEntry> = {
      ...this.numbers(),
      channel: this.needed('channel', this.coded('channel', readChannel)),
      applicantKind: this.needed(
        'applicantKind',
        this.coded('applicantKind', (cell) => readApplicantKind(cell, name ?? '')),
      ),
      name,
      informationTitle: this.needed('informationTitle', this.text('informationTitle')),
      informationNumber: this.text('informationNumber'),
      receivedOn: this.needed('receivedOn', receivedOn),
      agency: this.text('agency') ?? this.assume('agency'),
      supplement: this.supplement(),
      thirdParty: this.thirdParty(),
      extension: this.extension(),
      fee: this.fee(),
      dueOn: this.day('dueOn'),
      decidedOn,
      replyKind,
      letterNumber: this.text('letterNumber'),
      servedOn: this.day('servedOn'),
      archivedOn: this.day('archivedOn'),
    };
    this.check(entry);
    return this.notes.some(({ kind }) => kind === 'refused')
      ? { notes: this.notes }
      : { notes: this.notes, entry: entry as LedgerEntry };
  }

  private peek = (column: LedgerColumn): Day | null =>
    readDay(this.cells.get(column), this.epoch, this.year)?.value ?? null;

  private note(
    kind: LedgerNote['kind'],
    key: LedgerNote['key'],
    column: LedgerColumn,
    reading?: string,
  ): void {
    // Names and titles are the applicant's own and stand in no report.
    const isTold = column !== 'name' && column !== 'informationTitle';
    const value = textOf(this.cells.get(column)).slice(0, 40);
    this.notes.push({
      kind,
      key,
      column,
      ...(isTold && value !== '' && { value }),
      ...(reading !== undefined && { reading }),
    });
  }

  private text(column: LedgerColumn): string | null {
    const cell = this.cells.get(column);
    return saysNothing(cell) && String(cell ?? '') !== '0' ? null : textOf(cell).slice(0, 500);
  }

  /** A number by which a case can be told. Many offices count from 1 each year: such a one is of many cases. */
  private numbers(): Pick<LedgerEntry, 'receiptNumber' | 'countNumber'> {
    const text = this.text('receiptNumber');
    if (text === null || !SERIAL.test(text.normalize('NFKC'))) {
      return { receiptNumber: text, countNumber: null };
    }
    this.note('left-out', 'serial', 'receiptNumber');
    return { receiptNumber: null, countNumber: text };
  }

  /** A period may end in days to come; nothing else that a ledger tells may lie there. */
  private day(column: LedgerColumn): Day | null {
    const cell = this.cells.get(column);
    if (saysNothing(cell)) return null;
    const day = this.taken(column, readDay(cell, this.epoch, this.year));
    if (day === null || day <= this.today || column === 'dueOn') return day;
    this.note('left-out', 'future', column);
    return null;
  }

  /** A reading, with the note that it is a guess, or that there was none. */
  private taken<T>(column: LedgerColumn, reading: Reading<T>): T | null {
    if (!reading) this.note('left-out', 'unread', column);
    else if (reading.isGuess) this.note('guessed', 'guessed', column, String(reading.value));
    return reading?.value ?? null;
  }

  private coded<T extends string>(
    column: 'channel' | 'applicantKind',
    read: (cell: Cell | undefined) => Reading<T>,
  ): T | null {
    const reading = read(this.cells.get(column));
    if (reading?.isGuess) this.note('guessed', 'guessed', column, reading.value);
    if (reading) return reading.value;
    if (!saysNothing(this.cells.get(column))) {
      this.note('refused', 'unknown', column);
      return null;
    }
    return this.assume(column) as T | null;
  }

  private assume<K extends keyof Assumed>(column: K): NonNullable<Assumed[K]> | null {
    const value = this.assumed[column];
    if (value === undefined) return null;
    this.notes.push({ kind: 'guessed', key: 'assumed', column });
    return value;
  }

  private needed<T>(column: LedgerColumn, value: T | null): T | undefined {
    const isTold = this.notes.some((note) => note.column === column && note.kind === 'refused');
    if (value === null && !isTold) this.note('refused', 'missing', column);
    return value ?? undefined;
  }

  /** By its own column, or else by the row of the annual table. */
  private reply(): LedgerReply | undefined {
    const cell = this.cells.get('replyKind');
    const reading = readReply(cell);
    if (reading) {
      if (reading.isGuess) this.note('guessed', 'guessed', 'replyKind', reading.value);
      return reading.value;
    }
    const byRow = readReply(this.cells.get('annualRow'));
    if (byRow) {
      this.note('guessed', 'guessed', 'annualRow', byRow.value);
      return byRow.value;
    }
    const isOpen = saysNothing(cell) || /正在|办理中|结转|未答复|待/u.test(textOf(cell));
    this.note('refused', isOpen ? 'open' : 'unknown', 'replyKind');
    return undefined;
  }

  private closed(replyKind: LedgerReply | undefined): Day | undefined {
    const day = this.day('decidedOn');
    if (day) return day;
    if (replyKind) this.note('refused', 'missing', 'decidedOn');
    return undefined;
  }

  private supplement(): Span | null {
    const span = this.spans('supplement')[0];
    return span ?? null;
  }

  private thirdParty = (): Span[] => this.spans('thirdParty');

  /** The days of a cell by twos; words without a day are left out, since a step needs its day. */
  private spans(column: 'supplement' | 'thirdParty'): Span[] {
    const cell = this.cells.get(column);
    if (saysNothing(cell)) return [];
    const whole = readDay(cell, this.epoch, this.year);
    const pieces = whole
      ? [[whole]]
      : textOf(cell)
          .split(/[;；]/u)
          .map((piece) => daysIn(piece, this.epoch, this.year));
    const spans = pieces.flatMap((days): Span[] => {
      const read = days.map((day) => (day ? day.value : null));
      if (days.some((day) => day?.isGuess)) {
        this.note('guessed', 'guessed', column, read.filter(Boolean).join(', '));
      }
      const [from, to = null] = read;
      return from ? [{ from, to }] : [];
    });
    if (spans.length === 0) this.note('left-out', 'unread', column);
    return spans;
  }

  private extension(): LedgerEntry['extension'] {
    const cell = this.cells.get('extension');
    if (saysNothing(cell)) return null;
    const text = textOf(cell);
    const workingDays =
      typeof cell === 'number' && cell >= 1 && cell <= 20 ? Math.trunc(cell) : workdaysIn(text);
    if (workingDays === null) {
      this.note('left-out', 'unread', 'extension');
      return null;
    }
    return { workingDays, on: daysIn(text, this.epoch, this.year)[0]?.value ?? null };
  }

  private fee(): number | null {
    const cell = this.cells.get('fee');
    if (saysNothing(cell) || /免费|不收费|未收费/u.test(textOf(cell))) return null;
    const yuan = yuanIn(cell);
    if (yuan === null) this.note('left-out', 'unread', 'fee');
    return yuan;
  }

  private check({ receivedOn, decidedOn, dueOn, servedOn, replyKind }: Partial<LedgerEntry>): void {
    if (receivedOn && decidedOn && decidedOn < receivedOn)
      this.note('refused', 'order', 'decidedOn');
    if (decidedOn && servedOn && servedOn < decidedOn)
      this.note('guessed', 'contradicts', 'servedOn');
    const said = this.cells.get('onTime');
    if (!dueOn || !decidedOn || replyKind === 'withdrawn' || textOf(said) === '') return;
    if (saysYes(said) !== decidedOn <= dueOn) this.note('guessed', 'contradicts', 'onTime');
  }
}
