import type { Label } from '../annual-reports/layouts';

/**
 * 政府网站工作年度报表, for 2017 and every year since.
 *
 * 《国务院办公厅关于做好政府网站年度报表发布工作的通知》（国办函〔2018〕12号），落实国办发〔2017〕47号《政府网站发展指引》:
 * every government website publishes it on its own pages, in the order 信息发布、专栏专题、解读回应、办事服务、互动交流、
 * 安全防护、移动新媒体、创新发展. The notice was read; the wording of the rows was written down from memory of its annex,
 * so that a clerk who holds the annex may put a label right here and nowhere else.
 */
export const FORM_SOURCE = '国办函〔2018〕12号';

/** The first year of which the form is asked. */
export const FIRST_YEAR = 2017;

export type FieldKind = 'text' | 'choice' | 'choices' | 'yes-no' | 'count' | 'days';

export type FormField = {
  code: string;
  label: Label;
  kind: FieldKind;
  unit?: Label;
  options?: readonly { code: string; label: Label }[];
  /** Asked only of those whom it concerns: no gap where it is left blank. */
  optional?: true;
};

export type FormGroup = { code: string; label: Label; fields: readonly FormField[] };

export type FormSection = {
  code: string;
  /** None for the facts of the website at the top of the form. */
  label: Label | null;
  items: readonly (FormField | FormGroup)[];
};

const words = (zh: string, en: string): Label => ({ zh, en });

const UNITS = {
  each: words('个', 'number'),
  times: words('次', 'times'),
  items: words('条', 'items'),
  articles: words('篇', 'articles'),
  services: words('项', 'services'),
  cases: words('件', 'cases'),
  days: words('天', 'days'),
  rounds: words('期', 'rounds'),
};

const text = (code: string, zh: string, en: string, optional?: true): FormField => ({
  code,
  label: words(zh, en),
  kind: 'text',
  ...(optional && { optional }),
});
const count = (code: string, zh: string, en: string, unit: keyof typeof UNITS): FormField => ({
  code,
  label: words(zh, en),
  kind: unit === 'days' ? 'days' : 'count',
  unit: UNITS[unit],
});
const yesNo = (code: string, zh: string, en: string): FormField => ({
  code,
  label: words(zh, en),
  kind: 'yes-no',
});
const group = (code: string, zh: string, en: string, fields: readonly FormField[]): FormGroup => ({
  code,
  label: words(zh, en),
  fields,
});

