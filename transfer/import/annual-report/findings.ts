import type { Finding } from '../../../domain/annual-reports/check';
import type { CellNote } from '../../../domain/annual-reports/figure';
import type { Rule } from '../../../domain/annual-reports/identities';
import type { LayoutCode, TableName } from '../../../domain/annual-reports/tables';
import type words from '../../../messages/zh-CN/reportImport.json';
import type { SkipReason } from '../findings';
import type { Place } from './source';

/**
 * What the reader of an annual report has to tell. Worded in messages `reportImport`; a check's rule
 * by domain/annual-reports/describe.
 */
export type ReportFinding = {
  /**
   * `refused`: nothing was read. `unread`: something stands there and was not taken over. `guessed`:
   * taken over, but look. `flagged`: taken over as written, though it can hardly be right. `blank`:
   * left empty in the file. `broken` and `open`: a sum of the form that doesn't hold, or that blanks
   * leave undecided. `note`: good to know.
   */
  severity: 'refused' | 'unread' | 'guessed' | 'flagged' | 'blank' | 'broken' | 'open' | 'note';
  code: FindingCode;
  table?: TableName;
  row?: string;
  column?: string;
  /** Several columns of one row that share the finding. */
  columns?: string[];
  place?: Place;
  /** What stands there, as written. */
  text?: string;
  /** The figure that was taken over. */
  figure?: number;
  /** What the words need besides: two years, a size, both sums. */
  detail?: Record<string, string | number>;
  /** What a check found, in full; `code` is its rule. */
  check?: { layout: LayoutCode; finding: Finding };
};

/** Codes worded in messages `reportImport.findings`; a refusal in `files`. */
export type FindingCode = CellNote | Rule | SkipReason | OwnCode;

type OwnCode = Exclude<keyof typeof words.findings, CellNote>;
