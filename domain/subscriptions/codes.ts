import type { Entry } from '../catalogue/codes';

/** What a subscription follows; its `target` is the slug, code, or search that goes with it. */
export const SUBSCRIPTION_SUBJECTS = [
  { code: 'all', zh: '全部新发布', en: 'Everything new' },
  { code: 'agency', zh: '机构', en: 'Agency' },
  { code: 'theme', zh: '主题', en: 'Theme' },
  { code: 'column', zh: '栏目', en: 'Column' },
  { code: 'topic', zh: '专题', en: 'Topic' },
  { code: 'search', zh: '检索', en: 'Search' },
  { code: 'document', zh: '文件变化', en: 'Changes of a document' },
] as const satisfies readonly Entry[];
export type SubscriptionSubject = (typeof SUBSCRIPTION_SUBJECTS)[number]['code'];

export const FREQUENCIES = [
  { code: 'daily', zh: '每日', en: 'Daily' },
  { code: 'weekly', zh: '每周', en: 'Weekly' },
] as const satisfies readonly Entry[];
export type Frequency = (typeof FREQUENCIES)[number]['code'];

/** `suspended`: the mail server refused the address for good; the office sees it. */
export const SUBSCRIPTION_STATES = [
  { code: 'unconfirmed', zh: '待确认', en: 'Not confirmed' },
  { code: 'active', zh: '有效', en: 'Active' },
  { code: 'left', zh: '已退订', en: 'Left' },
  { code: 'suspended', zh: '邮件被拒，已暂停', en: 'Suspended: mail refused' },
] as const satisfies readonly Entry[];
export type SubscriptionState = (typeof SUBSCRIPTION_STATES)[number]['code'];

/** What happened to a public record. */
export const PUBLICATION_CHANGES = [
  { code: 'published', zh: '发布', en: 'Published' },
  { code: 'corrected', zh: '更正', en: 'Corrected' },
  { code: 'validity', zh: '效力变化', en: 'Validity changed' },
  { code: 'withdrawn', zh: '撤下', en: 'Withdrawn' },
] as const satisfies readonly Entry[];
export type PublicationChange = (typeof PUBLICATION_CHANGES)[number]['code'];