export const SECTIONS: readonly FormSection[] = [
  {
    code: 'identity',
    label: null,
    items: [
      text('site-name', '网站名称', 'Name of the website'),
      text('home-page', '首页网址', 'Address of the home page'),
      text('organiser', '主办单位', 'Run by'),
      {
        code: 'site-type',
        label: words('网站类型', 'Type of website'),
        kind: 'choice',
        options: [
          { code: 'portal', label: words('政府门户网站', 'Government portal') },
          { code: 'department', label: words('部门网站', 'Website of a department') },
          { code: 'special', label: words('专项网站', 'Website for one purpose') },
        ],
      },
      text('site-code', '政府网站标识码', 'Government website code'),
      text('icp', 'ICP备案号', 'ICP filing'),
      text('police', '公安机关备案号', 'Public security filing'),
      count('visitors', '独立用户访问总量', 'Visitors', 'each'),
      count('visits', '网站总访问量', 'Visits', 'times'),
    ],
  },
  {
    code: 'publishing',
    label: words('信息发布', 'Information published'),
    items: [
      count('published-total', '总数', 'Total', 'items'),
      count('published-overview', '概况类信息更新量', 'About the place', 'items'),
      count('published-news', '政务动态信息更新量', 'Government news', 'items'),
      count('published-catalogue', '信息公开目录信息更新量', 'Disclosure catalogue', 'items'),
    ],
  },
  {
    code: 'topics',
    label: words('专栏专题', 'Topics'),
    items: [
      count('topics-kept', '维护数量', 'Kept up', 'each'),
      count('topics-opened', '新开设数量', 'Newly opened', 'each'),
    ],
  },
  {
    code: 'explaining',
    label: words('解读回应', 'Explaining and responding'),
    items: [
      group('interpretations', '解读信息发布', 'Interpretations published', [
        count('interpretations-total', '总数', 'Total', 'items'),
        count('interpretation-materials', '解读材料数量', 'Written interpretations', 'items'),
        count(
          'interpretation-products',
          '解读产品数量（图表、图解、音频、视频）',
          'Charts, pictures, sound and video',
          'each',
        ),
        count('interpretation-comments', '媒体评论文章数量', 'Comments in the media', 'articles'),
      ]),
      count(
        'responses',
        '回应公众关注热点或重大舆情数量',
        'Responses to what concerns the public',
        'times',
      ),
    ],
  },
  {
    code: 'services',
    label: words('办事服务', 'Services'),
    items: [
      yesNo('has-service-list', '是否发布服务事项目录', 'Publishes a list of services'),
      count('registered-users', '注册用户数', 'Registered users', 'each'),
      count('services', '政务服务事项数量', 'Services', 'services'),
      count(
        'online-services',
        '可全程在线办理政务服务事项数量',
        'Services entirely online',
        'services',
      ),
      group('cases', '办件量', 'Cases handled', [
        count('cases-total', '总数', 'Total', 'cases'),
        count('cases-natural', '自然人办件量', 'Of persons', 'cases'),
        count('cases-legal', '法人办件量', 'Of legal persons', 'cases'),
      ]),
    ],
  },
  {
    code: 'interaction',
    label: words('互动交流', 'Interaction'),
    items: [
      yesNo('one-platform', '是否使用统一平台', 'Uses one platform for it'),
      group('messages', '留言办理', 'Messages', [
        count('messages-received', '收到留言数量', 'Received', 'items'),
        count('messages-closed', '办结留言数量', 'Closed', 'items'),
        count('messages-days', '平均办理时间', 'Days on average', 'days'),
        count('messages-published', '公开答复数量', 'Replies published', 'items'),
      ]),
      group('consulting', '征集调查', 'Consultations', [
        count('consultations', '征集调查期数', 'Consultations', 'rounds'),
        count('opinions', '收到意见数量', 'Opinions received', 'items'),
        count('consultations-reported', '公布调查结果期数', 'Results published', 'rounds'),
      ]),
      group('interviewing', '在线访谈', 'Online interviews', [
        count('interviews', '访谈期数', 'Interviews', 'rounds'),
        count('interview-questions', '网民留言数量', 'Questions from the public', 'items'),
        count('interview-answers', '答复网民提问数量', 'Questions answered', 'items'),
      ]),
      yesNo('has-smart-answers', '是否提供智能问答', 'Answers questions by machine'),
    ],
  },
  {
    code: 'security',
    label: words('安全防护', 'Security'),
    items: [
      count('security-checks', '安全检测评估次数', 'Security examinations', 'times'),
      count('security-problems', '发现问题数量', 'Problems found', 'each'),
      count('security-fixed', '问题整改数量', 'Problems put right', 'each'),
      yesNo('has-warning', '是否建立安全监测预警机制', 'Monitoring and early warning'),
      yesNo('has-drill', '是否开展应急演练', 'Emergency exercises'),
      yesNo('has-responsible', '是否明确网站安全责任人', 'Somebody answers for security'),
    ],
  },
  {
    code: 'media',
    label: words('移动新媒体', 'Mobile and social media'),
    items: [
      yesNo('has-new-media', '是否有移动新媒体', 'Has accounts or apps'),
      group('weibo', '微博', 'Weibo', [
        text('weibo-name', '名称', 'Name', true),
        { ...count('weibo-posts', '信息发布量', 'Posts', 'items'), optional: true },
        { ...count('weibo-followers', '关注量', 'Followers', 'each'), optional: true },
      ]),
      group('wechat', '微信', 'WeChat', [
        text('wechat-name', '名称', 'Name', true),
        { ...count('wechat-posts', '信息发布量', 'Posts', 'items'), optional: true },
        { ...count('wechat-subscribers', '订阅数', 'Subscribers', 'each'), optional: true },
      ]),
      text('other-media', '其他', 'Others', true),
    ],
  },
  {
    code: 'innovation',
    label: words('创新发展', 'Innovation'),
    items: [
      {
        code: 'innovations',
        label: words('创新做法', 'What is offered'),
        kind: 'choices',
        optional: true,
        options: [
          { code: 'search', label: words('搜索即服务', 'Search that serves') },
          { code: 'languages', label: words('多语言版本', 'Several languages') },
          { code: 'accessible', label: words('无障碍浏览', 'Accessible browsing') },
          { code: 'personal', label: words('千人千网', 'A site for each user') },
        ],
      },
      text('innovations-other', '其他', 'Others', true),
    ],
  },
];

export const isGroup = (item: FormField | FormGroup): item is FormGroup => 'fields' in item;

/** Every field in the order of the form. */
export const FIELDS: readonly FormField[] = SECTIONS.flatMap(({ items }) =>
  items.flatMap((item) => (isGroup(item) ? item.fields : [item])),
);

/** @throws RangeError for a code that the form does not have. */
export function fieldOf(code: string): FormField {
  const field = FIELDS.find((one) => one.code === code);
  if (!field) throw new RangeError(`The form has no field ${code}`);
  return field;
}

/** The names that lead to a field from the outside in: 解读回应, 解读信息发布, 总数. */
export function pathOf(code: string): Label[] {
  for (const { label, items } of SECTIONS) {
    for (const item of items) {
      const found = isGroup(item)
        ? item.fields.find((field) => field.code === code)
        : item.code === code && item;
      if (found) {
        return [...(label ? [label] : []), ...(isGroup(item) ? [item.label] : []), found.label];
      }
    }
  }
  return [];
}
