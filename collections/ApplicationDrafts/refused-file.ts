import path from 'node:path';
import { findingWords } from '@/transfer/import/finding-words';
import { inspectFile, type FileKind } from '@/transfer/import/inspect-file';

export const FILE_LIMITS = { files: 5, megabytes: 10 } as const;
const MOST_FILE_BYTES = FILE_LIMITS.megabytes * 1024 * 1024;

/** What may be attached, by what the content is found to be. */
const KINDS: readonly FileKind[] = ['pdf', 'doc', 'docx', 'xls', 'xlsx', 'image', 'text', 'ofd'];

const OPEN_XML = 'application/vnd.openxmlformats-officedocument';

/** The names that may be attached, and as what each is stored: what a browser says proves nothing. */
const TYPES: Record<string, string> = {
  '.pdf': 'application/pdf',
  '.doc': 'application/msword',
  '.docx': `${OPEN_XML}.wordprocessingml.document`,
  '.xls': 'application/vnd.ms-excel',
  '.xlsx': `${OPEN_XML}.spreadsheetml.sheet`,
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.txt': 'text/plain',
  '.ofd': 'application/ofd',
};

export const FILE_ENDINGS = Object.keys(TYPES);

/** Why a file was not taken; `reason` is a sentence, for what its content told. */
export type FileProblem =
  | { problem: 'tooMany' | 'tooLarge' | 'empty' | 'kind' | 'broken'; name: string; bytes: number }
  | { problem: 'content'; name: string; reason: string };

/** A file as a browser sends it. */
export type Incoming = { name: string; bytes: Uint8Array };

/**
 * What stands against a file by itself: its size, its kind, what is inside it. The advice with it names only
 * what is taken here: the words of an inspection are for whoever imports or edits, where other kinds are.
 *
 * @returns the problem, or as what it is stored
 */
export async function problemOfFile(
  { name, bytes }: Incoming,
  locale: 'zh-CN' | 'en',
): Promise<FileProblem | { type: string }> {
  const refused = { name, bytes: bytes.length };
  if (bytes.length === 0) return { problem: 'empty', ...refused };
  if (bytes.length > MOST_FILE_BYTES) return { problem: 'tooLarge', ...refused };
  const ending = path.extname(name).toLowerCase();
  const type = TYPES[ending];
  const { kind, findings } = await inspectFile(bytes, name, { maxBytes: MOST_FILE_BYTES });
  const refusal = findings.find(({ severity }) => severity === 'skip');
  const isOther = !type || (kind !== 'unknown' && !KINDS.includes(kind));
  // A DOCM is told to become a DOCX, which helps more than the list of what is taken.
  if (isOther && refusal?.code !== 'has-macros') return { problem: 'kind', ...refused };
  if (!refusal) return type ? { type } : { problem: 'kind', ...refused };
  // What calls itself a PDF and is none is no text in another encoding.
  const isTextual = refusal.code === 'wrong-encoding' || refusal.code === 'cut-file';
  if (isTextual && ending !== '.txt') return { problem: 'broken', ...refused };
  return { problem: 'content', name, reason: findingWords(refusal)[locale === 'en' ? 'en' : 'zh'] };
}
