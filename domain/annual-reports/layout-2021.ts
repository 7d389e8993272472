import {
  applicationColumnLabels,
  label,
  line,
  linesAfterOther,
  linesBeforeOther,
  litigation,
  outcomesOf,
  parts,
} from './layout-shared';
import type { ApplicationLine, DisclosureGroup, Layout } from './layouts';

const lines: ApplicationLine[] = [
  ...linesBeforeOther,
  line(null, 2, '（六）其他处理', '(6) Handled otherwise'),
  line(
    'other-not-supplemented',
    3,
    '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    '1. Not supplemented in time without good reason, no longer processed',
  ),
  line(
    'other-unpaid',
    3,
    '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    '2. Fee not paid in time, no longer processed',
  ),
  line('other-else', 3, '3.其他', '3. Other'),
  ...linesAfterOther,
];

const decisions: DisclosureGroup['columns'] = [
  {
    code: 'decisions',
    label: label('本年处理决定数量', 'Decisions this year'),
    figure: 'count',
  },
];

/** 国务院办公厅政府信息与政务公开办公室, 国办公开办函〔2021〕30号: reports from 2021. */
export const layout2021: Layout = {
  code: '2021',
  source: { number: '国办公开办函〔2021〕30号', from: 2021, to: null },
  parts,
  disclosure: [
    {
      label: label('第二十条第（一）项', 'Article 20 (1)'),
      columns: [
        { code: 'issued', label: label('本年制发件数', 'Issued this year'), figure: 'count' },
        { code: 'abolished', label: label('本年废止件数', 'Abolished this year'), figure: 'count' },
        { code: 'in-force', label: label('现行有效件数', 'In force'), figure: 'count' },
      ],
      rows: [
        { code: 'rules', label: label('规章', 'Rules') },
        {
          code: 'normative',
          label: label('行政规范性文件', 'Administrative normative documents'),
        },
      ],
    },
    {
      label: label('第二十条第（五）项', 'Article 20 (5)'),
      columns: decisions,
      rows: [{ code: 'licensing', label: label('行政许可', 'Licences') }],
    },
    {
      label: label('第二十条第（六）项', 'Article 20 (6)'),
      columns: decisions,
      rows: [
        { code: 'penalties', label: label('行政处罚', 'Penalties') },
        { code: 'enforcement', label: label('行政强制', 'Compulsory measures') },
      ],
    },
    {
      label: label('第二十条第（八）项', 'Article 20 (8)'),
      columns: [
        {
          code: 'fee-amount',
          label: label('本年收费金额（单位：万元）', 'Collected this year (10,000 yuan)'),
          figure: 'amount-10k-yuan',
        },
      ],
      rows: [{ code: 'fees', label: label('行政事业性收费', 'Administrative fees') }],
    },
  ],
  applications: { columns: applicationColumnLabels, lines, outcomes: outcomesOf(lines) },
  litigation,
};
