import type { LayoutCode } from './tables';
import { layouts } from './years';
import {
  APPLIED,
  AT_END,
  COUNT,
  LINK,
  NONE,
  NONE_END,
  NUMBER,
  RESULT,
  RESULTS,
  UNIT,
  application,
  pattern,
  type Pattern,
} from './narrative-words';

const received = application(['received']);
const withCarried = application(['received', 'carried-in']);
const NEXT_YEAR = '(?:下一?年度?|次年度?|明年|(?<year>20\\d\\d)年度?)';
const LAST_YEAR = '(?:上一?年度?|去年|(?<year>20\\d\\d)年度?)';

/** What is said of the applications as a whole. */
const ANY_APPLICATION =
  '(?:任何|相关|公众|群众|公民、法人(?:和|或)其他组织|提出|的)*(?:(?:政府)?信息公开(?:的)?申请|依申请公开(?:的)?(?:政府信息|信息)?(?:的)?(?:申请|事项)?)';

/** What is said of the applications as a whole. */
const applications: Pattern[] = [
  pattern('applications', withCarried, `新收(?:与|和|加|及)上年结转(?:之和|合计)${COUNT}`, {
    isPlain: true,
  }),
  pattern(
    'applications',
    received,
    `(?:新收到?|收到|受理|接收|接到|收件)(?:了)?${APPLIED}${COUNT}`,
    { isPlain: true, wider: withCarried },
  ),
  pattern(
    'applications',
    received,
    `(?:新收到?|收到|受理|接收|接到)(?:了)?${LINK}${NUMBER}${UNIT}${APPLIED}${AT_END}`,
    { isPlain: true, wider: withCarried },
  ),
  pattern('applications', received, `新收${COUNT}`),
  pattern(
    'applications',
    received,
    `(?<!受理|办结|答复|的|重复)(?:政府信息公开申请|依申请公开(?:申请)?)(?:受理量|受理数|总数|总量|数量|共计|总计|合计|共有|共|为)+${NUMBER}${UNIT}`,
    { isPlain: true, wider: withCarried },
  ),
  pattern(
    'applications',
    application(['carried-in']),
    `${LAST_YEAR}结转(?:至|到)?(?:(?:本|今)年度?)?(?:继续办理)?(?:的)?(?:${APPLIED})?${COUNT}`,
    { yearApart: -1 },
  ),
  pattern(
    'applications',
    application(['carried-out']),
    `结转(?:至|到|入)?${NEXT_YEAR}(?:继续)?(?:办理|答复)?(?:的)?(?:${APPLIED})?${COUNT}`,
    { yearApart: 1 },
  ),
  pattern(
    'applications',
    application(['carried-out']),
    `${NUMBER}${UNIT}(?:申请)?结转(?:至|到|入)?${NEXT_YEAR}(?:继续)?(?:办理|答复)?${AT_END}`,
    { yearApart: 1 },
  ),
  pattern(
    'applications',
    application(['outcome-total']),
    `(?<!按时|期|后|限时|即时|当场|提前)(?:办结|办理完毕|办理结果(?:总计|合计|共))(?:${APPLIED})?${COUNT}`,
  ),
  pattern(
    'applications',
    received,
    `${NONE}(?:新?收到|接收到?|接到|受理|新收)${ANY_APPLICATION}${NONE_END}`,
    { isPlain: true, isNone: true },
  ),
  pattern('applications', received, `(?:没有|无)(?:新收的?)?${ANY_APPLICATION}${NONE_END}`, {
    isPlain: true,
    isNone: true,
  }),
  pattern(
    'applications',
    application(['carried-in']),
    `(?:没有|无)(?:上年度?|上一年度?)结转(?:的)?(?:${APPLIED})?${NONE_END}`,
    { isNone: true },
  ),
  pattern(
    'applications',
    application(['carried-out']),
    `(?:没有|无)(?:申请)?结转(?:至|到|入)?(?:下一?年度?|次年度?|明年)(?:继续办理)?(?:的)?(?:${APPLIED})?${NONE_END}`,
    { isNone: true },
  ),
];

const OUTCOMES: [words: string, prefix: string][] = [
  ['(?<!不)予以公开', 'granted'],
  ['部分公开', 'partial'],
  ['不予公开', 'refused-'],
  ['无法提供', 'unavailable-'],
  ['不予处理', 'declined-'],
  ['其他处理', 'other'],
];

const LEAVES: [words: string, row: string][] = [
  ['国家秘密', 'refused-secret'],
  ['法律、?行政法规禁止公开', 'refused-law'],
  ['三安全一稳定[”"]?', 'refused-safety'],
  ['第三方合法权益', 'refused-third-party'],
  ['内部事务(?:类|性)?信息', 'refused-internal'],
  ['过程性信息', 'refused-process'],
  ['行政执法案卷(?:信息)?', 'refused-enforcement'],
  ['行政查询事项', 'refused-inquiry'],
  ['不掌握(?:相关)?(?:政府)?信息', 'unavailable-not-held'],
  ['另行制作', 'unavailable-to-be-made'],
  ['补正后(?:申请内容)?仍不明确', 'unavailable-unclear'],
  ['信访(?:、?(?:举报|投诉)){1,2}类?(?:申请)?', 'declined-petition'],
  ['(?<!反复)重复申请', 'declined-repeat'],
  ['公开出版物', 'declined-publication'],
  ['大量反复申请', 'declined-excessive'],
  ['重新出具(?:已获取信息)?', 'declined-reissue'],
];

const outcomes = (code: LayoutCode): Pattern[] => {
  const all = layouts[code].applications.outcomes;
  const groups = OUTCOMES.flatMap(([words, prefix]) => {
    const rows = all.filter((row) => row === prefix || row.startsWith(prefix));
    const target = application(rows);
    const wider = prefix === 'granted' ? { wider: application(['granted', 'partial']) } : {};
    return [
      pattern('applications', target, `${words}(?:的)?(?:申请|信息)?${RESULTS}`, wider),
      pattern(
        'applications',
        target,
        `${NUMBER}${RESULT}(?:的)?(?:申请)?(?:依法|均|已|被|作出|作)*${words}(?:答复|决定)?${AT_END}`,
        wider,
      ),
    ];
  });
  const leaves = LEAVES.map(([words, row]) =>
    pattern('applications', application([row]), `${words}(?:的)?(?:申请|信息)?${RESULTS}`, {
      within: 'result',
    }),
  );
  return [...leaves, ...groups];
};

const APPLICANTS: [words: string, columns: readonly string[]][] = [
  ['自然人|公民个人|公民', ['natural']],
  ['商业企业', ['business']],
  ['科研机构', ['research']],
  ['社会公益组织', ['welfare']],
  ['法律服务机构', ['legal-service']],
];

const applicants: Pattern[] = APPLICANTS.flatMap(([words, [column]]) => [
  pattern(
    'applications',
    application([], column),
    `(?:${words})(?:申请|提出|提交)?(?:的)?(?:申请)?${COUNT}`,
    { within: 'applicant' },
  ),
  pattern(
    'applications',
    application([], column),
    `${NUMBER}${UNIT}(?:申请)?(?:为|是|来自|由)(?:${words})(?:申请|提出|提交)?(?:的)?${AT_END}`,
    { within: 'applicant' },
  ),
]);

/** What a text says of applications, the particular before the general. */
export const applicationPatterns = (code: LayoutCode): Pattern[] => [
  ...applications,
  ...outcomes(code),
  ...applicants,
];
