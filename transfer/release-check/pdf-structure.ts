import {
  PDFDict,
  PDFDocument,
  PDFNumber,
  PDFRawStream,
  PDFString,
  PDFHexString,
} from '@cantoo/pdf-lib';
import { found, Tally, type ReleaseFinding } from './findings';
import { annotationsOf, entry, has, isJpeg, nameOf, visit } from './pdf-objects';
import { restOf } from './picture-parts';

/** Marks that a reader can move aside, and words that stand in a margin. */
const MARKS = new Set([
  'Text',
  'FreeText',
  'Highlight',
  'Underline',
  'Squiggly',
  'StrikeOut',
  'Square',
  'Circle',
  'Line',
  'Polygon',
  'PolyLine',
  'Ink',
  'Caret',
]);
const MEDIA = new Set(['RichMedia', '3D', 'Screen', 'Movie', 'Sound']);
const ACTIONS = new Set(['JavaScript', 'Launch', 'SubmitForm', 'ImportData', 'Rendition']);
/** Bits 2 and 6 of an annotation's flags: hidden, and not shown on a screen. */
const UNSEEN = 2 | 32;

export const METADATA_KEYS = ['Metadata', 'PieceInfo', 'LastModified', 'Thumb', 'SpiderInfo'];

export function loadPdf(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(bytes, {
    updateMetadata: false,
    ignoreEncryption: true,
    preserveXFA: true,
  });
}

/** What a PDF carries besides its pages. */
export function structureFindings(document: PDFDocument, bytes: Uint8Array): ReleaseFinding[] {
  const tally = new Tally();
  let isMarked = false;
  visit(document, ({ dict, stream }) => {
    if (has(dict, ...METADATA_KEYS)) isMarked = true;
    if (has(dict, 'JS') || ACTIONS.has(nameOf(dict, 'S') ?? '')) tally.add('pdf-scripts');
    if (has(dict, 'EF') || nameOf(dict, 'Type') === 'EmbeddedFile') tally.add('pdf-attachments');
    if (has(dict, 'XFA')) tally.add('pdf-hidden-fields');
    if (MEDIA.has(nameOf(dict, 'Subtype') ?? '')) tally.add('pdf-media');
    if (stream instanceof PDFRawStream && isJpeg(dict)) {
      if (restOf(stream.contents)?.hasMetadata) tally.add('picture-metadata');
    }
  });
  document.getPages().forEach(({ node }, at) => {
    const place = String(at + 1);
    for (const annotation of annotationsOf(node, document.context)) {
      const kind = nameOf(annotation, 'Subtype') ?? '';
      if (kind === 'Redact') tally.add('pdf-redaction-pending', place);
      else if (MARKS.has(kind)) tally.add('pdf-comments', place);
      else if (kind === 'FileAttachment') tally.add('pdf-attachments', place);
      else if (kind === 'Stamp')
        tally.add(hasWords(annotation) ? 'pdf-comments' : 'pdf-stamp', place);
      else if (kind === 'Widget') widget(annotation, place, tally);
    }
  });
  if (document.context.trailerInfo.Info !== undefined) isMarked = true;
  return [
    ...tally.findings(),
    ...(isMarked ? [found('metadata')] : []),
    ...(hasRevisions(bytes) ? [found('pdf-revisions')] : []),
  ];
}

const hasWords = (annotation: PDFDict): boolean => {
  const words = entry(annotation, 'Contents');
  return (
    (words instanceof PDFString || words instanceof PDFHexString) &&
    words.decodeText().trim() !== ''
  );
};

function widget(field: PDFDict, place: string, tally: Tally): void {
  const parent = entry(field, 'Parent');
  const holders = parent instanceof PDFDict ? [field, parent] : [field];
  const isSignature = holders.some((one) => nameOf(one, 'FT') === 'Sig');
  const hasValue = holders.some((one) => has(one, 'V'));
  const flags = entry(field, 'F');
  if (isSignature) {
    if (hasValue) tally.add('pdf-signature', place);
  } else if (hasValue && flags instanceof PDFNumber && (flags.asNumber() & UNSEEN) !== 0) {
    tally.add('pdf-hidden-fields', place);
  } else tally.add('pdf-form', place);
}

/**
 * Whether the file was written on after it was first made: each time leaves a `startxref` of its own
 * and all that was there before. A file made for quick viewing has one more, which says 0.
 */
function hasRevisions(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let count = 0;
  let isLinear = false;
  for (let at = text.indexOf('startxref'); at >= 0; at = text.indexOf('startxref', at + 9)) {
    const offset = /^startxref\s+(\d+)/u.exec(text.toString('latin1', at, at + 40))?.[1];
    if (offset === undefined) continue;
    if (Number(offset) === 0) isLinear = true;
    else count += 1;
  }
  if (!isLinear && text.toString('latin1', 0, 2048).includes('/Linearized')) return count > 2;
  return count > 1;
}
