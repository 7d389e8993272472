import type { PDFDict, PDFStream } from '@cantoo/pdf-lib';
import { PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { annotationsOf, drop, isJpeg, nameOf, visit } from './pdf-objects';
import { loadPdf, METADATA_KEYS } from './pdf-structure';
import { restOf } from './picture-parts';

/**
 * The same pages without who made them, when, with what, and without what earlier states of the
 * file left behind. Forms, links, bookmarks, layers and the structure for screen readers stay.
 */
export async function stripPdf(bytes: Uint8Array): Promise<Buffer> {
  const document = await loadPdf(bytes);
  const { context } = document;
  context.trailerInfo.Info = undefined;
  context.trailerInfo.ID = undefined;
  visit(document, ({ dict }) => void drop(dict, ...METADATA_KEYS));
  for (const { node } of document.getPages()) {
    for (const annotation of annotationsOf(node, context)) stripAnnotation(annotation);
  }
  const reached = visit(document, () => undefined);
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (!reached.has(ref)) context.delete(ref);
    else if (object instanceof PDFRawStream && isJpeg(object.dict)) {
      const parts = restOf(object.contents);
      if (parts?.hasMetadata || parts?.hasRest) {
        context.assign(ref, PDFRawStream.of(dictOf(object), parts.kept));
      }
    }
  }
  return Buffer.from(
    await document.save({ addDefaultPage: false, updateFieldAppearances: false, rewrite: true }),
  );
}

const dictOf = (stream: PDFStream): PDFDict => {
  stream.dict.delete(PDFName.of('Length'));
  return stream.dict;
};

/** Who put it there and when; in a form's field /T is its name and stays. */
function stripAnnotation(annotation: PDFDict): void {
  drop(annotation, 'M', 'NM', 'CreationDate', 'RC');
  if (nameOf(annotation, 'Subtype') !== 'Widget') drop(annotation, 'T');
}
