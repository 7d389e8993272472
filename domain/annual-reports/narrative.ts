import type { Finding } from './check';
import type { ReportPart } from './layouts';
import type { LayoutCode, ReportTables } from './tables';

/** What is known beside the tables: counted by the portal, null or absent where it can't be. */
export type NarrativeFacts = { publishedItems?: number };

/** Numbers in the text that the tables, or the text's own parts, contradict. */
export function checkNarrative(
  _code: LayoutCode,
  _tables: ReportTables,
  _narrative: Partial<Record<ReportPart, string>>,
  _facts: NarrativeFacts = {},
): Finding[] {
  return [];
}
