/**
 * The codes that file a piece of government information, in their official order.
 * They are data, not interface text: the names are fixed by statute or by central
 * notices, and the admin, the pages, the search index and the exports all read them here.
 */
export type Entry<Code extends string = string> = {
  readonly code: Code;
  readonly zh: string;
  readonly en: string;
};

/** 体裁: what sort of paper a document is. */
export const KINDS = [
  { code: 'law', zh: '法律', en: 'Law' },
  { code: 'regulation', zh: '行政法规', en: 'Administrative regulation' },
  { code: 'local-regulation', zh: '地方性法规', en: 'Local regulation' },
  { code: 'rule', zh: '规章', en: 'Rule' },
  { code: 'judicial', zh: '司法解释', en: 'Judicial interpretation' },
  { code: 'normative', zh: '规范性文件', en: 'Normative document' },
  { code: 'notice', zh: '通知公告', en: 'Notice' },
  { code: 'plan', zh: '规划计划', en: 'Plan' },
  { code: 'statistics', zh: '统计信息', en: 'Statistics' },
  { code: 'budget', zh: '预决算', en: 'Budget and final accounts' },
  { code: 'reply', zh: '批复函复', en: 'Official reply' },
  { code: 'report', zh: '工作报告', en: 'Work report' },
  { code: 'guide', zh: '办事指南', en: 'Service guide' },
  { code: 'other', zh: '其他', en: 'Other' },
] as const satisfies readonly Entry[];

/** 主题分类: the twenty-two themes of gov.cn, by which every government site files its documents. */
export const THEMES = [
  { code: 'organisation', zh: '国务院组织机构', en: 'State Council organisation' },
  { code: 'general-affairs', zh: '综合政务', en: 'General government affairs' },
  {
    code: 'economy',
    zh: '国民经济管理、国有资产监管',
    en: 'National economy and state-owned assets',
  },
  { code: 'finance', zh: '财政、金融、审计', en: 'Public finance, banking and audit' },
  { code: 'land-energy', zh: '国土资源、能源', en: 'Land, resources and energy' },
  { code: 'agriculture', zh: '农业、林业、水利', en: 'Agriculture, forestry and water' },
  { code: 'industry-transport', zh: '工业、交通', en: 'Industry and transport' },
  { code: 'commerce', zh: '商贸、海关、旅游', en: 'Commerce, customs and tourism' },
  {
    code: 'market-safety',
    zh: '市场监管、安全生产监管',
    en: 'Market regulation and work safety',
  },
  {
    code: 'urban-environment',
    zh: '城乡建设、环境保护',
    en: 'Urban and rural development, environment',
  },
  { code: 'science-education', zh: '科技、教育', en: 'Science, technology and education' },
  { code: 'culture', zh: '文化、广电、新闻出版', en: 'Culture, broadcasting and publishing' },
  { code: 'health-sport', zh: '卫生、体育', en: 'Health and sport' },
  {
    code: 'population',
    zh: '人口与计划生育、妇女儿童工作',
    en: 'Population, women and children',
  },
  { code: 'labour', zh: '劳动、人事、监察', en: 'Labour, personnel and supervision' },
  { code: 'public-security', zh: '公安、安全、司法', en: 'Public security and justice' },
  {
    code: 'civil-affairs',
    zh: '民政、扶贫、救灾',
    en: 'Civil affairs, poverty relief and disaster relief',
  },
  { code: 'ethnic-religion', zh: '民族、宗教', en: 'Ethnic and religious affairs' },
  { code: 'foreign-affairs', zh: '对外事务', en: 'Foreign affairs' },
  {
    code: 'hk-macao-taiwan',
    zh: '港澳台侨工作',
    en: 'Hong Kong, Macao, Taiwan and overseas Chinese',
  },
  { code: 'defence', zh: '国防', en: 'National defence' },
  { code: 'other', zh: '其他', en: 'Other' },
] as const satisfies readonly Entry[];

/**
 * 法定主动公开内容: the fifteen classes that an agency discloses of its own accord.
 *
 * 《中华人民共和国政府信息公开条例》第二十条: 行政机关应当依照本条例第十九条的规定，
 * 主动公开本行政机关的下列政府信息：（一）……（十五）。
 * `item` is the number of the class in that article.
 */
