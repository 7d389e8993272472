import path from 'node:path';
import { skip, type Skip } from './findings';

/**
 * One file of a batch: its bytes, its bytes as they come (lines, of any size), or why it can't be
 * used. The path always uses `/`.
 */
export type SourceFile =
  | { path: string; bytes: Uint8Array; sibling?: Sibling }
  | { path: string; chunks: AsyncIterable<Uint8Array> }
  | { path: string; skip: Skip };

/**
 * A file that a list names, in the list's own folder or below; it is then not read by itself again.
 * Undefined when there is none.
 */
export type Sibling = (name: string) => Promise<SourceFile | undefined>;

const MB = 1024 * 1024;

/** Bounds that keep memory flat and a hostile archive harmless. */
export const LIMITS = {
  /** The longest corpus document is under 0.4 MB; a page saved with pictures inside stays below this. */
  fileBytes: 8 * MB,
  /** Word files and spreadsheets carry pictures. The admin takes uploads of the same size. */
  packedBytes: 50 * MB,
  /** One line of JSON Lines. */
  lineBytes: 8 * MB,
  files: 500_000,
} as const;

const TEXT_TYPES = ['.html', '.htm', '.md', '.txt'];
const LIST_TYPES = ['.xlsx', '.xls'];
const WORD_TYPES = ['.docx', '.doc'];
const LINES_TYPES = ['.jsonl', '.ndjson'];
const MACRO_TYPES = ['.docm', '.dotm', '.xlsm', '.xltm', '.xlsb'];

const typeOf = (name: string): string => path.extname(name).toLowerCase();

export const isListType = (name: string): boolean => LIST_TYPES.includes(typeOf(name));
export const isWordType = (name: string): boolean => WORD_TYPES.includes(typeOf(name));
export const isLinesType = (name: string): boolean => LINES_TYPES.includes(typeOf(name));

/** The most bytes a file of this name may have. */
export const limitOf = (name: string): number =>
  isListType(name) || isWordType(name) ? LIMITS.packedBytes : LIMITS.fileBytes;

/** Why a file is left alone by its type. */
export function typeRefusal(name: string): Skip | null {
  const type = typeOf(name);
  if (MACRO_TYPES.includes(type)) return skip('has-macros', type);
  const isKnown = [TEXT_TYPES, LIST_TYPES, WORD_TYPES, LINES_TYPES].some((types) =>
    types.includes(type),
  );
  return isKnown ? null : skip('unknown-type', type);
}

export const tooLarge = (bytes: number, limit: number): Skip =>
  skip('too-large', `${(bytes / MB).toFixed(1)} MB，上限 ${(limit / MB).toFixed(0)} MB`);
