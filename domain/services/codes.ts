import type { Entry } from '../catalogue/codes';

/** 办事服务: for whom. */
export const SERVICE_AUDIENCES = [
  { code: 'people', zh: '个人', en: 'People' },
  { code: 'business', zh: '企业和组织', en: 'Businesses and organisations' },
] as const satisfies readonly Entry[];
export type ServiceAudience = (typeof SERVICE_AUDIENCES)[number]['code'];

export const SERVICE_SUBJECTS = [
  { code: 'birth', zh: '生育收养', en: 'Birth and adoption' },
  { code: 'household', zh: '户籍证件', en: 'Household registration and papers' },
  { code: 'education', zh: '教育入学', en: 'School' },
  { code: 'work', zh: '就业社保', en: 'Work and social insurance' },
  { code: 'health', zh: '医疗健康', en: 'Health' },
  { code: 'housing', zh: '住房不动产', en: 'Housing and property' },
  { code: 'support', zh: '救助养老', en: 'Support and old age' },
  { code: 'transport', zh: '交通出行', en: 'Transport' },
  { code: 'company', zh: '企业开办与经营', en: 'Running a business' },
  { code: 'farming', zh: '三农', en: 'Farming' },
  { code: 'other', zh: '其他', en: 'Other' },
] as const satisfies readonly Entry[];
export type ServiceSubject = (typeof SERVICE_SUBJECTS)[number]['code'];
