import { getDocumentProxy } from 'unpdf';
import type { PDFDocumentProxy, PDFPageProxy } from 'unpdf/pdfjs';
import { pdfjs } from '../export/pdf-marks';
import { CharacterMaps } from './character-maps';
import { found, type ReleaseFinding } from './findings';
import { PdfPageReader } from './pdf-page';
import { PdfSheet, TooMuchError } from './pdf-sheet';
import type { Font } from './pdf-state';
import { loadPdf, structureFindings } from './pdf-structure';
import type { Decoded } from './pixels';

export const PDF_LIMITS = {
  pages: 2000,
  /** Decoded pictures of one page that are kept to be looked at. */
  pictureBytes: 400 * 1024 * 1024,
  /** An A0 sheet at 300 points an inch is 140 million. */
  picturePixels: 100_000_000,
  /** How long pictures of a page may take. */
  pictureMs: 20_000,
} as const;

/**
 * What stands against releasing a PDF. It may need much time and memory for a hostile file: the
 * portal runs it in a process of its own (pdf-process.ts).
 */
export async function inspectPdf(bytes: Uint8Array): Promise<ReleaseFinding[]> {
  let document: PDFDocumentProxy | undefined;
  let strict: PDFDocumentProxy | undefined;
  try {
    const parsed = await loadPdf(bytes);
    if (parsed.context.trailerInfo.Encrypt !== undefined) return [found('encrypted')];
    const structure = structureFindings(parsed, bytes);
    await pdfjs();
    document = await openPdf(bytes, false);
    if (document.numPages > PDF_LIMITS.pages) {
      return [...structure, found('pdf-too-many-pages', undefined, { count: document.numPages })];
    }
    strict = await openPdf(bytes, true);
    const pages = await inspectPages(document, strict);
    return [...pages, ...structure];
  } catch (error) {
    return [found((error as Error).name === 'PasswordException' ? 'encrypted' : 'damaged')];
  } finally {
    await document?.loadingTask.destroy();
    await strict?.loadingTask.destroy();
  }
}

/** pdf.js takes the bytes it is given for itself. */
const openPdf = (bytes: Uint8Array, stopAtErrors: boolean): Promise<PDFDocumentProxy> =>
  getDocumentProxy(Uint8Array.from(bytes), {
    stopAtErrors,
    isEvalSupported: false,
    maxImageSize: PDF_LIMITS.picturePixels,
    verbosity: 0,
    useWorkerFetch: false,
    cMapPacked: false,
    BinaryDataFactory: CharacterMaps,
  });

async function inspectPages(
  document: PDFDocumentProxy,
  strict: PDFDocumentProxy,
): Promise<ReleaseFinding[]> {
  const findings: ReleaseFinding[] = [];
  const layers = await document.getOptionalContentConfig();
  for (let number = 1; number <= document.numPages; number += 1) {
    const place = String(number);
    try {
      const page = await document.getPage(number);
      if (!(await isReadWhole(page, await strict.getPage(number)))) {
        findings.push(found('pdf-page-unreadable', place));
      }
      findings.push(
        ...(await inspectPage(page, place, (one) => isVisible(layers.isVisible(one as never)))),
      );
      page.cleanup();
    } catch (error) {
      const isLong = error instanceof TooMuchError;
      findings.push(found(isLong ? 'too-long' : 'pdf-page-unreadable', place));
    }
  }
  return findings;
}

/**
 * pdf.js passes by what it can't read, and another reader may show it. Told to stop at the first
 * fault it ends there without a word: a list that is shorter is the sign of it.
 */
async function isReadWhole(page: PDFPageProxy, strict: PDFPageProxy): Promise<boolean> {
  const [lenient, whole] = [await page.getOperatorList(), await strict.getOperatorList()];
  strict.cleanup();
  return lenient.fnArray.length === whole.fnArray.length;
}

const isVisible = (answer: unknown): boolean => answer !== false;

async function inspectPage(
  page: PDFPageProxy,
  place: string,
  isLayerVisible: (properties: unknown) => boolean,
): Promise<ReleaseFinding[]> {
  const { OPS } = await pdfjs();
  const list = await page.getOperatorList();
  const [left, bottom, right, top] = page.view as [number, number, number, number];
  const sheet = new PdfSheet({ left, bottom, right, top });
  const pictures = await picturesOf(page, list, OPS);
  let isReadable = true;
  const reader = new PdfPageReader(
    OPS as unknown as Record<string, number>,
    {
      font: (id) => {
        const font = page.commonObjs.has(id) ? (page.commonObjs.get(id) as unknown) : undefined;
        // In the place of a font that could not be read stands why, and its letters are none.
        if (typeof font !== 'object') isReadable = false;
        return typeof font === 'object' ? (font as Font) : undefined;
      },
      picture: (id) => pictures.get(id),
      isLayerVisible,
    },
    sheet,
  );
  reader.read(list);
  const findings = sheet.findings(place);
  return isReadable ? findings : [found('pdf-page-unreadable', place), ...findings];
}

/** The pictures of a page, as far as they can be had in time: what is missing is told as unchecked. */
async function picturesOf(
  page: PDFPageProxy,
  { fnArray, argsArray }: Awaited<ReturnType<PDFPageProxy['getOperatorList']>>,
  ops: Record<string, number>,
): Promise<Map<string, Decoded>> {
  const pictures = new Map<string, Decoded>();
  const ids = new Set<string>();
  fnArray.forEach((code, i) => {
    if (code !== ops.dependency) return;
    for (const id of argsArray[i] as readonly string[]) {
      if (/(?:^|_)(?:img|mask)_/u.test(id)) ids.add(id);
    }
  });
  const until = Date.now() + PDF_LIMITS.pictureMs;
  let bytes = 0;
  for (const id of ids) {
    if (bytes > PDF_LIMITS.pictureBytes) break;
    const store = id.startsWith('g_') ? page.commonObjs : page.objs;
    const picture = await new Promise<Decoded | null>((resolve) => {
      const timer = setTimeout(() => resolve(null), Math.max(1, until - Date.now()));
      store.get(id, (data: Decoded | null) => {
        clearTimeout(timer);
        resolve(data);
      });
    });
    if (!picture) continue;
    bytes += picture.data?.length ?? 0;
    pictures.set(id, picture);
  }
  return pictures;
}
