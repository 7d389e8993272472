import { NUMERAL_CHARACTERS } from '../chinese-numerals';

/** Patterns of Chinese official prose, shared by the readers of names, numbers and articles. */
export const N = `[${NUMERAL_CHARACTERS}]`;

/** What the name of a document ends with; the longer ends first, as some hold others. */
const KINDS_OF_TEXT =
  '法典|法|条例|规定|办法|细则|规则|规程|章程|准则|守则|规范|解释|决定|决议|通知|意见|批复|安排|' +
  '方案|标准|制度|纲要|公告|通告|命令|令|修正案|公约|条约|协定|协议|议定书|宪章|合同|备忘录|指引|指南|' +
  '宪法|附件|附录|附表|附则|法律|法规|规章|文件|原则|规约|文本|约定|大纲|清单|目录|名录';
export const ENDS_AS_NAME = new RegExp(`(?:${KINDS_OF_TEXT})$`, 'u');

/** 本法, 本条例, 本暂行办法: the text speaks of itself. */
export const ENDS_WITH_SELF = new RegExp(
  `本\\s*(?:暂行|试行|实施|若干|补充|工作|管理|具体)?(?:${KINDS_OF_TEXT})\\s*$`,
  'u',
);
export const ENDS_WITH_THAT = new RegExp(`(?:该|上述|前述|同一?)(?:${KINDS_OF_TEXT})\\s*$`, 'u');

/**
 * Between a law and its article: 第二章, a short name in brackets, 中, 的. Each blank is read by one part alone and a run of
 * them from its first: the time that a long one takes would else grow with the fourth power of its length.
 */
export const BETWEEN = new RegExp(
  `(?<!\\s)(?:\\s*[（(][^（）()]{0,80}[）)])?(?:\\s*第\\s*${N}+\\s*(?:分编|编|章|节))*` +
    '(?:\\s*(?:中的|规定的|的|中|之))?\\s*$',
  'u',
);

/** What may stand between two articles of one law: 第三条、第五条第一款第二项至第四项和第八条. */
export const ONLY_JOINS = new RegExp(
  `^(?:[\\s、，,和与及至到或的—–～~－第（）()款项目${NUMERAL_CHARACTERS}-]|以及|或者|并且?|直至|规定|所列|有关|相关|之一)*$`,
  'u',
);

/** What may come before an unmarked name; otherwise it may be the end of a longer one. */
export const ENDS_BEFORE_NAME = new RegExp(
  '(?:^|[^\\p{Script=Han}]|[依按遵比参]照|依据|根据|适用|执行|违反|触犯|[符适]合|属于?|[具享]有|具备|' +
    '认定|构成|视为|作为|行使|履行|援[引用]|引用|参见|所称|达到|实施|涉嫌|未尽|不服|包括|承担|删去|影响|主张|审理|审查|遵守|从事|采取|修订|超过|超出|支付|受理|确定|提交|出现|存在|' +
    '发生|办理|取得|指定|请求|提供|提起|处分|使用|落入|界定|计入|规避|关于|国务院|现行|国家的|' +
    '[其但且是为的了和与及或并对在将由于因从按据依后前称到除经受如即指有犯同就以把自至向者])$',
  'u',
);
/** 修订前的刑法, 原刑法. */
export const ENDS_WITH_PAST = /(?:修[改正订](?:之)?(?:以)?前的?|施行前的?|原|旧的?)$/u;

/** After a name these make it a longer one: 刑法修正案, 民事诉讼法解释, 合同法律. */
export const GOES_ON =
  /^(?:律|典|官|院|庭|学|规|定|人|修正|实施|施行|解释|细则|条例|办法|草案|司法)/u;
