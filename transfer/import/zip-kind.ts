import type { FileKind } from './inspect-file';

/** DOCX, XLSX, PPTX and OFD are ZIPs of known parts. */
export function zipKindOf(names: readonly string[]): FileKind {
  const has = (name: string): boolean => names.includes(name);
  if (has('[Content_Types].xml')) {
    if (names.some((name) => name.startsWith('word/'))) return 'docx';
    if (names.some((name) => name.startsWith('xl/'))) return 'xlsx';
    if (names.some((name) => name.startsWith('ppt/'))) return 'pptx';
  }
  return has('OFD.xml') ? 'ofd' : 'zip';
}
