import { messages } from '../../messages';

/** The columns of the ledger (台账) of applications, in the order in which it is given out. */
export const LEDGER_COLUMNS = [
  'serial',
  'receiptNumber',
  'channel',
  'applicantKind',
  'name',
  'informationTitle',
  'informationNumber',
  'filedOn',
  'receivedOn',
  'agency',
  'status',
  'supplement',
  'thirdParty',
  'extension',
  'fee',
  'dueOn',
  'decidedOn',
  'replyKind',
  'annualRow',
  'letterNumber',
  'servedOn',
  'onTime',
  'archivedOn',
  'lateEntry',
] as const;
export type LedgerColumn = (typeof LEDGER_COLUMNS)[number];

/** What offices call the columns; our own headings, Chinese and English, are known besides. */
const SYNONYMS: Record<LedgerColumn, readonly string[]> = {
  serial: ['序号', '序', '顺序号'],
  receiptNumber: [
    ...['回执号', '受理编号', '受理号', '登记号', '登记编号', '申请编号', '申请号', '编号'],
    ...['收件编号', '申请书编号', '申请表编号', '查询号'],
  ],
  channel: [
    ...['申请方式', '渠道', '申请途径', '提交方式', '来源', '受理渠道', '接收方式', '收件方式'],
    ...['申请形式', '提交渠道', '受理方式'],
  ],
  applicantKind: ['申请人类型', '申请人性质', '申请主体', '主体类型', '申请人身份', '申请主体类别'],
  name: [
    ...['申请人姓名', '申请人名称', '姓名', '申请人姓名或名称', '申请人姓名名称', '申请单位'],
    ...['姓名名称', '申请者', '申请人姓名单位名称'],
  ],
  informationTitle: [
    ...['所需信息', '申请内容', '申请公开内容', '申请事项', '信息名称', '申请信息名称'],
    ...['所需政府信息', '申请公开的信息', '申请公开信息内容', '申请公开事项', '申请公开信息'],
    ...['所需信息内容', '申请公开的内容', '内容描述', '申请公开的政府信息', '所需政府信息内容'],
    ...['申请信息内容', '主要内容', '申请公开政府信息内容', '所需信息的内容描述'],
  ],
  informationNumber: ['所需信息文号', '信息文号', '文件编号', '文件号', '所需文件文号'],
  filedOn: ['提交时间'],
  receivedOn: [
    ...['收件日期', '收到申请日期', '申请日期', '申请时间', '受理日期', '受理时间', '收到时间'],
    ...['登记日期', '收文日期', '收件时间', '收到申请时间', '接收日期', '登记时间', '收到之日'],
  ],
  agency: [
    ...['承办单位', '承办部门', '责任单位', '办理单位', '答复单位', '答复机关', '受理机关'],
    ...['受理单位', '主办单位', '办理部门', '责任部门', '承办科室', '答复主体'],
  ],
  status: ['办理状态'],
  supplement: ['补正情况', '是否补正', '补正通知', '补正日期', '补正告知'],
  thirdParty: [
    ...['征求第三方意见', '第三方意见', '是否征求第三方意见', '征求意见', '征求第三方意见情况'],
    ...['第三方意见征询', '是否征求第三方'],
  ],
  extension: ['延期', '是否延期', '延长答复', '延期答复', '延长答复期限', '是否延长', '延期情况'],
  fee: ['收费情况', '信息处理费', '收费金额', '是否收费', '费用'],
  dueOn: [
    ...['办理期限', '应答复日期', '到期日期', '截止日期', '法定期限', '答复截止日期', '应办结日期'],
    ...['答复期限届满日', '法定答复期限', '办结期限', '应答复时间', '答复截止时间', '到期日'],
  ],
  decidedOn: [
    ...['答复时间', '办结日期', '办结时间', '回复日期', '回复时间', '办理日期', '答复书日期'],
    ...['实际答复日期', '实际答复时间', '答复书作出日期', '作出答复日期'],
  ],
  replyKind: [
    ...['答复结果', '办理结果', '处理结果', '答复情况', '处理方式', '答复种类', '公开类别'],
    ...['答复类别', '办理情况', '答复方式', '处理情况', '公开情况', '答复意见'],
  ],
  annualRow: ['年报口径', '年报类别', '年报分类', '年报统计项', '年报行次'],
  letterNumber: [
    ...['答复书文号', '答复书编号', '答复文号', '告知书编号', '答复书号', '告知书文号'],
    ...['答复编号', '答复书字号', '文书号', '发文字号'],
  ],
  servedOn: ['送达日期', '送达时间', '送达情况', '寄出日期', '邮寄日期', '发出日期'],
  onTime: ['是否按时', '按期', '是否按期答复', '是否按时答复', '是否在法定期限内答复', '按期答复'],
  lateEntry: ['补录情况'],
  archivedOn: ['归档日期', '归档时间', '归档情况', '存档日期'],
};

/** Letters and digits alone: spaces, line breaks, signs and what stands in brackets do not count. */
const plain = (heading: string): string =>
  heading
    .normalize('NFKC')
    .replace(/\([^()]*\)/gu, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

const KNOWN = new Map<string, LedgerColumn>(
  LEDGER_COLUMNS.flatMap((column) =>
    [
      ...SYNONYMS[column],
      messages['zh-CN'].ledger.columns[column],
      messages.en.ledger.columns[column],
    ].map((heading): [string, LedgerColumn] => [plain(heading), column]),
  ),
);

/** The column that a heading names, in whatever spelling. */
export const ledgerColumn = (heading: string): LedgerColumn | undefined =>
  KNOWN.get(plain(heading));
