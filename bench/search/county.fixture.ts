import type { SearchRecord } from '../../search/engine';
import { passagesOf } from '../../search/passages';

type Paper = Partial<SearchRecord> & { title: string; text: string };

const paper = ({ text, ...facts }: Paper, at: number): SearchRecord => ({
  id: `documents:${at + 1}`,
  collection: 'documents',
  key: String(at + 1),
  number: null,
  indexNumber: null,
  agency: '模山县人民政府',
  agencySlug: 'government',
  kind: 'notice',
  themes: [],
  category: null,
  columns: [],
  year: 2025,
  publishedOn: '2025-03-04',
  validity: 'in-force',
  work: null,
  topics: [],
  fileTypes: [],
  extra: '',
  url: `/documents/${at + 1}`,
  hasInterpretation: false,
  passages: passagesOf(text),
  ...facts,
});

/** Papers of an invented county. */
export const countyPapers: SearchRecord[] = [
  {
    title: '模山县城区停车管理办法',
    number: '模府发〔2024〕12号',
    kind: 'normative',
    text: '第一条 为了让城区的车停得下、走得动，制定本办法。\n第二条 路边泊位由县城管局划设，划线前公示七日。\n第三条 路边泊位前半小时不收费，超过的每小时两元，一天最多十元。\n第四条 占用消防通道停车的，由交警依法拖移。',
  },
  {
    title: '模山县养犬登记办事指南',
    agency: '模山县公安局',
    agencySlug: 'police',
    kind: 'guide',
    text: '饲养犬只满三个月的，到派出所登记并领取犬牌。\n外出时用犬绳牵领，绳长不超过一米五。\n咬伤他人的，饲养人先送医，再报告派出所。',
  },
  {
    title: '关于做好2025年义务教育学校招生入学工作的通知',
    agency: '模山县教育局',
    agencySlug: 'education',
    number: '模教字〔2025〕8号',
    text: '八月三十一日前年满六周岁的儿童可以报名一年级。\n随迁子女凭居住证报名，与本地学生同等对待。\n不得以考试选拔学生。',
  },
  {
    title: '模山县农村危房改造补助实施方案',
    number: '模府办发〔2023〕30号',
    text: '对象为低保户、分散供养特困人员和其他低收入家庭。\n鉴定为D级的，重建补助三万元；鉴定为C级的，修缮补助一万元。\n由户主申请，村里评议，乡镇审核，县住建局审批。',
  },
  {
    title: '模山县高龄津贴发放办法',
    agency: '模山县民政局',
    agencySlug: 'civil-affairs',
    kind: 'normative',
    text: '第一条 本县户籍年满八十周岁的老年人，每月发放高龄津贴。\n第二条 八十至八十九周岁每月五十元，九十至九十九周岁每月一百元，百岁以上每月五百元。\n第三条 老年人去世的，次月停发。',
  },
  {
    title: '关于城区禁止燃放烟花爆竹的通告',
    agency: '模山县公安局',
    agencySlug: 'police',
    text: '环城路以内全年禁止燃放烟花爆竹。\n违反的，由公安机关责令停止燃放，处一百元以上五百元以下罚款。',
  },
  {
    title: '模山县政府信息公开指南',
    kind: 'guide',
    text: '申请公开政府信息，可以当面、邮寄或者在网上提出。\n收到申请之日起二十个工作日内答复，需要延长的不超过二十个工作日。\n不收费，申请量明显超过合理范围的除外。',
  },
  {
    title: '模山县2025年度预算公开说明',
    agency: '模山县财政局',
    agencySlug: 'finance',
    text: '一般公共预算收入十六亿元，支出四十一亿元。\n三公经费比上年减少百分之八。',
  },
  {
    title: '模山县河道采砂规划（2024—2028年）',
    agency: '模山县水利局',
    agencySlug: 'water',
    text: '清河下游两处为可采区，每年采量不超过十二万吨。\n六月至八月为禁采期。\n无许可证采砂的，没收违法所得。',
  },
  {
    title: '不动产权证书补发办事指南',
    agency: '模山县自然资源局',
    agencySlug: 'land',
    kind: 'guide',
    text: '不动产权证书遗失的，由权利人在县人民政府网站发布遗失声明，满十五个工作日后补发。\n材料：身份证明、遗失声明、申请书。',
  },
  {
    title: '模山县公共租赁住房申请指南',
    agency: '模山县住房和城乡建设局',
    agencySlug: 'housing',
    kind: 'guide',
    text: '城区无房、人均月收入低于两千元的家庭可以申请公共租赁住房。\n租金按市场租金的百分之三十收取。\n轮候期不超过三年。',
  },
  {
    title: '模山县殡葬惠民补贴办法',
    agency: '模山县民政局',
    agencySlug: 'civil-affairs',
    kind: 'normative',
    validity: 'repealed' as const,
    publishedOn: '2016-05-06',
    year: 2016,
    text: '第一条 本县居民去世后火化的，免除遗体接运、火化、骨灰寄存一年的费用。\n第二条 选择生态安葬的，一次补贴一千元。',
  },
  {
    title: '模山县创业担保贷款办事指南',
    agency: '模山县人力资源和社会保障局',
    agencySlug: 'labour',
    kind: 'guide',
    text: '登记失业人员、返乡农民工和高校毕业生创办小店的，可以申请最高三十万元的创业担保贷款。\n贴息两年。',
  },
  {
    title: '关于调整城乡居民基本医疗保险缴费标准的通知',
    agency: '模山县医疗保障局',
    agencySlug: 'medical',
    number: '模医保发〔2025〕3号',
    text: '个人缴费每人每年四百元。\n新生儿出生后九十日内参保的，从出生之日起享受待遇。\n低保对象由县里全额资助。',
  },
].map(paper);

const titles = countyPapers.map(({ title }) => title);
const [PARKING, DOGS, SCHOOL, HOUSES, OLD, FIREWORKS, DISCLOSURE, BUDGET] = titles as string[];
const [SAND, LAND, RENT, BURIAL, LOAN, MEDICAL] = titles.slice(8) as string[];

/** What people might ask there, and which paper answers. */
export const countyQuestions: readonly (readonly [text: string, title: string | undefined])[] = [
  ['模山县城区停车管理办法', PARKING],
  ['停车管理', PARKING],
  ['模府发〔2024〕12号', PARKING],
  ['模府发[2024]12号', PARKING],
  ['模府发 2024 12', PARKING],
  ['城区停车管理办法 第三条', PARKING],
  ['停车 收费', PARKING],
  ['城區停車', PARKING],
  ['养犬登记', DOGS],
  ['养狗', DOGS],
  ['犬绳', DOGS],
  ['招生入学', SCHOOL],
  ['模教字2025年第8号', SCHOOL],
  ['随迁子女 报名', SCHOOL],
  ['年满六周岁', SCHOOL],
  ['危房改造', HOUSES],
  ['微房改造', HOUSES],
  ['重建补助三万元', HOUSES],
  ['高龄津贴', OLD],
  ['gaolingjintie', OLD],
  ['百岁以上', OLD],
  ['烟花爆竹', FIREWORKS],
  ['煙花爆竹', FIREWORKS],
  ['信息公开指南', DISCLOSURE],
  ['"二十个工作日内答复"', DISCLOSURE],
  ['三公经费', BUDGET],
  ['禁采期', SAND],
  ['房产证 补发', LAND],
  ['公租房', RENT],
  ['生态安葬', BURIAL],
  ['创业贷款', LOAN],
  ['新生儿 参保', MEDICAL],
  ['民政局 津贴', OLD],
  ['１２号 停车', PARKING],
];
