import type { Entry } from './codes';
import type { Domain } from './domains';
import type { Level } from './items';

/**
 * 《中华人民共和国政府信息公开条例》第二十一条: 除本条例第二十条规定的政府信息外，设区的市级、县级人民政府及其部门还应当
 * 根据本地方的具体情况，主动公开涉及市政建设、公共服务、公益事业、土地征收、房屋征收、治安管理、社会救助等方面的政府信息；
 * 乡（镇）人民政府还应当根据本地方的具体情况，主动公开贯彻落实农业农村政策、农田水利工程建设运营、农村土地承包经营权流转、
 * 宅基地使用情况审核、土地征收、房屋征收、筹资筹劳、社会救助等方面的政府信息。
 *
 * Each matter with the fields of the standard catalogues (国办发〔2019〕54号) that carry it out. Where no
 * field does, its texts are found by their words.
 */
export type LocalItem = Entry & {
  readonly level: Level;
  readonly domains: readonly Domain[];
  /** What to search for. */
  readonly words: string;
};

export const LOCAL_ITEMS = [
  {
    level: 'county',
    code: 'municipal-works',
    zh: '市政建设',
    en: 'Municipal works',
    domains: ['municipal-services', 'urban-enforcement'],
    words: '市政建设',
  },
  {
    level: 'county',
    code: 'public-services',
    zh: '公共服务',
    en: 'Public services',
    domains: ['employment', 'social-insurance', 'legal-services'],
    words: '公共服务',
  },
  {
    level: 'county',
    code: 'public-welfare',
    zh: '公益事业',
    en: 'Public welfare',
    domains: ['compulsory-education', 'health-care', 'public-culture', 'elder-care'],
    words: '公益事业',
  },
  {
    level: 'county',
    code: 'land-expropriation',
    zh: '土地征收',
    en: 'Expropriation of land',
    domains: ['land-compensation'],
    words: '土地征收',
  },
  {
    level: 'county',
    code: 'housing-expropriation',
    zh: '房屋征收',
    en: 'Expropriation of houses',
    domains: ['housing-expropriation'],
    words: '房屋征收',
  },
  {
    level: 'county',
    code: 'public-order',
    zh: '治安管理',
    en: 'Public order',
    domains: ['household-registration'],
    words: '治安管理',
  },
  {
    level: 'county',
    code: 'social-assistance',
    zh: '社会救助',
    en: 'Social assistance',
    domains: ['social-assistance', 'disaster-relief'],
    words: '社会救助',
  },
  {
    level: 'township',
    code: 'farm-policies',
    zh: '贯彻落实农业农村政策',
    en: 'Policies for farming and the countryside',
    domains: ['farm-subsidies', 'poverty-relief'],
    words: '农业农村政策',
  },
  {
    level: 'township',
    code: 'irrigation',
    zh: '农田水利工程建设运营',
    en: 'Building and running of irrigation works',
    domains: [],
    words: '农田水利',
  },
  {
    level: 'township',
    code: 'land-transfer',
    zh: '农村土地承包经营权流转',
    en: 'Transfer of rights to farm land',
    domains: [],
    words: '土地承包经营权流转',
  },
  {
    level: 'township',
    code: 'house-sites',
    zh: '宅基地使用情况审核',
    en: 'Examination of house sites',
    domains: ['spatial-planning'],
    words: '宅基地',
  },
  {
    level: 'township',
    code: 'township-land',
    zh: '土地征收',
    en: 'Expropriation of land',
    domains: ['land-compensation'],
    words: '征地补偿',
  },
  {
    level: 'township',
    code: 'township-housing',
    zh: '房屋征收',
    en: 'Expropriation of houses',
    domains: [],
    words: '房屋征收',
  },
  {
    level: 'township',
    code: 'contributions',
    zh: '筹资筹劳',
    en: 'Contributions of money and labour',
    domains: [],
    words: '筹资筹劳',
  },
  {
    level: 'township',
    code: 'township-assistance',
    zh: '社会救助',
    en: 'Social assistance',
    domains: ['social-assistance', 'disaster-relief'],
    words: '社会救助',
  },
] as const satisfies readonly LocalItem[];
