import type { ZipEntry } from '../import/zip-entries';
import type { ReleaseFinding, ReleaseKey } from '../release-check/findings';
import type { Reading } from './reading';

/**
 * Notes what an Office file holds besides what one sees who opens it, in the words of the check before
 * release: whoever examines the file for publication reads the notes. None of it is kept for the search.
 */
export async function noteUnseen(
  bytes: Buffer,
  kind: 'docx' | 'xlsx',
  entries: readonly ZipEntry[],
  reading: Reading,
): Promise<void> {
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (size > MOST_BYTES || reading.isLate)
    return reading.note('文件太大，没有检查有没有隐藏的内容');
  const { inspectOffice } = await import('../release-check/office');
  const findings = await inspectOffice(bytes, kind);
  await noteFindings(
    findings.filter(({ key }) => UNSEEN.has(key)),
    reading,
  );
}

export async function noteFindings(
  findings: readonly ReleaseFinding[],
  reading: Reading,
): Promise<void> {
  if (findings.length === 0) return;
  const { findingSentence } = await import('../release-check/words');
  for (const finding of findings.slice(0, MOST_OF_ONE)) {
    reading.note(findingSentence(finding, 'zh-CN').replace(/。$/u, ''));
  }
}

/** Unpacked: the check holds all parts at once, in a process of bounded memory. */
const MOST_BYTES = 40 * 1024 * 1024;
/** A file of twenty hidden sheets needs no twenty lines. */
const MOST_OF_ONE = 8;

/** Words that whoever opens the file does not see; hidden sheets, rows and columns are told as they are read. */
const UNSEEN: ReadonlySet<ReleaseKey> = new Set<ReleaseKey>([
  'office-comments',
  'office-changes',
  'docx-hidden-text',
  'docx-blackened-text',
  'xlsx-unreadable-cells',
  'xlsx-hidden-names',
  'xlsx-pivot',
]);