export const CATEGORIES = [
  {
    item: 1,
    code: 'normative-documents',
    zh: '行政法规、规章和规范性文件',
    en: 'Regulations, rules and normative documents',
  },
  {
    item: 2,
    code: 'institutions',
    zh: '机关职能、机构设置、办公地址、办公时间、联系方式、负责人姓名',
    en: 'Functions, offices, addresses, hours, contacts and leaders',
  },
  {
    item: 3,
    code: 'planning',
    zh: '国民经济和社会发展规划、专项规划、区域规划及相关政策',
    en: 'Development plans and related policies',
  },
  {
    item: 4,
    code: 'statistics',
    zh: '国民经济和社会发展统计信息',
    en: 'Economic and social statistics',
  },
  {
    item: 5,
    code: 'licensing',
    zh: '行政许可和其他对外管理服务事项的依据、条件、程序以及办理结果',
    en: 'Licensing and public services: basis, conditions, procedure and outcome',
  },
  {
    item: 6,
    code: 'penalties',
    zh: '行政处罚、行政强制的依据、条件、程序以及具有一定社会影响的行政处罚决定',
    en: 'Administrative penalties and enforcement',
  },
  { item: 7, code: 'budgets', zh: '财政预算、决算信息', en: 'Budgets and final accounts' },
  {
    item: 8,
    code: 'fees',
    zh: '行政事业性收费项目及其依据、标准',
    en: 'Administrative fees, their basis and rates',
  },
  {
    item: 9,
    code: 'procurement',
    zh: '政府集中采购项目的目录、标准及实施情况',
    en: 'Centralised government procurement',
  },
  {
    item: 10,
    code: 'major-projects',
    zh: '重大建设项目的批准和实施情况',
    en: 'Major construction projects',
  },
  {
    item: 11,
    code: 'livelihood',
    zh: '扶贫、教育、医疗、社会保障、促进就业等方面的政策、措施及其实施情况',
    en: 'Poverty relief, education, health care, social security and employment',
  },
  {
    item: 12,
    code: 'emergency',
    zh: '突发公共事件的应急预案、预警信息及应对情况',
    en: 'Emergency plans, warnings and response',
  },
  {
    item: 13,
    code: 'supervision',
    zh: '环境保护、公共卫生、安全生产、食品药品、产品质量的监督检查情况',
    en: 'Inspections of environment, health, safety, food, drugs and product quality',
  },
  {
    item: 14,
    code: 'recruitment',
    zh: '公务员招考的职位、名额、报考条件等事项以及录用结果',
    en: 'Civil service recruitment',
  },
  {
    item: 15,
    code: 'other-statutory',
    zh: '法律、法规、规章和国家有关规定规定应当主动公开的其他政府信息',
    en: 'Other information that must be disclosed by law',
  },
] as const satisfies readonly (Entry & { readonly item: number })[];

/** 解读形式: how a policy interpretation is told. */
export const FORMS = [
  { code: 'text', zh: '文字解读', en: 'Text' },
  { code: 'illustrated', zh: '一图读懂', en: 'Illustrated' },
  { code: 'video', zh: '视频解读', en: 'Video' },
  { code: 'qa', zh: '问答解读', en: 'Questions and answers' },
  { code: 'press', zh: '新闻发布', en: 'Press briefing' },
  { code: 'expert', zh: '专家解读', en: 'Expert view' },
] as const satisfies readonly Entry[];

/** 机构类别: where an agency stands in the county. */
export const AGENCY_KINDS = [
  { code: 'government', zh: '县政府', en: 'County government' },
  { code: 'office', zh: '政府办公室', en: 'Government office' },
  { code: 'department', zh: '县直部门', en: 'County department' },
  { code: 'township', zh: '乡镇（场）', en: 'Township' },
  { code: 'external', zh: '上级及其他机关', en: 'Higher and other authorities' },
] as const satisfies readonly Entry[];

/** 有效性: whether a document may be relied on. */
export const VALIDITIES = [
  { code: 'in-force', zh: '有效', en: 'In force' },
  { code: 'not-yet', zh: '尚未生效', en: 'Not yet in force' },
  { code: 'amended', zh: '已修改', en: 'Amended' },
  { code: 'lapsed', zh: '失效', en: 'Lapsed' },
  { code: 'repealed', zh: '废止', en: 'Repealed' },
] as const satisfies readonly Entry[];

export type Kind = (typeof KINDS)[number]['code'];
export type Theme = (typeof THEMES)[number]['code'];
export type Category = (typeof CATEGORIES)[number]['code'];
export type Form = (typeof FORMS)[number]['code'];
export type AgencyKind = (typeof AGENCY_KINDS)[number]['code'];
export type Validity = (typeof VALIDITIES)[number]['code'];

/**
 * The name of a code in the reader's language; English for `en`, Chinese for any other locale.
 * A code that the list does not hold is given back as it is, so that a page shows something true.
 */
export function labelOf(entries: readonly Entry[], code: string, locale: string): string {
  const entry = entries.find((candidate) => candidate.code === code);
  if (!entry) return code;
  return locale === 'en' ? entry.en : entry.zh;
}

/** Whether a string is one of the codes of a list; narrows the type. */
export const hasCode = <Code extends string>(
  entries: readonly Entry<Code>[],
  code: unknown,
): code is Code => entries.some((entry) => entry.code === code);
