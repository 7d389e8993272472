import type { Finding } from './check';
import type { LayoutCode } from './tables';
import { layoutForYear } from './years';

/** What a report is called unless somebody names it otherwise. */
export const reportTitle = (agencyName: string, year: number): string =>
  `${agencyName}${year}年政府信息公开工作年度报告`;

/**
 * What the head of a report says against its year: a title of another year, as of a copy of last year's
 * report, and a layout that was prescribed for other years. Either may have a reason.
 */
export function findHead(layout: LayoutCode, year: number, title?: string | null): Finding[] {
  const head = { severity: 'soft', left: year, parts: [] } as const;
  const named = [...(title ?? '').normalize('NFKC').matchAll(/(?<!\d)20\d\d(?=年)/gu)].map(Number);
  const isOther = named.length > 0 && !named.includes(year);
  return [
    ...(isOther ? [{ ...head, rule: 'title-year' as const, right: named[0] ?? null }] : []),
    ...(isPrescribed(layout, year)
      ? []
      : [{ ...head, rule: 'other-layout' as const, right: null }]),
  ].map((finding) => ({ ...finding, parts: [] }));
}

function isPrescribed(layout: LayoutCode, year: number): boolean {
  try {
    return layoutForYear(year) === layout;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
