import type { Block } from '@/domain/documents/blocks';
import type { DocumentItem } from '@/components/DocumentList/DocumentList';
import type { InterpretationItem } from '@/components/InterpretationList/InterpretationList';

/**
 * What the specimens show: titles as long, numbers as odd and texts as dense as the real ones.
 * Official texts are Chinese in either language of the page, so they say so.
 */
const lang = 'zh-CN';

export const DOCUMENTS: DocumentItem[] = [
  {
    href: '/documents/sample-1',
    title:
      '宜丰县人民政府办公室关于印发《宜丰县2020年优化营商环境专项整治行动工作实施方案》和《关于开展宜丰县营商环境评价暨企业、群众“评机关、评岗位”工作实施方案》的通知',
    number: '宜府办发〔2020〕18号',
    agency: '宜丰县人民政府办公室',
    date: '2020-05-12',
    validity: 'in-force',
    lang,
  },
  {
    href: '/documents/sample-2',
    title: '宜丰县全面推进政务公开标准化规范化工作的实施方案',
    number: '宜府办字〔2020〕7号',
    agency: '宜丰县人民政府办公室',
    date: '2020-03-09',
    validity: 'amended',
    lang,
  },
  {
    href: '/documents/sample-3',
    title: '宜丰县城市管理办法',
    number: '宜府发〔2026〕9号',
    agency: '宜丰县人民政府',
    date: '2026-11-18',
    validity: 'not-yet',
    lang,
  },
  {
    href: '/documents/sample-4',
    title: '关于做好2019年农业保险保费补贴工作的通知',
    number: '宜财字〔2019〕31号',
    agency: '宜丰县财政局',
    date: '2019-04-02',
    validity: 'lapsed',
    lang,
  },
  {
    href: '/documents/sample-5',
    title: '宜丰县人民政府关于划定禁止燃放烟花爆竹区域的通告',
    number: '宜府发〔2014〕3号',
    agency: '宜丰县人民政府',
    date: '2014-01-20',
    validity: 'repealed',
    lang,
  },
];

export const INTERPRETATIONS: InterpretationItem[] = [
  {
    href: '/interpretations/sample-1',
    title: '一图读懂：宜丰县2020年优化营商环境专项整治行动怎么做、做到什么程度、群众和企业怎样评',
    form: 'illustrated',
    agency: '宜丰县人民政府办公室',
    date: '2020-05-12',
    documents: [
      {
        href: '/documents/sample-1',
        title: '宜丰县2020年优化营商环境专项整治行动工作实施方案',
        validity: 'in-force',
      },
    ],
    lang,
  },
  {
    href: '/interpretations/sample-2',
    title: '《宜丰县全面推进政务公开标准化规范化工作的实施方案》政策解读',
    form: 'text',
    summary: '26 个领域要公开哪些事、由谁公开、多久公开，以及乡镇和社区怎样跟上。',
    agency: '宜丰县人民政府办公室',
    date: '2020-03-09',
    documents: [
      {
        href: '/documents/sample-2',
        title: '宜丰县全面推进政务公开标准化规范化工作的实施方案',
        validity: 'amended',
      },
    ],
    lang,
  },
  {
    href: '/interpretations/sample-3',
    title: '烟花爆竹还能放吗？六问六答',
    form: 'qa',
    date: '2026-11-18',
    lang,
  },
];

const text = (words: string) => [{ text: words }];

