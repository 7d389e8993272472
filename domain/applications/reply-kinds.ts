import type { ApplicationRow, LayoutCode } from '../annual-reports/tables';

/**
 * Every way to answer an application, with the article it stands on, the row of the annual table
 * it is counted in, and whether the applicant must ask for review before going to court.
 * Names are in messages `applications.replies.kinds.<code>`.
 */
export const replyKindCodes = [
  'granted', // 予以公开
  'already-public', // 已主动公开，告知获取方式
  'partial', // 部分公开
  'refused-secret', // 不予公开：国家秘密
  'refused-law', // 不予公开：法律、行政法规禁止
  'refused-safety', // 不予公开：三安全一稳定
  'refused-third-party', // 不予公开：第三方合法权益
  'refused-internal', // 不予公开：内部事务信息
  'refused-process', // 不予公开：过程性信息
  'refused-enforcement', // 不予公开：行政执法案卷
  'special-inquiry', // 行政查询事项
  'not-existing', // 信息不存在
  'not-ours', // 不属于本机关负责公开
  'to-be-made', // 没有现成信息，需另行制作
  'still-unclear', // 补正后仍不明确
  'petition', // 信访、举报、投诉
  'repeat', // 重复申请
  'publication', // 公开出版物
  'excessive', // 无正当理由大量反复申请
  'reissue', // 要求确认或者重新出具已获取信息
  'not-supplemented', // 逾期不补正
  'unpaid', // 逾期不缴费
  'other', // 其他处理
] as const;
export type ReplyKind = (typeof replyKindCodes)[number];

/** An article of 中华人民共和国政府信息公开条例 (2019), as a letter cites it, and its decisive words. */
export type Basis = {
  article: string;
  quote: string;
  /** Its words are true only where a third party was asked and does not agree. */
  needsObjection?: true;
};

export type ReplyKindRule = {
  basis: Basis[];
  /** A notice beside the Regulation on which it stands as well, as a letter names it. */
  notice?: string;
  /** The row of the annual table in the 2021 layout; see `annualRow` for the other. */
  row: ApplicationRow;
  /**
   * Whether review comes before a lawsuit.
   *
   * 行政复议法（2023）第二十三条第一款: “有下列情形之一的，申请人应当先向行政复议机关申请行政复议……（四）申请政府信息公开，行政机关不予公开”.
   * It covers every row of （三）不予公开, and the withheld part of a partial disclosure. Where the
   * reading is open (行政查询事项), review first is the answer that costs the applicant no right.
   */
  isReviewFirst: boolean;
};

/** Whether a value is one of the reply kinds. */
export const isReplyKind = (value: unknown): value is ReplyKind =>
  typeof value === 'string' && (replyKindCodes as readonly string[]).includes(value);

/** The row of the annual table in which a reply of this kind is counted. */
export function annualRow(kind: ReplyKind, layout: LayoutCode): ApplicationRow {
  const { row } = replyKinds[kind];
  // The 2019 layout has one row for all of （六）其他处理.
  return layout === '2019' && row.startsWith('other-') ? 'other' : row;
}

const refusal: Basis = {
  article: '第三十六条第（三）项',
  quote: '行政机关依据本条例的规定决定不予公开的，告知申请人不予公开并说明理由',
};

const stateInterests = (quote: string): Basis => ({ article: '第十四条', quote });

const refused = (row: ApplicationRow, ...basis: Basis[]): ReplyKindRule => ({
  basis: [refusal, ...basis],
  row,
  isReviewFirst: true,
});

const answered = (row: ApplicationRow, article: string, quote: string): ReplyKindRule => ({
  basis: [{ article, quote }],
  row,
  isReviewFirst: false,
});

const notSupplemented =
  '申请人无正当理由逾期不补正的，视为放弃申请，行政机关不再处理该政府信息公开申请';

