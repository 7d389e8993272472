import { daysBetween, type Day } from '../workdays/days';
import { deadline } from './years';

/**
 * How a report about a year stands to its last day of publication. `late` and `missing` say by how many
 * days; `due` is not published and need not be yet; `undated` is published without a day on record.
 */
export type Punctuality =
  | { state: 'on-time' | 'undated' }
  | { state: 'late' | 'missing'; days: number }
  | { state: 'due'; by: Day };

/**
 * Whether an agency published its report about a year in time.
 *
 * 条例第四十九条: “县级以上人民政府部门应当在每年1月31日前向本级政府信息公开工作主管部门提交本行政机关上一年度政府信息公开工作年度报告并向社会公布。
 * 县级以上地方人民政府的政府信息公开工作主管部门应当在每年3月31日前向社会公布本级政府上一年度政府信息公开工作年度报告。”
 * Townships report on the day of the departments, whose figures the county adds up with theirs.
 *
 * @param publishedOn `null`: on no record; `undefined`: there is no report.
 */
export function punctualityOf(
  year: number,
  level: 'department' | 'county',
  publishedOn: Day | null | undefined,
  today: Day,
): Punctuality {
  const by = deadline(year, level);
  if (publishedOn === null) return { state: 'undated' };
  if (publishedOn !== undefined) {
    return publishedOn <= by
      ? { state: 'on-time' }
      : { state: 'late', days: daysBetween(by, publishedOn) };
  }
  return today <= by ? { state: 'due', by } : { state: 'missing', days: daysBetween(by, today) };
}
