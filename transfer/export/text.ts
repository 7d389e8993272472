import type { Paper, PaperLabels } from '../../domain/documents/paper';
import { documentText } from '../../domain/documents/text';

export const TEXT_TYPE = 'text/plain; charset=utf-8';

/**
 * The bytes of a document as a text file. The byte order mark makes Windows' own editor read
 * Chinese rightly also when the file is opened from disk, where no header tells the encoding.
 */
export const documentTextFile = (paper: Paper, labels: PaperLabels): Buffer =>
  Buffer.from(`\ufeff${documentText(paper, labels)}`, 'utf8');
