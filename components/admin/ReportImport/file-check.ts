import { put, type ImportWords } from './import-words';

/** The reader's own bounds: files that are unpacked, and files that are read as they are. */
export const MOST_PACKED = 50;
export const MOST_TEXT = 8;

const TEXTS = ['html', 'htm', 'txt', 'csv', 'json'];
const PACKED = ['docx', 'doc', 'xlsx', 'xls', 'wps', 'et'];
const PICTURES = ['png', 'jpg', 'jpeg', 'tif', 'tiff', 'bmp', 'gif', 'webp'];

export const ACCEPTED = [...PACKED.slice(0, 4), ...TEXTS].map((kind) => `.${kind}`).join(',');

/** Why a file can't be read, as far as its name and size tell; null where the reader may look. */
export function refusedFile({ name, size }: File, words: ImportWords): string | null {
  const kind = /\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase() ?? '';
  if (kind === 'pdf') return put(words.pdf, { name });
  if (PICTURES.includes(kind)) return put(words.picture, { name });
  if (kind !== '' && ![...TEXTS, ...PACKED].includes(kind)) {
    return put(words.wrongKind, { name, kind: kind.toUpperCase() });
  }
  // Many a page is saved as .doc and .xls; what it is, the reader tells.
  const most = TEXTS.includes(kind) ? MOST_TEXT : MOST_PACKED;
  if (size <= most * 1024 * 1024) return null;
  return put(words.tooLarge, { name, most, size: (size / 1024 / 1024).toFixed(1) });
}
