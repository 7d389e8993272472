import { layout2019 } from './layout-2019';
import { layout2021 } from './layout-2021';
import type { Layout } from './layouts';
import type { LayoutCode } from './tables';
import type { Day } from '../workdays/days';

export const layouts: Record<LayoutCode, Layout> = { '2019': layout2019, '2021': layout2021 };

/**
 * The layout prescribed for the report about a year.
 *
 * @throws RangeError for a year before 2019, which had no uniform layout.
 */
export function layoutForYear(year: number): LayoutCode {
  const found = Object.values(layouts).find(
    ({ source }) => year >= source.from && (source.to === null || year <= source.to),
  );
  if (!found || !Number.isInteger(year)) {
    throw new RangeError(`No uniform layout was prescribed for the report about ${year}`);
  }
  return found.code;
}

/**
 * The last day for publishing the report about a year.
 *
 * 条例第四十九条: “县级以上人民政府部门应当在每年1月31日前……提交本行政机关上一年度政府信息公开工作年度报告并向社会公布。
 * 县级以上地方人民政府的政府信息公开工作主管部门应当在每年3月31日前向社会公布本级政府上一年度政府信息公开工作年度报告。”
 * These are dates and not periods: they do not move when the day is off.
 */
export const deadline = (year: number, level: 'department' | 'county'): Day =>
  `${year + 1}-${level === 'department' ? '01-31' : '03-31'}`;
