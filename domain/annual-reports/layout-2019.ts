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
  line('other', 2, '（六）其他处理', '(6) Handled otherwise'),
  ...linesAfterOther,
];

const projects: DisclosureGroup['columns'] = [
  {
    code: 'previous',
    label: label('上一年项目数量', 'Items last year'),
    figure: 'count',
  },
  { code: 'change', label: label('本年增/减', 'Change this year'), figure: 'change' },
];

const decisions: DisclosureGroup['columns'][number] = {
  code: 'decisions',
  label: label('处理决定数量', 'Decisions'),
  figure: 'count',
};

/** 国务院办公厅政府信息与政务公开办公室, 国办公开办函〔2019〕60号: reports for 2019 and 2020. */
export const layout2019: Layout = {
  code: '2019',
  source: { number: '国办公开办函〔2019〕60号', from: 2019, to: 2020 },
  parts,
  disclosure: [
    {
      label: label('第二十条第（一）项', 'Article 20 (1)'),
      columns: [
        { code: 'made', label: label('本年新制作数量', 'Made this year'), figure: 'count' },
        {
          code: 'published',
          label: label('本年新公开数量', 'Published this year'),
          figure: 'count',
        },
        { code: 'total', label: label('对外公开总数量', 'Published in total'), figure: 'count' },
      ],
      rows: [
        { code: 'rules', label: label('规章', 'Rules') },
        { code: 'normative', label: label('规范性文件', 'Normative documents') },
      ],
    },
    {
      label: label('第二十条第（五）项', 'Article 20 (5)'),
      columns: [...projects, decisions],
      rows: [
        { code: 'licensing', label: label('行政许可', 'Licences') },
        {
          code: 'other-services',
          label: label('其他对外管理服务事项', 'Other services to the public'),
        },
      ],
    },
    {
      label: label('第二十条第（六）项', 'Article 20 (6)'),
      columns: [...projects, decisions],
      rows: [
        { code: 'penalties', label: label('行政处罚', 'Penalties') },
        { code: 'enforcement', label: label('行政强制', 'Compulsory measures') },
      ],
    },
    {
      label: label('第二十条第（八）项', 'Article 20 (8)'),
      columns: projects,
      rows: [{ code: 'fees', label: label('行政事业性收费', 'Administrative fees') }],
    },
    {
      label: label('第二十条第（九）项', 'Article 20 (9)'),
      columns: [
        { code: 'purchases', label: label('采购项目数量', 'Purchases'), figure: 'count' },
        {
          code: 'purchase-amount',
          label: label('采购总金额', 'Total spent'),
          figure: 'amount-10k-yuan',
        },
      ],
      rows: [{ code: 'procurement', label: label('政府集中采购', 'Central procurement') }],
    },
  ],
  applications: { columns: applicationColumnLabels, lines, outcomes: outcomesOf(lines) },
  litigation,
};
