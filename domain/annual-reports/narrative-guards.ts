import type { Pattern } from './narrative-words';
import type { ReportPart } from './layouts';

/** A match of a pattern, and what stands around it. */
export type Setting = {
  part: ReportPart;
  /** The whole sentence, and the one before it in the same part. */
  sentence: string;
  previous: string;
  /** All of the sentence before the match. */
  before: string;
  matched: string;
  year: number | undefined;
  /** What the agency is called, so that its own name is no other's. */
  names: readonly string[];
};

/**
 * Whether a number is about this report's year, this agency and the whole of what the form counts. When
 * in doubt it is not: a wrong alarm costs more trust than a missed slip.
 */
export const isAbout = (pattern: Pattern, setting: Setting): boolean =>
  isOfYear(setting) &&
  isOwn(setting) &&
  (pattern.isNone === true || !isJoined(setting.before)) &&
  !(COMPARED.test(nearOf(setting.before)) || INTENDED.test(nearOf(setting.before))) &&
  isWhole(pattern, setting) &&
  isOnTopic(pattern, setting);

/** From the last comma on. */
const nearOf = (before: string): string => before.slice(lastMark(before) + 1);

const lastMark = (text: string): number =>
  Math.max(...[...'，,：:（('].map((mark) => text.lastIndexOf(mark)));

/** 比上年增加, 同比: a difference, or a figure of another year. */
const COMPARED = /比|较|增加|减少|增长|下降|上升|同期|增至|减至/u;
const INTENDED = /计划|预计|力争|应当|如果|假如|目标|平均|每|近[一二两三四五\d]|约|拟|建议|要求/u;

/** 上年结转 is of this report; any other mention of another time is not. */
function isOfYear({ before, year }: Setting): boolean {
  const plain = before
    .replace(/(?:上一?年度?|20\d\d年度?)结转/gu, '')
    .replace(/1月(?:1日)?(?:起)?(?:至|到|—|-)(?:20\d\d年)?12月(?:31日)?/gu, '');
  const near = nearOf(plain);
  if (/上半年|下半年|季度|\d月(?!\d{1,2}日)/u.test(near)) return false;
  if (/历年|以来|往年|前年|同期|累年/u.test(plain)) return false;
  const last = Math.max(
    plain.lastIndexOf('上年'),
    plain.lastIndexOf('去年'),
    plain.lastIndexOf('上一年'),
  );
  if (last >= 0 && !/今年|本年|全年/u.test(plain.slice(last))) return false;
  const years = [...plain.matchAll(/(20\d\d)年/gu)];
  const named = years.at(-1)?.[1];
  return named === undefined || year === undefined || Number(named) === year;
}

const OWN =
  /(?:我|本|全)(?:省|市|州|县|区|局|委|办|厅|院|镇|乡|街道|场|机关|单位|行政机关|部门|系统|中心|级)+/gu;
const WHOLE_COUNTY =
  /全(?:省|市|州|县|区)(?:各级|各|行政机关|行政|机关|部门|单位|乡镇|街道|、|和|及)*/gu;
const OTHERS =
  /局|委(?!托|员)|厅|部门|单位|办公室|街道|[乡镇村](?!.*目录)|社区|公司|中心|法院|窗口|政府(?!信息|公开|网|门户|采购|集中|规章)|其他机关|下级|所属|直属|负责人/u;
const ORGANISATION = /\p{Script=Han}{2}(?:局|委员会|管委会|街道办事处)/u;

/** 全县共收到申请300件，其中我局23件: the county's figure beside the agency's own. */
const OWN_OF_ALL = /[我本](?:局|委|办|厅|院|镇|乡|街道|单位|机关|中心)/u;

/** Nobody else's number: 市场监管局收到申请9件 in a county's report. */
function isOwn({ before, sentence, names }: Setting): boolean {
  if (/全[省市州县区][^我本]*$/u.test(before) && OWN_OF_ALL.test(sentence)) return false;
  let plain = before;
  for (const name of names) if (name !== '') plain = plain.replaceAll(name, '');
  plain = plain.replace(WHOLE_COUNTY, '').replace(OWN, '');
  return !OTHERS.test(nearOf(plain)) && !ORGANISATION.test(plain);
}

