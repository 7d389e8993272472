/** Why nothing can be read out of a file; the codes are those of the collection file-texts. */
export type Reason =
  'encrypted' | 'damaged' | 'too-large' | 'too-many-parts' | 'unsafe' | 'timed-out' | 'not-text';

export class UnreadableError extends Error {
  override name = 'UnreadableError';
  constructor(
    readonly reason: Reason,
    /** For the clerk: which part, how large. */
    readonly detail = '',
  ) {
    super(detail || reason);
  }
}

export const LIMITS = {
  /** Characters of one file that are kept: some two thousand pages. */
  characters: 1_000_000,
  /** An upload has at most as many; see fields/upload. */
  fileBytes: 50 * 1024 * 1024,
  /** One part of a package, unpacked: the XML of a text of a thousand pages has some 20 MB. */
  partBytes: 64 * 1024 * 1024,
  /** All parts that are unpacked out of one file, with those of archives inside it. */
  unpackedBytes: 256 * 1024 * 1024,
  /** Deflate reaches 1,032; text and XML seldom pass 30, spreadsheets of zeros 100. */
  ratio: 200,
  ratioFrom: 10 * 1024 * 1024,
  /** Parts of an Office package or OFD, and files of an archive with those of archives inside it. */
  parts: 10_000,
  files: 2000,
  /** An archive in an archive in an archive. */
  depth: 3,
  pages: 5000,
  cells: 400_000,
} as const;

/** How much may still be unpacked and opened of one file; shared with the archives inside it. */
export type Budget = { bytes: number; files: number; until: number };

/**
 * Takes a text as it is read and keeps what fits. What could not be read stands in `notes`, for the clerk.
 */
export class Reading {
  readonly notes: string[] = [];
  /** The file of an archive that is being read, as it stands before a note; empty for the file itself. */
  within = '';
  private readonly parts: string[] = [];
  private length = 0;
  private isCut = false;

  constructor(readonly budget: Budget) {}

  /** Once this is so, more need not be read. */
  get isFull(): boolean {
    return this.isCut;
  }

  /** The time for one file is nearly over: what was read so far is better than nothing. */
  get isLate(): boolean {
    return performance.now() > this.budget.until;
  }

  add(text: string): void {
    const room = LIMITS.characters - this.length;
    const clean = cleaned(text);
    if (clean === '' || this.isCut) return;
    const kept = clean.length > room ? clean.slice(0, room).toWellFormed() : clean;
    this.parts.push(kept);
    this.length += kept.length + 1;
    if (clean.length <= room) return;
    this.isCut = true;
    this.notes.push(`文字太长，只保留前 ${LIMITS.characters / 10_000} 万字`);
  }

  note(text: string): void {
    if (this.notes.length < MOST_NOTES) this.notes.push(`${this.within}${text}`);
    else if (this.notes.length === MOST_NOTES) this.notes.push('……');
  }

  get text(): string {
    return this.parts.join('\n');
  }
}

const MOST_NOTES = 20;

/** Without what no database and no page takes: control characters and halves of characters. */
const cleaned = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/gu, '\n')

    .replace(/[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b\ufeff\ufffd]/gu, '')
    // From the first blank of a row alone: begun at each, a file of columns set with blanks takes for ever.
    .replace(/(?<![^\S\n\t])[^\S\n\t]+$/gmu, '')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();

/**
 * Lines as they stand on a page, where a word may go on in the next line: those that break off between
 * two Chinese characters are joined, unless the next begins with a number of its own.
 */
export function joinedLines(lines: readonly string[]): string {
  let text = '';
  let last = '';
  for (const line of lines.map((one) => one.trim()).filter(Boolean)) {
    const goesOn =
      /[\p{Script=Han}，、]$/u.test(last) &&
      /^[\p{Script=Han}，。、；：）》”]/u.test(line) &&
      !STARTS.test(line);
    text += last === '' || goesOn ? line : `\n${line}`;
    last = line;
  }
  return text;
}

const STARTS = /^(?:第[零〇一二三四五六七八九十百千\d]+[编章节条]|[一二三四五六七八九十]+、|附件)/u;
