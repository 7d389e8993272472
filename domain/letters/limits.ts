/** How many working days an answer may take, as it stands before an administrator changes it. */
export type ResponseLimit = { days: number; zh: string; en: string };

/**
 * 办理时限. The State Council's general office asks for letters “对简单常见咨询一般应在5个工作日内答复，其他
 * 在15个工作日内” (国办发〔2017〕47号; taken from the notice as it is quoted, not read in full). The others are
 * the county's own to set: each office may correct them without touching code.
 */
export const RESPONSE_LIMITS = {
  simpleLetterDays: { days: 5, zh: '简单来信：答复', en: 'Simple letters: reply' },
  otherLetterDays: { days: 15, zh: '其他来信：答复', en: 'Other letters: reply' },
  routingDays: { days: 1, zh: '来信：分办', en: 'Letters: routing' },
  correctionDays: { days: 3, zh: '网站找错：处理完毕', en: 'Corrections: closing' },
  recordDays: { days: 20, zh: '更正本人信息：答复', en: 'Correction of one’s own record: reply' },
  moderationDays: { days: 2, zh: '公众意见：审看', en: 'Comments: moderation' },
  outcomeDays: { days: 20, zh: '意见征集：公布结果', en: 'Consultations: outcome' },
} as const satisfies Record<string, ResponseLimit>;

export type ResponseLimitName = keyof typeof RESPONSE_LIMITS;
/** Working days by name, as an administrator left them. */
export type ResponseLimitDays = Record<ResponseLimitName, number>;
