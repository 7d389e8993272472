import { Dice } from './dice';
import { GOALS, HEADINGS, LAWS, MATTERS, MEASURES, NAMES, PLACES, TRADES } from './county-words';

/** A year of the county: what an import of it must carry. */
export const COUNTY_YEAR = { year: 2019, documents: 15_908 } as const;

export type Issuer = { name: string; code: string; numberPrefix: string };

/** One line of the JSON Lines that `npm run import` reads. */
export type CountyPaper = {
  title: string;
  number: string;
  indexNumber: string;
  agency: string;
  kind: string;
  category: string;
  themes: string[];
  keywords: string[];
  madeOn: string;
  publishedOn: string;
  effectiveOn?: string;
  text: string;
};

/**
 * The papers that a county might publish in a year, in the order of their dates: notices,
 * penalties, budgets, replies, and normative documents that cite each other by title and number.
 * The same arguments give the same papers. 500 to 3,000 characters each.
 */
export function* countyYear(
  issuers: readonly Issuer[],
  documents: number = COUNTY_YEAR.documents,
): Generator<CountyPaper> {
  const dice = new Dice(20_190_101);
  const serials = new Map<string, number>();
  const cited: Cited[] = [];
  for (let at = 0; at < documents; at += 1) {
    const issuer = dice.of(issuers);
    const serial = (serials.get(issuer.code) ?? 0) + 1;
    serials.set(issuer.code, serial);
    const day = 1 + Math.floor((at / documents) * 362);
    const number = `${issuer.numberPrefix}字〔${COUNTY_YEAR.year}〕${100 + serial}号`;
    const draft = dice.weighted(DRAFTS)({ dice, issuer, cited, at });
    const madeOn = dayOfYear(day);
    if (draft.kind === 'normative') cited.push({ title: draft.title, number });
    yield {
      title: draft.title,
      number,
      // Above any serial that the portal itself gives in a measured run.
      indexNumber: `${issuer.code}/${COUNTY_YEAR.year}-${String(20_000 + serial).padStart(5, '0')}`,
      agency: issuer.name,
      kind: draft.kind,
      category: draft.category,
      themes: [draft.theme],
      keywords: [draft.matter, dice.of(PLACES)],
      madeOn,
      publishedOn: dayOfYear(day + dice.upTo(2)),
      ...(draft.kind === 'normative' && { effectiveOn: dayOfYear(Math.min(day + 30, 365)) }),
      text: `${draft.text}\n${issuer.name}\n${chineseDay(madeOn)}`,
    };
  }
}

type Cited = { title: string; number: string };
type Draft = {
  title: string;
  kind: string;
  category: string;
  theme: string;
  matter: string;
  text: string;
};
type Given = { dice: Dice; issuer: Issuer; cited: readonly Cited[]; at: number };

const notice = ({ dice, issuer, cited, at }: Given): Draft => {
  const [matter, theme] = dice.of(MATTERS);
  const place = dice.of(PLACES);
  return {
    title: `${issuer.name}关于进一步做好${place}${matter}工作的通知（第${at + 1}期）`,
    kind: 'notice',
    category: 'other-statutory',
    theme,
    matter,
    text: [
      '各乡（镇、场）人民政府，县政府各部门：',
      `为做好${place}及周边地区${matter}工作，根据《${dice.of(LAWS)}》${reference(dice, cited)}的规定，现就有关事项通知如下。`,
      ...sections(dice, 2 + dice.upTo(2), matter),
      '本通知自印发之日起执行。',
    ].join('\n'),
  };
};

const penalty = ({ dice, issuer, at }: Given): Draft => {
  const [matter, theme] = dice.of(MATTERS);
  const party = `宜丰县${dice.of(PLACES)}${dice.of(NAMES)}${dice.of(NAMES)}${dice.of(TRADES)}`;
  const fine = (1 + dice.upTo(50)) * 1000;
  const article = 20 + dice.upTo(60);
  return {
    title: `${issuer.name}对${party}的行政处罚决定书（${at + 1}）`,
    kind: 'other',
    category: 'penalties',
    theme,
    matter,
    text: [
      `当事人：${party}`,
      `经查，当事人在${matter}方面存在违反规定的行为。本机关执法人员于${COUNTY_YEAR.year}年${1 + dice.upTo(11)}月${1 + dice.upTo(27)}日进行现场检查，制作现场检查笔录，并对有关人员进行了询问。`,
      '一、违法事实和证据',
      ...sentences(dice, 4 + dice.upTo(4), matter),
      '二、处罚依据',
      `上述行为违反了《${dice.of(LAWS)}》第${chinese(article)}条的规定。依据该法第${chinese(article + 12)}条，决定给予以下处罚。`,
      '三、处罚决定',
      `责令改正，并处罚款${fine}元。当事人应当自收到本决定书之日起十五日内，到指定银行缴纳罚款。逾期不缴纳的，每日按罚款数额的百分之三加处罚款。`,
      '四、救济途径',
      '当事人不服本决定的，可以自收到之日起六十日内申请行政复议，也可以在六个月内向人民法院提起行政诉讼。行政复议或者行政诉讼期间，本决定不停止执行。',
      ...sentences(dice, 2 + dice.upTo(3), matter),
    ].join('\n'),
  };
};

