import type {
  ApplicationColumn,
  ApplicationRow,
  DisclosureColumn,
  DisclosureRow,
  LitigationColumn,
  LitigationRow,
} from './tables';

// How published reports write the labels of the national layouts. The official wordings stand in the
// layouts; here is what else has been seen, without numbers, spaces, brackets and punctuation.

/** Words that reports put in place of the notice's own, wherever they stand in a label. */
export const wordings: readonly (readonly [written: string, official: string])[] = [
  ['合计', '总计'],
  ['结果维护', '结果维持'],
  ['只记', '只计'],
  ['不记其他', '不计其他'],
  ['信访投诉举报', '信访举报投诉'],
  ['举报投诉信访', '信访举报投诉'],
  ['投诉举报信访', '信访举报投诉'],
  ['第三人', '第三方'],
  ['无法提拱', '无法提供'],
  ['本年度', '本年'],
  ['上年度', '上年'],
  ['下年度', '下年'],
];

type Names<Code extends string> = Partial<Record<Code, readonly string[]>>;

/** Whole labels besides the official ones. */
export const names = {
  applicationRows: {
    partial: ['部分公开'],
    'refused-secret': ['国家秘密'],
    'refused-law': ['法律行政法规禁止公开', '其他法律法规禁止公开'],
    'refused-safety': ['三安全一稳定'],
    'refused-internal': ['三类内部事务信息', '属于内部事务信息', '内部事务信息'],
    'refused-process': ['四类过程性信息', '属于过程性信息', '过程性信息'],
    'refused-enforcement': ['行政执法案卷', '属于行政执法案卷信息'],
    'refused-inquiry': ['行政查询事项'],
    'unavailable-not-held': ['本机关不掌握', '不掌握相关政府信息'],
    'unavailable-to-be-made': ['没有现成信息', '需要另行制作', '没有现成信息需另行制作'],
    'unavailable-unclear': ['申请内容仍不明确', '补正后仍不明确'],
    'declined-petition': ['信访举报投诉', '信访举报投诉申请'],
    'declined-repeat': ['重复申请的'],
    'declined-excessive': ['大量反复申请'],
    'declined-reissue': ['确认或重新出具已获取信息'],
  } satisfies Names<ApplicationRow>,
  applicationColumns: {
    natural: ['公民', '自然人数量'],
    business: ['企业', '商业企业数量'],
    welfare: ['公益组织', '社会公益'],
    'legal-service': ['法律服务'],
    'other-org': ['其他组织'],
  } satisfies Names<ApplicationColumn>,
  disclosureRows: {
    rules: ['行政规章', '政府规章'],
    'other-services': ['其他对外服务管理事项', '其他对外管理服务'],
    fees: ['行政事业收费'],
    procurement: ['集中采购'],
  } satisfies Names<DisclosureRow>,
  disclosureColumns: {
    made: ['本年新制作数', '本年新制作件数', '本年制作数量', '新制作数量'],
    published: ['本年新公开数', '本年新公开件数', '新公开数量'],
    total: ['对外公开总数', '公开总数量'],
    previous: ['上年项目数量', '上一年项目数', '上一年度项目数量'],
    change: ['本年增或减', '本年增减数量', '增减'],
    decisions: ['处理决定数', '处理决定件数', '本年处理决定数', '本年处理决定件数'],
    purchases: ['采购项目数', '本年采购项目数量'],
    'purchase-amount': ['采购金额', '采购总额', '本年采购总金额'],
    issued: ['本年制发数', '本年制发数量', '制发件数'],
    abolished: ['本年废止数', '本年废止数量', '废止件数'],
    'in-force': ['现行有效数', '现行有效数量'],
    'fee-amount': ['收费金额', '本年收费总金额', '本年收费数额'],
  } satisfies Names<DisclosureColumn>,
  litigationRows: {} satisfies Names<LitigationRow>,
  litigationColumns: {
    upheld: ['维持'],
    corrected: ['纠正'],
    pending: ['未审结', '尚未办结', '尚未审理'],
  } satisfies Names<LitigationColumn>,
};

/** Words that name a row of the applications table wherever a label has them. */
export const tellingWords: readonly (readonly [words: string, row: ApplicationRow])[] = [
  ['新收政府信息公开', 'received'],
  ['年新收', 'received'],
  ['上年结转', 'carried-in'],
  ['上一年结转', 'carried-in'],
  ['结转下年', 'carried-out'],
  ['结转至下年', 'carried-out'],
  ['结转下一年', 'carried-out'],
  ['逾期不补正', 'other-not-supplemented'],
  ['逾期未按收费', 'other-unpaid'],
  ['未按收费通知', 'other-unpaid'],
];

/** Headings of the six parts besides the official ones. */
export const partNames = {
  overview: [
    '总体情况',
    '概述',
    '基本情况',
    '工作总体情况',
    '政府信息公开总体情况',
    '总体工作情况',
  ],
  disclosure: [
    '主动公开政府信息情况',
    '主动公开政府信息的情况',
    '主动公开情况',
    '政府信息主动公开情况',
    '行政机关主动公开政府信息情况',
  ],
  applications: [
    '收到和处理政府信息公开申请情况',
    '收到和处理政府信息公开申请的情况',
    '行政机关收到和处理政府信息公开申请情况',
    '政府信息公开申请情况',
    '依申请公开政府信息情况',
    '依申请公开情况',
  ],
  litigation: [
    '政府信息公开行政复议行政诉讼情况',
    '政府信息公开行政复议和行政诉讼情况',
    '政府信息公开行政复议诉讼情况',
    '因政府信息公开工作被申请行政复议提起行政诉讼情况',
    '因政府信息公开被申请行政复议提起行政诉讼情况',
    '行政复议行政诉讼情况',
    '行政复议和行政诉讼情况',
  ],
  problems: [
    '存在的主要问题及改进情况',
    '政府信息公开工作存在的主要问题及改进情况',
    '存在的主要问题和改进情况',
    '存在的主要问题及改进措施',
    '存在的主要问题和改进措施',
    '存在主要问题及改进情况',
    '存在的问题及改进情况',
    '存在问题及改进情况',
    '存在问题及改进措施',
    '主要问题及改进情况',
    '存在的不足及改进措施',
  ],
  other: [
    '其他需要报告的事项',
    '其他需要报告的情况',
    '其他需报告的事项',
    '其他需要说明的事项',
    '其他事项',
  ],
} as const;
