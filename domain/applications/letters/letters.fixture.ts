import { readFileSync } from 'node:fs';
import { replyKindCodes, type ReplyKind } from '../reply-kinds';
import type { LetterFacts, LetterWords } from './facts';
import { letterKindFor, type LetterKind } from './kinds';
import type { LetterTemplate } from './template';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../messages/${name}.json`, import.meta.url), 'utf8'));

const applications = read('zh-CN/applications') as {
  replies: { kinds: LetterWords['replyKinds'] };
  forms: LetterWords['forms'];
  delivery: LetterWords['delivery'];
};
const letters = read('official/letters') as {
  sentences: LetterWords['sentences'];
  templates: Record<LetterKind, LetterTemplate>;
};

/** The words that letters are made of where nobody changed them. */
export const words: LetterWords = {
  sentences: letters.sentences,
  replyKinds: applications.replies.kinds,
  forms: applications.forms,
  delivery: applications.delivery,
};
export const templates = letters.templates;

/** A kind of reply that a letter of this kind can carry. */
export const replyFor = (kind: LetterKind): ReplyKind =>
  replyKindCodes.find((reply) => letterKindFor(reply) === kind) ?? 'granted';

/** All that can be known of a case, made up: enough for every kind of letter. */
export const facts: LetterFacts = {
  agency: '青禾县人民政府办公室',
  number: '青府办依申请〔2026〕第12号',
  date: '2026-11-24',
  applicant: '李小明',
  applicantKind: 'natural',
  receiptNumber: 'QH2026-00012-1',
  request: '青禾纸业有限公司2025年环保投入明细',
  filedOn: '2026-11-02',
  receivedOn: '2026-11-03',
  form: 'electronic',
  delivery: 'online',
  replyKind: 'refused-third-party',
  isObjected: true,
  facts: '该明细由企业报送，企业书面表示不同意公开',
  decision: '上述信息属于企业的商业秘密，本机关决定不予公开。',
  lettersPage: 'https://www.example.test/letters',
  reviewBody: '青禾县人民政府',
  court: null,
  isServedOnline: true,
  onlineReview: 'https://review.example.cn/',
  contact: '青禾县青禾大道1号，0999-2990001',
  missing: '一、请说明所需信息的年度；\n二、请说明“投入”指的是设备购置还是运行费用',
  respondBy: '2026-12-11',
  reason: '需要检索的档案数量大',
  dueOn: '2026-12-01',
  newDueOn: '2026-12-15',
  dueMayMove: null,
  newDueMayMove: null,
  workdays: 10,
  thirdParty: '青禾纸业有限公司',
  otherAgency: '青禾县生态环境局',
  subject: '青禾纸业有限公司2025年环保投入明细',
  fee: { basis: 'requests', count: 45, yuan: 4000 },
  payment: '持本通知书到青禾县非税收入征收窗口缴纳',
  withdrawnOn: '2026-11-20',
  correctedNumber: '青府办依申请〔2026〕第8号',
};