const budget = ({ dice, issuer, at }: Given): Draft => {
  const [matter] = dice.of(MATTERS);
  const income = 300 + dice.upTo(9000);
  return {
    title: `${issuer.name}${COUNTY_YEAR.year}年${matter}项目预算公开说明（${at + 1}）`,
    kind: 'budget',
    category: 'budgets',
    theme: 'finance',
    matter,
    text: [
      '一、部门概况',
      ...sentences(dice, 3 + dice.upTo(3), matter),
      '二、收支预算总体情况',
      `收入预算总额${income}万元，其中财政拨款${Math.round(income * 0.82)}万元，其他收入${income - Math.round(income * 0.82)}万元。支出预算总额${income}万元，其中${matter}支出${Math.round(income * 0.4)}万元。`,
      '三、“三公”经费',
      `“三公”经费预算${Math.round(income / 90)}万元，比上年减少${1 + dice.upTo(9)}%。因公出国（境）费0万元。`,
      '四、绩效目标',
      ...sentences(dice, 4 + dice.upTo(4), matter),
      `五、编制依据`,
      `本说明依据《中华人民共和国预算法》和《中华人民共和国政府信息公开条例》编制。`,
    ].join('\n'),
  };
};

const norm = ({ dice, issuer, cited, at }: Given): Draft => {
  const [matter, theme] = dice.of(MATTERS);
  const articles = 6 + dice.upTo(8);
  return {
    title: `宜丰县${dice.of(PLACES)}${matter}管理办法（${COUNTY_YEAR.year}年第${at + 1}次印发）`,
    kind: 'normative',
    category: 'normative-documents',
    theme,
    matter,
    text: [
      '第一章　总则',
      `第一条　为规范${matter}，维护公共利益和当事人合法权益，根据《${dice.of(LAWS)}》${reference(dice, cited)}，结合本县实际，制定本办法。`,
      ...Array.from({ length: articles }, (_, i) =>
        i === Math.floor(articles / 2)
          ? `第二章　管理与监督`
          : `第${chinese(i + 2)}条　${clause(dice, matter, issuer.name)}`,
      ),
      `第${chinese(articles + 2)}条　本办法由${issuer.name}负责解释，自印发之日起三十日后施行。${reference(dice, cited)}同时停止执行。`,
    ].join('\n'),
  };
};

const reply = ({ dice, issuer, cited, at }: Given): Draft => {
  const [matter, theme] = dice.of(MATTERS);
  const place = dice.of(PLACES);
  return {
    title: `${issuer.name}关于${place}${matter}方案（编号${at + 1}）的批复`,
    kind: 'reply',
    category: 'major-projects',
    theme,
    matter,
    text: [
      `${place}人民政府：`,
      `你单位报来的${matter}方案收悉。根据《${dice.of(LAWS)}》${reference(dice, cited)}，经研究，现批复如下。`,
      ...sections(dice, 1 + dice.upTo(3), matter),
      '接此批复后，请按照有关规定抓紧办理后续手续，严格执行批准的建设内容和规模。',
      '此复。',
    ].join('\n'),
  };
};

const DRAFTS = [
  [38, notice],
  [26, penalty],
  [12, budget],
  [14, norm],
  [10, reply],
] as const satisfies readonly (readonly [number, (given: Given) => Draft])[];

/** 《…》（…〔2019〕…号) of an earlier paper, or nothing while there is none. */
function reference(dice: Dice, cited: readonly Cited[]): string {
  if (cited.length === 0) return '';
  const one = dice.of(cited);
  return `和《${one.title}》（${one.number}）`;
}

const sections = (dice: Dice, count: number, matter: string): string[] =>
  Array.from({ length: count }, (_, i) => [
    `${chinese(i + 1)}、${HEADINGS[(i + dice.upTo(1)) % HEADINGS.length]}`,
    ...sentences(dice, 2 + dice.upTo(2), matter).map((text, n) => `（${chinese(n + 1)}）${text}`),
  ]).flat();

const sentences = (dice: Dice, count: number, matter: string): string[] =>
  Array.from({ length: count }, () => clause(dice, matter, dice.of(PLACES)));

const clause = (dice: Dice, matter: string, who: string): string =>
  `${who}应当结合${matter}工作的实际情况，${dice.of(MEASURES)}；${dice.of(MEASURES)}。到${COUNTY_YEAR.year}年${1 + dice.upTo(11)}月，${matter}相关工作要做到${dice.of(GOALS)}，涉及${dice.of(PLACES)}等${2 + dice.upTo(14)}个单位，资金${10 + dice.upTo(900)}万元。`;

const DIGITS = '零一二三四五六七八九';

/** 1 to 99 in Chinese. */
function chinese(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  if (tens === 0) return DIGITS[ones] ?? '';
  return `${tens === 1 ? '' : DIGITS[tens]}十${ones === 0 ? '' : DIGITS[ones]}`;
}

const dayOfYear = (day: number): string =>
  new Date(Date.UTC(COUNTY_YEAR.year, 0, Math.min(day, 365))).toISOString().slice(0, 10);

function chineseDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
