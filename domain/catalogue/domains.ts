import type { Entry } from './codes';

/**
 * 基层政务公开标准目录: the twenty-six fields in which counties and townships disclose by a standard
 * catalogue (国办发〔2019〕54号), in the order of the notice.
 */
export const DOMAINS = [
  { code: 'spatial-planning', zh: '国土空间规划', en: 'Spatial planning' },
  { code: 'major-projects', zh: '重大建设项目', en: 'Major construction projects' },
  { code: 'public-resources', zh: '公共资源交易', en: 'Public resource trading' },
  { code: 'budgets', zh: '财政预决算', en: 'Budgets and final accounts' },
  { code: 'work-safety', zh: '安全生产', en: 'Work safety' },
  { code: 'taxation', zh: '税收管理', en: 'Tax administration' },
  { code: 'land-compensation', zh: '征地补偿', en: 'Land expropriation and compensation' },
  {
    code: 'housing-expropriation',
    zh: '国有土地上房屋征收与补偿',
    en: 'Expropriation of houses on state-owned land',
  },
  { code: 'subsidised-housing', zh: '保障性住房', en: 'Subsidised housing' },
  { code: 'rural-houses', zh: '农村危房改造', en: 'Repair of unsafe rural houses' },
  { code: 'environment', zh: '生态环境', en: 'Environment' },
  { code: 'public-culture', zh: '公共文化服务', en: 'Public culture' },
  { code: 'legal-services', zh: '公共法律服务', en: 'Public legal services' },
  { code: 'poverty-relief', zh: '扶贫', en: 'Poverty relief' },
  { code: 'disaster-relief', zh: '救灾', en: 'Disaster relief' },
  { code: 'food-drugs', zh: '食品药品监管', en: 'Food and drug regulation' },
  { code: 'urban-enforcement', zh: '城市综合执法', en: 'Urban law enforcement' },
  { code: 'employment', zh: '就业', en: 'Employment' },
  { code: 'social-insurance', zh: '社会保险', en: 'Social insurance' },
  { code: 'social-assistance', zh: '社会救助', en: 'Social assistance' },
  { code: 'elder-care', zh: '养老服务', en: 'Elder care' },
  { code: 'household-registration', zh: '户籍管理', en: 'Household registration' },
  { code: 'farm-subsidies', zh: '涉农补贴', en: 'Farm subsidies' },
  { code: 'compulsory-education', zh: '义务教育', en: 'Compulsory education' },
  { code: 'health-care', zh: '医疗卫生', en: 'Health care' },
  { code: 'municipal-services', zh: '市政服务', en: 'Municipal services' },
] as const satisfies readonly Entry[];

export type Domain = (typeof DOMAINS)[number]['code'];
