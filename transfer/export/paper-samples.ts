import type { Block } from '../../domain/documents/blocks';
import type { Paper, PaperLabels } from '../../domain/documents/paper';

/** Papers for the tests and the bench of the downloads: made up, one for each layout. */
export const sampleLabels: PaperLabels = {
  indexNumber: '索引号',
  theme: '主题分类',
  kind: '体裁',
  agency: '发文机关',
  madeOn: '成文日期',
  title: '标题',
  number: '发文字号',
  publishedOn: '发布日期',
  keywords: '主题词',
  validity: '有效性',
  attachments: '附件',
  address: '原文网址',
  emptyBody: '（本文没有正文。）',
  missingLetters: '“〓”处是版式字库没有的字：{letters}。',
};

export const paragraph = (text: string, align?: 'center' | 'right'): Block => ({
  kind: 'paragraph',
  runs: [{ text }],
  ...(align && { align }),
});

/** A notice with a masthead, headings of three levels, a table, two files, a signature and an imprint. */
export const notice: Paper = {
  title: '青禾县人民政府关于印发《青禾县政府信息公开工作管理办法（试行）》的通知',
  number: '青府发〔2026〕12号',
  indexNumber: '999360101/2026-00012',
  agency: '青禾县人民政府',
  kind: '通知',
  madeOn: '2026-06-01',
  publishedOn: '2026-06-05',
  keywords: ['政府信息公开'],
  validity: '有效',
  address: 'https://www.example.gov.cn/documents/999360101-2026-00012',
  masthead: { form: 'document', mark: '青禾县人民政府文件' },
  attachments: [
    { name: '青禾县政府信息公开工作管理办法（试行）', address: '/files/a.docx' },
    { name: '联系电话一览表', address: '/files/b.xlsx' },
  ],
  body: [
    paragraph('各乡镇人民政府，县政府各部门：'),
    paragraph('　　《青禾县政府信息公开工作管理办法（试行）》已经讨论通过，请认真贯彻执行。'),
    paragraph('一、提高思想认识'),
    paragraph(
      '各部门要按照“公开为常态、不公开为例外”的原则，推进决策、执行、管理、服务、结果公开。',
    ),
    paragraph('（一）加强组织领导。各部门要把这项工作摆上重要议事日程。'),
    paragraph('二、严格落实责任'),
    paragraph('（一）落实主体责任'),
    paragraph('先审查、后公开，一事一审。'),
    {
      kind: 'table',
      rows: [
        ['事项', '数量', '金额'].map((text) => ({ runs: [{ text }], header: true })),
        ['规范性文件', '12', '1,234.50'].map((text) => ({ runs: [{ text }] })),
      ],
    },
    { kind: 'list', ordered: true, items: [[{ text: '甲' }], [{ text: '乙' }]] },
    paragraph('青禾县人民政府\n2026年6月1日', 'right'),
    paragraph('抄送：县委各部门，县人大常委会办公室。'),
    paragraph('青禾县人民政府办公室　　2026年6月1日印发'),
  ],
};

/** A law of `articles` articles in chapters of twenty. */
export const law = (articles: number): Paper => ({
  title: '青禾水渠保护法',
  agency: '青禾大会',
  kind: '法律',
  madeOn: '2026-01-01',
  body: Array.from({ length: articles }, (_, i) => [
    ...(i % 20 === 0 ? [chapter(i / 20 + 1)] : []),
    paragraph(`第${i + 1}条　为了保护水渠，保障用水安全，促进农业发展，根据实际，制定本法。`),
    paragraph('任何单位和个人都有保护水渠的义务，并有权制止、检举破坏水渠的行为。'.repeat(2)),
  ]).flat(),
});

const chapter = (number: number): Block => ({
  kind: 'heading',
  level: 2,
  runs: [{ text: `第${number}章　总则` }],
});