/** What the law says about each kind of reply. */
export const replyKinds: Record<ReplyKind, ReplyKindRule> = {
  granted: answered(
    'granted',
    '第三十六条第（二）项',
    '所申请公开信息可以公开的，向申请人提供该政府信息，或者告知申请人获取该政府信息的方式、途径和时间',
  ),
  'already-public': answered(
    'granted',
    '第三十六条第（一）项',
    '所申请公开信息已经主动公开的，告知申请人获取该政府信息的方式、途径',
  ),
  partial: {
    ...answered(
      'partial',
      '第三十七条',
      '能够作区分处理的，行政机关应当向申请人提供可以公开的政府信息内容，并对不予公开的内容说明理由',
    ),
    isReviewFirst: true,
  },
  'refused-secret': refused(
    'refused-secret',
    stateInterests('依法确定为国家秘密的政府信息……不予公开'),
  ),
  'refused-law': refused(
    'refused-law',
    stateInterests('法律、行政法规禁止公开的政府信息……不予公开'),
  ),
  'refused-safety': refused(
    'refused-safety',
    stateInterests('公开后可能危及国家安全、公共安全、经济安全、社会稳定的政府信息，不予公开'),
  ),
  'refused-third-party': refused(
    'refused-third-party',
    {
      article: '第十五条',
      quote: '涉及商业秘密、个人隐私等公开会对第三方合法权益造成损害的政府信息，行政机关不得公开',
    },
    {
      article: '第三十二条',
      quote: '第三方不同意公开且有合理理由的，行政机关不予公开',
      needsObjection: true,
    },
  ),
  'refused-internal': refused('refused-internal', {
    article: '第十六条第一款',
    quote: '行政机关的内部事务信息，包括人事管理、后勤管理、内部工作流程等方面的信息，可以不予公开',
  }),
  'refused-process': refused('refused-process', {
    article: '第十六条第二款',
    quote: '讨论记录、过程稿、磋商信函、请示报告等过程性信息……可以不予公开',
  }),
  'refused-enforcement': refused('refused-enforcement', {
    article: '第十六条第二款',
    quote: '行政执法案卷信息，可以不予公开',
  }),
  'special-inquiry': {
    ...answered(
      'refused-inquiry',
      '第三十六条第（七）项',
      '有关法律、行政法规对信息的获取有特别规定的，告知申请人依照有关法律、行政法规的规定办理',
    ),
    isReviewFirst: true,
  },
  'not-existing': answered(
    'unavailable-not-held',
    '第三十六条第（四）项',
    '经检索没有所申请公开信息的，告知申请人该政府信息不存在',
  ),
  'not-ours': answered(
    'unavailable-not-held',
    '第三十六条第（五）项',
    '所申请公开信息不属于本行政机关负责公开的，告知申请人并说明理由；能够确定负责公开该政府信息的行政机关的，告知申请人该行政机关的名称、联系方式',
  ),
  'to-be-made': answered(
    'unavailable-to-be-made',
    '第三十八条',
    '需要行政机关对现有政府信息进行加工、分析的，行政机关可以不予提供',
  ),
  'still-unclear': answered(
    'unavailable-unclear',
    '第三十条',
    '政府信息公开申请内容不明确的，行政机关应当给予指导和释明，并自收到申请之日起7个工作日内一次性告知申请人作出补正',
  ),
  petition: answered(
    'declined-petition',
    '第三十九条第一款',
    '申请人以政府信息公开申请的形式进行信访、投诉、举报等活动，行政机关应当告知申请人不作为政府信息公开申请处理并可以告知通过相应渠道提出',
  ),
  repeat: answered(
    'declined-repeat',
    '第三十六条第（六）项',
    '申请人重复申请公开相同政府信息的，告知申请人不予重复处理',
  ),
  publication: answered(
    'declined-publication',
    '第三十九条第二款',
    '要求行政机关提供政府公报、报刊、书籍等公开出版物的，行政机关可以告知获取的途径',
  ),
  excessive: answered(
    'declined-excessive',
    '第三十五条',
    '行政机关认为申请理由不合理的，告知申请人不予处理',
  ),
  // The Regulation has no article of its own for this row; the information was already given.
  reissue: answered(
    'declined-reissue',
    '第三十六条第（六）项',
    '行政机关已就申请人提出的政府信息公开申请作出答复、申请人重复申请公开相同政府信息的，告知申请人不予重复处理',
  ),
  'not-supplemented': answered('other-not-supplemented', '第三十条', notSupplemented),
  unpaid: {
    ...answered(
      'other-unpaid',
      '第四十二条',
      '申请人申请公开政府信息的数量、频次明显超过合理范围的，行政机关可以收取信息处理费',
    ),
    // The Regulation allows the fee; that who does not pay gives up is said in the notice alone.
    notice: '《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）',
  },
  other: answered('other-else', '第三十六条', '行政机关根据下列情况分别作出答复'),
};
