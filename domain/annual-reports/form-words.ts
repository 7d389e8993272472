import type { Label } from './layouts';

/**
 * What the official forms print beside the names of rows and columns that a layout holds; the same in
 * 国办公开办函〔2019〕60号 and 国办公开办函〔2021〕30号.
 */
export const formWords = {
  /** Over the row headings of part two. */
  content: label('信息内容', 'Content'),
  /** The form's own rule, over the row headings of the applications table. */
  identity: label(
    '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
    '(In every column, items 1 and 2 together equal items 3 and 4 together)',
  ),
  applicants: label('申请人情况', 'Applicants'),
  organisations: label('法人或其他组织', 'Legal persons and other organisations'),
  suits: label('行政诉讼', 'Lawsuits'),
  disclosureCaption: label('主动公开政府信息情况表', 'Proactive disclosure'),
  applicationsCaption: label(
    '收到和处理政府信息公开申请情况表',
    'Applications received and handled',
  ),
  litigationCaption: label('政府信息公开行政复议、行政诉讼情况表', 'Reviews and lawsuits'),
} as const satisfies Record<string, Label>;

function label(zh: string, en: string): Label {
  return { zh, en };
}