export const BLOCKS: Block[] = [
  { kind: 'heading', level: 2, runs: text('第一章　总　则') },
  {
    kind: 'paragraph',
    runs: text(
      '第一条　为了加强城市管理，提升城市治理水平，改善人居环境，根据有关法律、法规的规定，结合本县实际，制定本办法。',
    ),
  },
  {
    kind: 'paragraph',
    runs: [
      { text: '第二条　', bold: true },
      { text: '县城规划区内的城市管理活动适用本办法。法律、法规另有规定的，' },
      { text: '从其规定', href: '/documents/sample-2' },
      { text: '。' },
    ],
  },
  { kind: 'heading', level: 2, runs: text('第二章　市容和环境卫生') },
  {
    kind: 'paragraph',
    runs: text('第三条　临街建筑物的所有人、使用人应当保持建筑物外立面整洁，并遵守下列规定：'),
  },
  {
    kind: 'paragraph',
    runs: text('（一）不得在主要街道临街建筑物的阳台、窗外堆放、吊挂有碍市容的物品；'),
  },
  { kind: 'paragraph', runs: text('（二）不得擅自张贴、涂写、刻画。') },
  { kind: 'heading', level: 2, runs: text('附则') },
  {
    kind: 'paragraph',
    runs: text('一、落实责任。各单位主要负责人是第一责任人，任务分工见下表，办理材料见表后清单。'),
  },
  { kind: 'heading', level: 3, runs: text('（一）任务分工') },
  {
    kind: 'table',
    rows: [
      ['序号', '任务', '牵头单位', '配合单位', '完成时限', '成果形式'].map((words) => ({
        runs: text(words),
        header: true,
      })),
      [
        '1',
        '修订城区停车收费标准并向社会公布',
        '县发展和改革局',
        '县城市管理局、县公安局',
        '2026年12月',
        '文件',
      ].map((words) => ({ runs: text(words) })),
      [
        '2',
        '完成老城区背街小巷照明改造',
        '县城市管理局',
        '新昌镇人民政府',
        '2027年3月',
        '工程',
      ].map((words) => ({ runs: text(words) })),
    ],
  },
  {
    kind: 'list',
    ordered: true,
    items: [text('申请表一式两份'), text('身份证明复印件'), text('场地权属材料')],
  },
  { kind: 'paragraph', runs: text('宜丰县人民政府'), align: 'right' },
  { kind: 'paragraph', runs: text('2026年11月16日'), align: 'right' },
];

/** The same text before it was corrected: one item fewer, other words, a line that has moved since. */
export const EARLIER_BLOCKS: Block[] = [
  { kind: 'paragraph', runs: text('（二）不得擅自张贴、涂写、刻画。') },
  ...BLOCKS.slice(0, 3),
  {
    kind: 'paragraph',
    runs: text('第二条之一　本办法所称城市管理，是指对市容、环境卫生和停车秩序的管理。'),
  },
  { kind: 'heading', level: 2, runs: text('第二章　市容环境卫生') },
  {
    kind: 'paragraph',
    runs: text('第三条　临街建筑物的所有人应当保持建筑物外立面整洁，遵守下列规定：'),
  },
  ...BLOCKS.slice(7),
];

export const APPLICATION_TABLE = {
  caption: '三、收到和处理政府信息公开申请情况（节选）',
  head: [
    [
      { text: '本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和', rowSpan: 3 },
      { text: '申请人情况', colSpan: 7 },
    ],
    [
      { text: '自然人', rowSpan: 2 },
      { text: '法人或其他组织', colSpan: 5 },
      { text: '总计', rowSpan: 2 },
    ],
    [
      { text: '商业企业' },
      { text: '科研机构' },
      { text: '社会公益组织' },
      { text: '法律服务机构' },
      { text: '其他' },
    ],
  ],
  rows: [
    { header: '一、本年新收政府信息公开申请数量', strong: true, cells: [23, 0, 0, 0, 0, 0, 23] },
    { header: '二、上年结转政府信息公开申请数量', strong: true, cells: [0, 0, 0, 0, 0, 0, 0] },
    {
      header: '三、本年度办理结果',
      strong: true,
      cells: [null, null, null, null, null, null, null],
    },
    { header: '（一）予以公开', level: 1 as const, cells: [15, 0, 0, 0, 0, 0, 15] },
    {
      header: '（三）不予公开',
      level: 1 as const,
      cells: [null, null, null, null, null, null, null],
    },
    { header: '1. 属于国家秘密', level: 2 as const, cells: [0, 0, 0, 0, 0, 0, 0] },
    { header: '4. 保护第三方合法权益', level: 2 as const, cells: [2, 0, 0, 0, 0, 0, 2] },
    { header: '四、结转下年度继续办理', strong: true, cells: [0, 0, 0, 0, 0, 0, 0] },
  ],
};
