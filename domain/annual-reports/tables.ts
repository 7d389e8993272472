/**
 * The shape in which an annual report's figures are stored: one JSON value, keyed by row and
 * column codes that never change, whatever the official labels of a year say.
 *
 * A `null` figure is a cell left blank. It is not a zero: reports that give only a total leave
 * the cells before it blank, and a sum over blanks proves nothing.
 *
 * Which rows and columns a year's report has is said by its layout (`layouts.ts`); rows of the
 * other layout are absent.
 */
export type ReportTables = {
  disclosure: Partial<Record<DisclosureRow, Partial<Record<DisclosureColumn, Figure>>>>;
  applications: Partial<Record<ApplicationRow, Record<ApplicationColumn, Figure>>>;
  litigation: Record<LitigationRow, Record<LitigationColumn, Figure>>;
};

/** A count, or an amount in units of 10,000 yuan; `null` is a blank cell. */
export type Figure = number | null;

export type TableName = keyof ReportTables;

/** 国办公开办函〔2019〕60号 (reports for 2019 and 2020) or 国办公开办函〔2021〕30号 (from 2021). */
export type LayoutCode = '2019' | '2021';

export const disclosureRows = [
  'rules', // 规章
  'normative', // 规范性文件 (2021: 行政规范性文件)
  'licensing', // 行政许可
  'other-services', // 其他对外管理服务事项 (2019 only)
  'penalties', // 行政处罚
  'enforcement', // 行政强制
  'fees', // 行政事业性收费
  'procurement', // 政府集中采购 (2019 only)
] as const;
export type DisclosureRow = (typeof disclosureRows)[number];

export const disclosureColumns = [
  // 2019
  'made', // 本年新制作数量
  'published', // 本年新公开数量
  'total', // 对外公开总数量
  'previous', // 上一年项目数量
  'change', // 本年增/减
  'purchases', // 采购项目数量
  'purchase-amount', // 采购总金额, in 10,000 yuan
  // 2021
  'issued', // 本年制发件数
  'abolished', // 本年废止件数
  'in-force', // 现行有效件数
  'fee-amount', // 本年收费金额, in 10,000 yuan
  // both
  'decisions', // 处理决定数量 (2021: 本年处理决定数量)
] as const;
export type DisclosureColumn = (typeof disclosureColumns)[number];

export const applicationRows = [
  'received', // 一、本年新收
  'carried-in', // 二、上年结转
  'granted', // 三（一）予以公开
  'partial', // （二）部分公开
  'refused-secret', // （三）1
  'refused-law', // 2
  'refused-safety', // 3
  'refused-third-party', // 4
  'refused-internal', // 5
  'refused-process', // 6
  'refused-enforcement', // 7
  'refused-inquiry', // 8
  'unavailable-not-held', // （四）1
  'unavailable-to-be-made', // 2
  'unavailable-unclear', // 3
  'declined-petition', // （五）1
  'declined-repeat', // 2
  'declined-publication', // 3
  'declined-excessive', // 4
  'declined-reissue', // 5
  'other', // （六）其他处理 (2019 only, one row)
  'other-not-supplemented', // （六）1 (2021 only)
  'other-unpaid', // 2 (2021 only)
  'other-else', // 3 (2021 only)
  'outcome-total', // （七）总计
  'carried-out', // 四、结转下年度继续办理
] as const;
export type ApplicationRow = (typeof applicationRows)[number];

export const applicationColumns = [
  'natural', // 自然人
  'business', // 商业企业
  'research', // 科研机构
  'welfare', // 社会公益组织
  'legal-service', // 法律服务机构
  'other-org', // 其他
  'total', // 总计
] as const;
export type ApplicationColumn = (typeof applicationColumns)[number];

export const litigationRows = [
  'review', // 行政复议
  'direct-suit', // 未经复议直接起诉
  'suit-after-review', // 复议后起诉
] as const;
export type LitigationRow = (typeof litigationRows)[number];

export const litigationColumns = [
  'upheld', // 结果维持
  'corrected', // 结果纠正
  'other', // 其他结果
  'pending', // 尚未审结
  'total', // 总计
] as const;
export type LitigationColumn = (typeof litigationColumns)[number];

/**
 * The figure in one cell; `null` when the cell is blank or the table has no such row or column.
 */
export function figureAt(
  tables: ReportTables,
  table: TableName,
  row: string,
  column: string,
): Figure {
  const rows: Partial<Record<string, Partial<Record<string, Figure>>>> = tables[table];
  return rows[row]?.[column] ?? null;
}
