import { documentMarkdown } from '../../domain/documents/markdown';
import type { Paper, PaperLabels } from '../../domain/documents/paper';
import { documentDocx, DOCX_TYPE } from './docx';
import type { Format } from './format-names';
import { press } from './press';
import { sheetOf } from './sheet';
import { documentTextFile, TEXT_TYPE } from './text';

export const TYPES: Record<Format, string> = {
  docx: DOCX_TYPE,
  pdf: 'application/pdf',
  txt: TEXT_TYPE,
  md: 'text/markdown; charset=utf-8',
  ofd: 'application/ofd',
};

/** Goes up when the same text comes out differently: what was kept is then made again. */
export const LAYOUT_VERSION = 1;

/**
 * A document in one format, made from its one structure.
 *
 * @param site the site's own address, without which links to its pages are text only.
 * @throws PressBusyError, PressFailedError for PDF and OFD.
 */
export async function makeFile(
  format: Format,
  paper: Paper,
  { labels, site }: { labels: PaperLabels; site?: string },
): Promise<Buffer> {
  switch (format) {
    case 'docx':
      return documentDocx(paper, { labels, site });
    case 'txt':
      return documentTextFile(paper, labels);
    case 'md':
      return Buffer.from(documentMarkdown(paper, labels), 'utf8');
    case 'pdf':
    case 'ofd':
      return (await press().print(format, sheetOf(paper, { labels, site }))).bytes;
  }
}
