import type { Entry } from '../catalogue/codes';

/** 建议提案: who made it. */
export const PROPOSER_KINDS = [
  { code: 'deputy', zh: '人大代表建议', en: "Suggestion of a people's congress deputy" },
  { code: 'member', zh: '政协委员提案', en: 'Proposal of a CPPCC member' },
] as const satisfies readonly Entry[];
export type ProposerKind = (typeof PROPOSER_KINDS)[number]['code'];

/** 办理结果: the letters that stand on the reply. */
export const PROPOSAL_RESULTS = [
  { code: 'a', zh: 'A类：已经解决或采纳', en: 'A: solved or taken up' },
  { code: 'b', zh: 'B类：正在解决或列入计划', en: 'B: being solved or planned' },
  { code: 'c', zh: 'C类：因条件限制留作参考', en: 'C: kept for reference' },
] as const satisfies readonly Entry[];
export type ProposalResult = (typeof PROPOSAL_RESULTS)[number]['code'];
