import { APIError, type CollectionBeforeChangeHook, type PayloadRequest } from 'payload';
import { checkTables, type Finding } from '@/domain/annual-reports/check';
import { parseTables } from '@/domain/annual-reports/parse';
import { layoutForYear } from '@/domain/annual-reports/years';
import type { AnnualReport } from '@/payload-types';

/**
 * The form prints its own rule (第一项加第二项之和，等于第三项加第四项之和). A report whose figures break
 * it can be kept as a draft but not published; a soft finding never stops anyone.
 */
export const checkFigures: CollectionBeforeChangeHook<AnnualReport> = ({
  data,
  originalDoc,
  req,
}) => {
  const report = { ...originalDoc, ...data };
  if (!report.year || !report.tables) return data;
  const layout = report.layout ?? layoutForYear(report.year);
  const parsed = parseTables(layout, report.tables);
  if (!parsed.ok) {
    const cells = parsed.problems.map(({ table, row, column }) =>
      [table, row, column].filter(Boolean).join('.'),
    );
    throw refused(
      `统计表里有不认识的格子或不是数字的内容：${cells.join('、')}。`,
      `The tables hold unknown cells or no numbers: ${cells.join(', ')}.`,
      req,
    );
  }
  const status = data._status ?? originalDoc?._status;
  const hard = checkTables(layout, parsed.value).filter(({ severity }) => severity === 'hard');
  if (status === 'published' && hard.length > 0) {
    const places = hard.map(describe);
    throw refused(
      `勾稽关系不成立，不能发布：${places.join('；')}。请改正统计表。`,
      `The columns do not add up, so the report can't be published: ${places.join('; ')}.`,
      req,
    );
  }
  return { ...data, tables: parsed.value };
};

const describe = ({ table, row, column, left, right }: Finding): string =>
  `${[table, row, column].filter(Boolean).join('.')} ${left ?? '–'} ≠ ${right ?? '–'}`;

const refused = (zh: string, en: string, req: PayloadRequest): APIError =>
  new APIError(req.i18n?.language === 'en' ? en : zh, 400, { refusal: 'figures' }, true);
