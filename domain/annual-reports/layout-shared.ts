import type { ApplicationLine, Label, Layout } from './layouts';

// What the two layouts have in common: five of the six parts' headings, the columns of the
// applications table, its lines down to 其他处理, and the table of reviews and suits.

export const label = (zh: string, en: string): Label => ({ zh, en });

export const parts: Layout['parts'] = [
  { code: 'overview', label: label('总体情况', 'Overview') },
  { code: 'disclosure', label: label('主动公开政府信息情况', 'Proactive disclosure') },
  {
    code: 'applications',
    label: label('收到和处理政府信息公开申请情况', 'Applications received and handled'),
  },
  {
    code: 'litigation',
    label: label('政府信息公开行政复议、行政诉讼情况', 'Administrative reviews and lawsuits'),
  },
  { code: 'problems', label: label('存在的主要问题及改进情况', 'Problems and improvements') },
  { code: 'other', label: label('其他需要报告的事项', 'Other matters') },
];

export const applicationColumnLabels: Layout['applications']['columns'] = [
  { code: 'natural', label: label('自然人', 'Natural persons') },
  { code: 'business', label: label('商业企业', 'Businesses') },
  { code: 'research', label: label('科研机构', 'Research institutions') },
  { code: 'welfare', label: label('社会公益组织', 'Public welfare organisations') },
  { code: 'legal-service', label: label('法律服务机构', 'Legal service organisations') },
  { code: 'other-org', label: label('其他', 'Other organisations') },
  { code: 'total', label: label('总计', 'Total') },
];

export const linesBeforeOther: ApplicationLine[] = [
  line('received', 1, '一、本年新收政府信息公开申请数量', '1. Received this year'),
  line('carried-in', 1, '二、上年结转政府信息公开申请数量', '2. Carried over from last year'),
  line(null, 1, '三、本年度办理结果', '3. Results this year'),
  line('granted', 2, '（一）予以公开', '(1) Disclosed'),
  line(
    'partial',
    2,
    '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
    '(2) Disclosed in part (counted here alone)',
  ),
  line(null, 2, '（三）不予公开', '(3) Not disclosed'),
  line('refused-secret', 3, '1.属于国家秘密', '1. State secret'),
  line(
    'refused-law',
    3,
    '2.其他法律行政法规禁止公开',
    '2. Forbidden by other laws or administrative regulations',
  ),
  line(
    'refused-safety',
    3,
    '3.危及“三安全一稳定”',
    '3. Endangers national, public or economic security or social stability',
  ),
  line('refused-third-party', 3, '4.保护第三方合法权益', '4. Protects the rights of third parties'),
  line('refused-internal', 3, '5.属于三类内部事务信息', '5. Internal affairs'),
  line('refused-process', 3, '6.属于四类过程性信息', '6. Records of deliberation'),
  line('refused-enforcement', 3, '7.属于行政执法案卷', '7. Enforcement case files'),
  line('refused-inquiry', 3, '8.属于行政查询事项', '8. Inquiries under special rules'),
  line(null, 2, '（四）无法提供', '(4) Cannot be provided'),
  line('unavailable-not-held', 3, '1.本机关不掌握相关政府信息', '1. Not held by this agency'),
  line(
    'unavailable-to-be-made',
    3,
    '2.没有现成信息需要另行制作',
    '2. Does not exist and would have to be made',
  ),
  line(
    'unavailable-unclear',
    3,
    '3.补正后申请内容仍不明确',
    '3. Still unclear after the applicant added to it',
  ),
  line(null, 2, '（五）不予处理', '(5) Not processed'),
  line(
    'declined-petition',
    3,
    '1.信访举报投诉类申请',
    '1. Petitions, reports and complaints filed as applications',
  ),
  line('declined-repeat', 3, '2.重复申请', '2. Repeated applications'),
  line('declined-publication', 3, '3.要求提供公开出版物', '3. Asks for a public publication'),
  line(
    'declined-excessive',
    3,
    '4.无正当理由大量反复申请',
    '4. Large numbers of applications without good reason',
  ),
  line(
    'declined-reissue',
    3,
    '5.要求行政机关确认或重新出具已获取信息',
    '5. Asks to confirm or reissue information already obtained',
  ),
];

export const linesAfterOther: ApplicationLine[] = [
  line('outcome-total', 2, '（七）总计', '(7) Total'),
  line('carried-out', 1, '四、结转下年度继续办理', '4. Carried over to next year'),
];

export const litigation: Layout['litigation'] = {
  rows: [
    { code: 'review', label: label('行政复议', 'Administrative review') },
    {
      code: 'direct-suit',
      label: label('未经复议直接起诉', 'Lawsuit without review'),
    },
    { code: 'suit-after-review', label: label('复议后起诉', 'Lawsuit after review') },
  ],
  columns: [
    { code: 'upheld', label: label('结果维持', 'Upheld') },
    { code: 'corrected', label: label('结果纠正', 'Corrected') },
    { code: 'other', label: label('其他结果', 'Other result') },
    { code: 'pending', label: label('尚未审结', 'Pending') },
    { code: 'total', label: label('总计', 'Total') },
  ],
};

export function line(
  code: ApplicationLine['code'],
  level: ApplicationLine['level'],
  zh: string,
  en: string,
): ApplicationLine {
  return { code, level, label: label(zh, en) };
}

/** Every coded line that is an outcome: all below 三 but the sum. */
export const outcomesOf = (lines: readonly ApplicationLine[]) =>
  lines
    .map((each) => each.code)
    .filter((code) => code !== null)
    .filter((code) => !['received', 'carried-in', 'outcome-total', 'carried-out'].includes(code));
