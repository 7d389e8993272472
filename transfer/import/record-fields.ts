/** What one row of a list or one line of JSON Lines may tell; the order of columns is free. */
export const RECORD_FIELDS = [
  'title',
  'number',
  'indexNumber',
  'agency',
  'madeOn',
  'publishedOn',
  'effectiveOn',
  'lapsesOn',
  'kind',
  'category',
  'themes',
  'keywords',
  'summary',
  'body',
  'attachments',
  'address',
] as const;
export type RecordField = (typeof RECORD_FIELDS)[number];

/** The names under which offices keep each fact in their lists. */
const SYNONYMS: Record<RecordField, readonly string[]> = {
  title: ['标题', '文件标题', '名称', '文件名称', '信息名称', '信息标题', '公文标题'],
  number: ['发文字号', '文号', '文件字号', '字号', '发文号', '文件编号', '公文字号'],
  indexNumber: ['索引号', '索引', '索引编号', '信息索引号', '索取号'],
  agency: [
    '发文机关',
    '发文单位',
    '发布机构',
    '发布机关',
    '发布单位',
    '制发机关',
    '制定机关',
    '公开机构',
    '信息公开单位',
    '单位名称',
  ],
  madeOn: ['成文日期', '成文时间', '发文日期', '发文时间', '印发日期', '生成日期', '制发日期'],
  publishedOn: ['发布日期', '发布时间', '公开日期', '公开时间'],
  effectiveOn: ['施行日期', '生效日期', '实施日期', '施行时间'],
  lapsesOn: ['失效日期', '有效期至', '失效时间'],
  kind: ['体裁', '文种', '公文种类', '体裁分类', '文件类型'],
  category: ['法定公开类别', '公开类别', '法定类别'],
  themes: ['主题分类', '主题', '分类'],
  keywords: ['主题词', '关键词'],
  summary: ['内容概述', '概述', '摘要', '内容摘要', '简介'],
  body: ['正文', '正文文件', '内容', '全文', '文件内容', '正文内容', '文件'],
  attachments: ['附件', '附件名称', '附件地址'],
  address: ['来源地址', '来源', '链接', '网址', '原文链接', '原文地址', '页面地址', 'url'],
};

/** The field that a column's heading or a key names, in Chinese or by its English name. */
export function recordField(name: string): RecordField | undefined {
  return byName.get(nameKey(name));
}

/** Headings carry spaces for looks, marks for “required” and remarks in brackets. */
const nameKey = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/\([^()]*\)/gu, '')
    .replace(/[\s*:：]+/gu, '')
    .toLowerCase();

const byName = new Map(
  RECORD_FIELDS.flatMap((field) =>
    [field, ...SYNONYMS[field]].map((name) => [nameKey(name), field] as const),
  ),
);
