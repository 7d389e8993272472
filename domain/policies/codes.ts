import type { Entry } from '../catalogue/codes';

/** 行业, as the finder asks for it: by the sections of GB/T 4754, the small ones taken together. */
export const TRADES = [
  { code: 'farming', zh: '农林牧渔', en: 'Farming, forestry and fishing' },
  { code: 'manufacturing', zh: '制造业', en: 'Manufacturing' },
  { code: 'construction', zh: '建筑业', en: 'Construction' },
  { code: 'retail', zh: '批发零售', en: 'Wholesale and retail' },
  { code: 'transport', zh: '交通物流', en: 'Transport and logistics' },
  { code: 'catering', zh: '住宿餐饮', en: 'Hotels and catering' },
  { code: 'tourism', zh: '文化旅游', en: 'Culture and tourism' },
  { code: 'technology', zh: '信息技术与科研', en: 'Information technology and research' },
  { code: 'services', zh: '其他服务业', en: 'Other services' },
] as const satisfies readonly Entry[];
export type Trade = (typeof TRADES)[number]['code'];

export const SIZES = [
  { code: 'self-employed', zh: '个体工商户', en: 'Self-employed' },
  { code: 'micro', zh: '小微企业', en: 'Small or micro business' },
  { code: 'medium', zh: '中型企业', en: 'Medium business' },
  { code: 'large', zh: '大型企业', en: 'Large business' },
  { code: 'cooperative', zh: '农民合作社、家庭农场', en: 'Farm or cooperative' },
] as const satisfies readonly Entry[];
export type Size = (typeof SIZES)[number]['code'];

export const NEEDS = [
  { code: 'start', zh: '开办创业', en: 'Starting up' },
  { code: 'funding', zh: '资金补贴', en: 'Grants' },
  { code: 'loan', zh: '贷款融资', en: 'Loans' },
  { code: 'tax', zh: '减税降费', en: 'Tax and fees' },
  { code: 'staff', zh: '招人用工', en: 'Hiring' },
  { code: 'premises', zh: '场地用地', en: 'Premises and land' },
  { code: 'innovation', zh: '技术改造与创新', en: 'Innovation' },
  { code: 'market', zh: '开拓市场', en: 'Finding customers' },
] as const satisfies readonly Entry[];
export type Need = (typeof NEEDS)[number]['code'];
