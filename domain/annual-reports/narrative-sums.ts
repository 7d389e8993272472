import type { Finding } from './check';
import type { ReportPart } from './layouts';
import { NUMBER } from './narrative-words';
import { excerptOf, readNumber, type Sentence } from './narrative-text';

const WHOLE = new RegExp(
  `(?:公开|发布)(?:了)?(?:各类|各项|有关|相关|政府|公开|的)*信息(?:公开)?(?:总数|总量|数量)?(?:共计|总计|合计|累计|共)?(?:达|为|是)?${NUMBER}(?<unit>条|件|篇|份)(?!次)`,
  'gu',
);
const PART = new RegExp(`${NUMBER}(?<unit>条|件|篇|份)(?!次)`, 'gu');
/** What a part of published items is called: a site, a channel, a field or a kind of information. */
const OF_ITEMS = /信息|网|平台|公众号|微博|微信|新媒体|客户端|栏|渠道|领域|方面|其他|其余|类|公开/u;
/** Something else that the sentence goes on to. */
const OTHERWISE =
  /回复|答复|受理|收到|办理|举办|开展|解读|留言|咨询|阅读|浏览|访问|关注|转发|比|较|增|减|上年|去年|申请|征集/u;
/** So near to the whole, parts are meant to be all of it. */
const NEARLY = 0.9;

/**
 * 公开信息15908条，其中政府网6808条，公开平台9100条: parts that exceed the whole, or that fall just short of it. Parts
 * that are far less are examples and no division.
 */
export function findWrongSums(sentence: Sentence, part: ReportPart): Finding[] {
  const { text } = sentence;
  return [...text.matchAll(WHOLE)].flatMap((found): Finding[] => {
    const whole = readNumber(found.groups?.n ?? '');
    const unit = found.groups?.unit;
    if (!whole || whole.step !== 1) return [];
    const start = found.index + found[0].length;
    const listed = /^[，,：:（(]?(?:其中|包括|分别为|分别是|即|含|=)/u.exec(text.slice(start));
    if (!listed) return [];
    const { figures, end, isAll } = partsAfter(text, start + listed[0].length, unit);
    if (figures.length < 2) return [];
    const sum = figures.reduce((total, figure) => total + figure, 0);
    const isShort = sum < whole.value && (isAll || sum >= whole.value * NEARLY);
    if (sum <= whole.value && !isShort) return [];
    return [
      {
        severity: 'soft',
        rule: 'narrative-sum',
        left: whole.value,
        right: sum,
        parts: [],
        part,
        excerpt: excerptOf(sentence, found.index, end),
      },
    ];
  });
}

function partsAfter(text: string, from: number, unit: string | undefined) {
  const figures: number[] = [];
  let end = from;
  let isAll = false;
  for (const found of text.slice(from).matchAll(PART)) {
    const at = from + found.index;
    const lead = text.slice(end, at);
    const said = readNumber(found.groups?.n ?? '');
    const isPart =
      said?.step === 1 &&
      found.groups?.unit === unit &&
      OF_ITEMS.test(lead) &&
      !OTHERWISE.test(lead) &&
      !/其中/u.test(lead) &&
      !/\d/u.test(lead);
    if (!isPart || !said) break;
    figures.push(said.value);
    isAll ||= /其余|其他/u.test(lead);
    end = at + found[0].length;
  }
  return { figures, end, isAll };
}
