import * as xlsx from '@e965/xlsx';
import { skip, type Finding } from './findings';
import type { FileKind, Inspection } from './inspect-file';

/** The old Office formats: a small file system of storages and streams (MS-CFB). */
export function inspectOle(bytes: Buffer): Inspection {
  let paths: string[];
  let word: Uint8Array | undefined;
  try {
    const cfb = xlsx.CFB.read(bytes, { type: 'buffer' });
    paths = cfb.FullPaths.map((full: string) => full.replace(/^[^/]*\//u, ''));
    const at = paths.findIndex((name) => name === 'WordDocument');
    const content = at < 0 ? undefined : cfb.FileIndex[at]?.content;
    word = content ? Uint8Array.from(content.slice(0, 64) as ArrayLike<number>) : undefined;
  } catch (error) {
    return { kind: 'unknown', findings: [skip('damaged-file', (error as Error).message)] };
  }
  const has = (name: string): boolean => paths.some((one) => one.toLowerCase() === name);
  // An OOXML file with a password is a package of its own inside this older one.
  if (has('encryptedpackage')) return { kind: 'unknown', findings: [skip('encrypted')] };
  const kind: FileKind = word
    ? 'doc'
    : has('workbook') || has('book')
      ? 'xls'
      : has('powerpoint document')
        ? 'ppt'
        : 'unknown';
  const findings: Finding[] = [];
  // MS-DOC 2.5.2: bit fEncrypted of the flags at byte 10.
  if (word && ((word[11] ?? 0) & 0x01) !== 0) findings.push(skip('encrypted'));
  if (paths.some((name) => /(?:^|\/)(?:macros|vba|_vba_project(?:_cur)?)(?:\/|$)/iu.test(name))) {
    findings.push(skip('has-macros'));
  }
  return { kind, findings };
}