/** 修改和废止3件 counts both; 新收61件和上年结转2件 doesn't. */
const isJoined = (before: string): boolean =>
  /(?:和|或|及|与|、|\/|以及|并)$/u.test(before) &&
  !/[\d件宗份起例项个条部）)](?:和|或|及|与|、|以及)$/u.test(before);

const CHANNEL =
  /网上|网络|线上|线下|信函|邮寄|邮件|邮箱|当面|现场|传真|平台|通过|渠道|电话|来信|来访|到件/u;

function isWhole({ within, isPlain, targets, topic }: Pattern, { before }: Setting): boolean {
  const near = nearOf(before);
  if (within) return true;
  const isOfNewOnes = targets.some((one) => 'rows' in one && one.rows.includes('received'));
  if (!isOfNewOnes) {
    // The agency that decides on reviews is not the one that was taken to review.
    const isDecided = topic === 'litigation' && /受理|审理|办理/u.test(near);
    return !isDecided && !/名义|联合|纠正|撤销|败诉|驳回|审结|结案/u.test(near);
  }
  // 其中网上申请12件 is a part of them, whatever the verb.
  return !CHANNEL.test(near) && !(isPlain && /其中/u.test(near)) && !/关于|涉及|类$/u.test(near);
}

const OF_ALL =
  /^(?:20\d\d年度?|今年|本年度?|全年|年度|全县|共|累计|总共|一共|主动|依法|及时|集中|在|通过|县|人民政府|政府信息公开|政府|门户|网站|平台)*$/u;

/** All that was published in the year, and not what was published of something or somewhere. */
function isAllPublished(before: string, names: readonly string[]): boolean {
  let near = nearOf(before);
  for (const name of names) if (name !== '') near = near.replaceAll(name, '');
  // 截至年末累计 may count all years.
  if (/截[至止]/u.test(before) && /累计/u.test(near)) return false;
  const isFirst = !/信息\D{0,6}\d/u.test(before);
  return isFirst && OF_ALL.test(near.replace(OWN, '').replace(WHOLE_COUNTY, ''));
}

/** 规章13件（含新制定5件）: what has no noun of its own is of the kind that was spoken of last. */
function isOfNormative(said: string, matched: string): boolean {
  if (/规章/u.test(matched)) return true;
  return said.lastIndexOf('规范性文件') > said.lastIndexOf('规章');
}

const OTHER_MATTERS =
  /公文|属性|文件|留言|信访件|提案|建议|咨询|热线|行政复议|诉讼|稿件|问题|网民|群众来/u;

function isOnTopic(
  { topic, isPlain, within, isNone }: Pattern,
  { part, sentence, previous, before, matched, names }: Setting,
): boolean {
  switch (topic) {
    case 'applications': {
      if (isPlain) return true;
      if (OTHER_MATTERS.test(before)) return false;
      const said = before + matched;
      if (within === 'result') return /不予公开|无法提供|不予处理|办结|申请/u.test(said);
      if (within === 'applicant') return true;
      return part === 'applications' || /申请/u.test(said) || /依?申请(?:公开)?/u.test(previous);
    }
    case 'litigation':
      // 行政复议3件，其中涉及信息公开1件 counts all reviews.
      if (/其中.*信息公开/u.test(sentence.slice(before.length + matched.length))) return false;
      return (
        within !== undefined ||
        part === 'litigation' ||
        /信息公开/u.test(before + matched) ||
        (isNone === true && part === 'overview' && /申请/u.test(previous))
      );
    case 'normative':
      // 废止9件、失效6件: agencies enter one or both as 废止.
      if (/^废止/u.test(matched) && /失效/u.test(sentence)) return false;
      return isOfNormative(before + matched, matched) && !/修改|修订/u.test(nearOf(before));
    case 'fees':
      return !/减|免|降|停|取消|返|退/u.test(nearOf(before));
    case 'decisions':
      return (
        /作出|处理决定/u.test(before + matched) && !/公开|公示|信息|录入|上网/u.test(nearOf(before))
      );
    case 'procurement':
      return /政府集中采购/u.test(before);
    case 'published':
      return isAllPublished(before, names);
    case 'any':
      return true;
  }
}
