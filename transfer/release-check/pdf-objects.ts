import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFRef,
  PDFStream,
  type PDFContext,
  type PDFDocument,
  type PDFObject,
} from '@cantoo/pdf-lib';

/** A dictionary of the file, with its stream when it has one. */
export type Visited = { dict: PDFDict; stream: PDFStream | undefined };

/**
 * All that can be reached from the catalogue, each once, and the references on the way. What an
 * earlier state of the file left behind can't be reached, and goes when the file is written anew.
 */
export function visit(document: PDFDocument, look: (visited: Visited) => void): Set<PDFRef> {
  const { context } = document;
  const seen = new Set<PDFObject>();
  const refs = new Set<PDFRef>();
  // A stack and no recursion: outlines and page trees of hostile files are as deep as they like.
  const waiting: PDFObject[] = [context.trailerInfo.Root, context.trailerInfo.Encrypt].filter(
    (root): root is PDFObject => root !== undefined,
  );
  for (let object = waiting.pop(); object; object = waiting.pop()) {
    if (seen.has(object)) continue;
    seen.add(object);
    if (object instanceof PDFRef) {
      refs.add(object);
      const target = context.lookup(object);
      if (target) waiting.push(target);
    } else if (object instanceof PDFArray) {
      for (let i = 0; i < object.size(); i += 1) waiting.push(object.get(i));
    } else if (object instanceof PDFStream) {
      look({ dict: object.dict, stream: object });
      waiting.push(...object.dict.values());
    } else if (object instanceof PDFDict) {
      look({ dict: object, stream: undefined });
      waiting.push(...object.values());
    }
  }
  return refs;
}

const name = (text: string): PDFName => PDFName.of(text);

export const entry = (dict: PDFDict, key: string): PDFObject | undefined => dict.lookup(name(key));

export const nameOf = (dict: PDFDict, key: string): string | undefined => {
  const value = entry(dict, key);
  return value instanceof PDFName ? value.decodeText() : undefined;
};

export const has = (dict: PDFDict, ...keys: readonly string[]): boolean =>
  keys.some((key) => dict.has(name(key)));

/** Takes the entries away; true when there was one. */
export const drop = (dict: PDFDict, ...keys: readonly string[]): boolean =>
  keys.reduce((any, key) => dict.delete(name(key)) || any, false);

/** The annotations of a page as dictionaries; broken ones are left out. */
export function annotationsOf(page: PDFDict, context: PDFContext): PDFDict[] {
  const list = entry(page, 'Annots');
  if (!(list instanceof PDFArray)) return [];
  return list
    .asArray()
    .map((one) => context.lookup(one))
    .filter((one): one is PDFDict => one instanceof PDFDict);
}

/** A picture that is a JPEG file as it stands. */
export const isJpeg = (dict: PDFDict): boolean => {
  const filter = entry(dict, 'Filter');
  if (filter instanceof PDFName) return filter.decodeText() === 'DCTDecode';
  return filter instanceof PDFArray && filter.size() === 1 && filter.get(0) === name('DCTDecode');
};
